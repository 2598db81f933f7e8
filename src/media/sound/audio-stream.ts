/** @file Plays sound that comes chunk by chunk, back to back on the audio clock. */

import { MediaError, RivuletError } from '../../shared/errors.ts';
import { type Samples, isSamples, lengthOf } from '../../shared/values/samples.ts';
import { AudioOutput } from './audio-output.ts';
import { RateConverter } from './rate-converter.ts';
import { type SoundChunk, decode, isEmpty, ownSamples } from './decode.ts';
import { ScheduledPlayback } from './scheduled-playback.ts';
import { SampleBuffer } from './sample-buffer.ts';
import { encodeWav } from '../../shared/values/wav-file.ts';

/**
 * `empty`: nothing came yet. `ready`: there is sound, and nobody plays it. `starting`: the browser has been asked to
 * play. `playing`. `waiting`: all that came was heard, and more is to come. `blocked`: the browser wants the user to
 * press play. `closed`.
 */
export type AudioStreamState = 'empty' | 'ready' | 'starting' | 'playing' | 'waiting' | 'blocked' | 'closed';

/**
 * Sound that comes chunk by chunk and plays back to back on the audio clock, to the sample. The first chunk says the
 * rate. Whoever makes it closes it.
 *
 * Fires `state`, also when it is finished; `duration` when sound came; `error` (`detail`: a RivuletError) for a chunk
 * that is skipped because it cannot be decoded; `end` when the last sample of a finished stream was heard.
 */
export class AudioStream extends EventTarget {
  readonly #output = new AudioOutput(
    (running) => this.#onDevice(running),
    () => this.#onRefusal(),
  );
  #buffer: SampleBuffer | null = null;
  #converter: RateConverter | null = null;
  #playback: ScheduledPlayback | null = null;
  #position = 0;
  #wanted: boolean;
  #blocked = false;
  #finished = false;
  #closed = false;
  #last: Promise<void> = Promise.resolve();
  #shown: AudioStreamState = 'empty';

  /** @param options - `autoplay`: true plays as soon as the first chunk is there; default false. */
  constructor({ autoplay = false }: { autoplay?: boolean } = {}) {
    super();
    this.#wanted = autoplay;
  }

  get state(): AudioStreamState {
    if (this.#closed) return 'closed';
    if (!this.#buffer) return 'empty';
    if (this.#blocked) return 'blocked';
    if (!this.#wanted) return 'ready';
    if (!this.#playback) return 'waiting';
    return this.#output.running ? 'playing' : 'starting';
  }

  /** True when no more chunks come. */
  get finished(): boolean {
    return this.#finished;
  }

  /** Seconds of all that came. */
  get duration(): number {
    return this.#seconds(this.#buffer?.length ?? 0);
  }

  /** Seconds from the beginning to what is heard now. */
  get currentTime(): number {
    return this.#seconds(this.#playback?.position ?? this.#position);
  }

  /** 0 is silence, 1 is as loud as it came. */
  get volume(): number {
    return this.#output.volume;
  }

  set volume(volume: number) {
    this.#output.volume = volume;
  }

  /** The node that all sound leaves by; `null` before the first chunk. */
  get output(): AudioNode | null {
    return this.#output.node;
  }

  /**
   * Adds a chunk behind those that came before, however long each takes to decode; `null` is skipped. Samples and
   * bytes may be written over as soon as this returns. Resolves when the chunk can be heard, or was given up.
   */
  append(chunk: SoundChunk | null | undefined): Promise<void> {
    if (chunk === null || chunk === undefined || isEmpty(chunk)) return this.#last;
    let ready: Promise<Samples> | Samples;
    try {
      ready = isSamples(chunk) ? ownSamples(chunk) : decode(chunk);
    } catch (error) {
      ready = Promise.reject(error);
    }
    if (ready instanceof Promise) ready.catch(() => undefined); // reported in its turn
    return this.#next(async () => this.#add(await ready));
  }

  /** No more chunks come: what came stays, and `end` follows its last sample. Resolves when all is decoded. */
  finish(): Promise<void> {
    return this.#next(() => {
      for (const rest of this.#converter?.flush() ?? []) this.#take(rest);
      this.#finished = true;
      if (this.#wanted && !this.#playback && !this.#blocked) this.#ranDry();
      this.dispatchEvent(new Event('state'));
    });
  }

  /** Plays on, or again from the beginning. Called in a user's press, it unblocks the browser's sound. */
  play(): void {
    if (this.#closed) return;
    this.#blocked = false;
    this.#wanted = true;
    if (this.#finished && !this.#playback && this.#position >= (this.#buffer?.length ?? 0))
      this.#position = 0;
    this.#start();
    this.#emit();
  }

  /** Keeps its place. */
  pause(): void {
    this.#halt();
    this.#wanted = this.#blocked = false;
    this.#output.rest();
    this.#emit();
  }

  /** Goes to a moment of what came, in seconds, and plays on there if it played. */
  seek(time: number): void {
    this.#halt();
    const length = this.#buffer?.length ?? 0;
    this.#position = Math.max(0, Math.min(length, Math.round(time * (this.#buffer?.sampleRate ?? 0))));
    if (this.#wanted && !this.#blocked) this.#start();
    this.#emit();
  }

  /** Pauses, and lets the device go until the next `play`. */
  release(): void {
    this.pause();
    this.#output.close();
  }

  /** Resolves when all that was given so far is decoded. */
  settled(): Promise<void> {
    return this.#last;
  }

  /** One file of all that was given so far: a WAV as long as the chunks together; `null` before the first. */
  async toBlob(): Promise<Blob | null> {
    await this.#last;
    return this.#buffer && encodeWav(this.#buffer.read());
  }

  /** A copy of all that came; `null` before the first chunk. */
  samples(): Samples | null {
    return this.#buffer?.read() ?? null;
  }

  /** Ends for good: silence, and the device is let go. What came can still be had as a file. */
  close(): void {
    if (this.#closed) return;
    this.#halt();
    this.#closed = true;
    this.#output.close();
    this.#emit();
  }

  /** Keeps the order of chunks; a failure of one is told and does not touch those behind it. */
  #next(step: () => Promise<void> | void): Promise<void> {
    this.#last = this.#last.then(step).catch((error: unknown) => {
      const known = error instanceof RivuletError ? error : new MediaError(String(error), { cause: error });
      this.dispatchEvent(new CustomEvent('error', { detail: known }));
    });
    return this.#last;
  }

  async #add(samples: Samples): Promise<void> {
    if (this.#closed || this.#finished || lengthOf(samples) === 0) return;
    if (!this.#buffer) this.#open(samples.sampleRate);
    for await (const piece of this.#converter!.push(samples)) {
      if (this.#closed) return;
      this.#take(piece);
    }
  }

  #take(piece: Samples): void {
    if (lengthOf(piece) === 0) return;
    this.#buffer!.append(piece);
    if (this.#playback && !this.#playback.extend()) {
      // The chunk came too late to join on: heard so far was all that there was.
      this.#position = this.#playback.end;
      this.#playback = null;
    }
    if (this.#wanted && !this.#blocked) this.#start();
    this.dispatchEvent(new Event('duration'));
    this.#emit();
  }

  #open(wished: number): void {
    const { sampleRate } = this.#output.open(wished);
    this.#buffer = new SampleBuffer(sampleRate);
    this.#converter = new RateConverter(sampleRate);
    if (!this.#wanted) this.#output.rest();
  }

  #start(): void {
    const buffer = this.#buffer;
    if (this.#closed || !buffer) return;
    const context = this.#output.open(buffer.sampleRate);
    this.#output.wake();
    if (this.#playback || this.#position >= buffer.length) return;
    const playback: ScheduledPlayback = new ScheduledPlayback(
      context,
      this.#output.node!,
      buffer,
      this.#position,
      () => {
        if (this.#playback === playback) this.#ranDry();
      },
    );
    this.#playback = playback;
  }

  #onRefusal(): void {
    if (!this.#wanted) return;
    this.#halt();
    this.#blocked = true;
    this.#emit();
  }

  #onDevice(running: boolean): void {
    if (!this.#wanted) return;
    if (running) {
      // The device was slow. Where a press somewhere on the page has freed it, the user is still the one to start.
      if (this.#blocked && !navigator.userActivation?.isActive) this.play();
      this.#emit();
    } else if (!this.#blocked) this.#output.wake();
  }

  #halt(): void {
    if (this.#playback) this.#position = this.#playback.stop();
    this.#playback = null;
  }

  /** Ends, or waits for more: all that came was heard. */
  #ranDry(): void {
    this.#position = this.#buffer?.length ?? 0;
    this.#playback = null;
    if (this.#finished) {
      this.#wanted = false;
      this.#output.rest();
    }
    this.#emit();
    if (this.#finished && this.#buffer) this.dispatchEvent(new Event('end'));
  }

  #seconds(samples: number): number {
    return this.#buffer ? samples / this.#buffer.sampleRate : 0;
  }

  #emit(): void {
    if (this.state === this.#shown) return;
    this.#shown = this.state;
    this.dispatchEvent(new Event('state'));
  }
}
