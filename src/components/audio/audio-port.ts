/** @file The Audio as bindings see it: value, recordings, streams of chunks. */

import { property, state } from 'lit/decorators.js';
import type { AudioStream } from '../../media/sound/audio-out.ts';
import { part } from '../../page/lazy.ts';
import { REMOVED, type StreamPort, type StreamStats } from '../../shared/port.ts';
import type { Input } from '../../shared/protocol.ts';
import { type Samples, isSamples, toSamples } from '../../shared/values/samples.ts';
import type { TimeLimit } from '../time-bar/time-bar.ts';
import { report } from '../parts/report.ts';
import { Turns } from '../media-frame/turns.ts';
import type { Follow } from '../device-session/device-host.ts';
import type { AudioHost } from './audio-host.ts';
import { AudioOptions } from './audio-options.ts';
import type { FileValue } from './audio-to-handler.ts';
import { Relay } from './audio-stream-writer.ts';
import { type SoundValue, isSound } from './sound.ts';

/** Figures of a stream that has not begun. */
const NO_STATS: StreamStats = { captured: 0, delivered: 0, dropped: 0, fps: 0, latency: 0 };

const loadGive = () => part(() => import('./audio-to-handler.ts'));

/** What bindings see of an Audio: its value, its recordings, and the stream that a run's values become. */
export abstract class AudioPort extends AudioOptions implements StreamPort, AudioHost {
  /**
   * The sound as it was given: a `File` of the user, what a handler gave, a URL; of a stream that a handler gave, the
   * samples so far. While recording for a stream: the last chunk.
   */
  @property({ noAccessor: true })
  get value(): SoundValue {
    return this.#relay ? this.#relay.samples() : this.#value;
  }
  set value(value: SoundValue | undefined) {
    this.#set(value ?? null);
  }

  /** The time that a recording has left. @internal */
  @state() limit: TimeLimit | null = null;
  /** What is to be played. @internal */
  @state() playing: Blob | Samples | AudioStream | null = null;
  /** Figures of the stream; see `StreamStats`. */
  streamStats: StreamStats = NO_STATS;
  /** @internal */
  readonly followers = new Set<Follow>();

  #value: SoundValue = null;
  #relay: Relay | null = null;
  #reading: Promise<void> = Promise.resolve();
  readonly #turns = new Turns();

  constructor(options?: object) {
    super(options);
    this.addEventListener(REMOVED, () => this.#relay?.release());
  }

  /** @internal */
  get name(): string {
    return this.accessibleName;
  }

  override async toHandler(): Promise<Input> {
    await this.#reading;
    await this.#relay?.settled();
    return this.asInput(this.value);
  }

  protected override async asInput(value: SoundValue): Promise<Input> {
    const { give } = await loadGive();
    return { kind: 'value', value: await give(value, this.type, this) };
  }

  protected override accept(given: unknown): SoundValue {
    const value = given ?? null;
    if (isSound(value)) return value;
    throw this.refuse(given, '{ sampleRate, channels }, a Blob, the bytes of a whole file or a URL');
  }

  override fromHandler(given: unknown, over?: AbortSignal): void {
    const value = this.accept(given);
    if (this.streaming && over && !over.aborted) {
      if (value === null || !this.#append(value, over)) return; // a chunk without sound, or of a run that had its time
      return this.emit('change', Object.defineProperty({}, 'value', { get: () => this.value }));
    }
    this.message = '';
    const changed = this.#relay !== null || value !== this.#value;
    this.#set(value);
    if (changed) this.emit('change', { value });
  }

  /**
   * The sound as a file: the original where there is one, else what `format` says; of a stream, all that came.
   *
   * @param type - MIME type: `audio/wav`, `audio/mpeg`, `audio/mp4`, `audio/ogg`, `audio/webm`, `audio/flac` or
   *   `audio/aac`. What is of another type is written anew: by ffmpeg, where the browser cannot.
   * @returns `null` when there is no sound.
   * @throws {MediaError} for a type that cannot be written, or a file that cannot be read. {AssetError} when ffmpeg is
   *   needed and cannot be had.
   */
  async toBlob(type?: string): Promise<Blob | null> {
    await this.#reading;
    const { toFile } = await loadGive();
    const { format } = this;
    if (!this.#relay) return toFile(this.#value, type, format);
    return toFile(await this.#relay.toBlob(), type || format, format);
  }

  onRecord(follow: Follow): () => void {
    this.followers.add(follow);
    this.requestUpdate();
    return () => {
      this.followers.delete(follow);
      this.requestUpdate();
    };
  }

  showLimit(limit: TimeLimit | null): void {
    this.limit = limit;
  }

  /** @internal */
  recordingStarted(): void {
    this.message = '';
    this.value = null;
    this.streamStats = NO_STATS;
    this.emit('startRecording');
  }

  override clear(): void {
    const had = this.value !== null;
    this.message = '';
    this.#set(null);
    if (had) this.emit('change', { value: null });
  }

  /** @internal */
  notify(name: string, detail: unknown = {}): void {
    this.emit(name, detail);
  }

  /** @internal */
  complain(error: Error): void {
    this.message = error.message;
    report(this, 'Sound', error);
  }

  /** @internal */
  read(file: Promise<void>): void {
    this.#reading = file;
  }

  /** @internal */
  handed(chunk: Blob | Samples): void {
    this.#value = chunk;
  }

  protected override get filled(): boolean {
    return this.playing !== null;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#reading;
    return super.getUpdateComplete();
  }

  /** The first value of a run takes the place of what was there. False for a run that had its time. */
  #append(chunk: Exclude<SoundValue, null>, over: AbortSignal): boolean {
    const turn = this.#turns.take(over);
    if (turn === 'past') return false;
    if (turn === 'first' || !this.#relay) {
      this.message = '';
      this.#set(null);
      const relay = (this.#relay = new Relay(
        this.autoplay,
        (stream) => (this.playing = stream),
        (error) => this.complain(error),
      ));
      over.addEventListener('abort', () => relay.finish());
    }
    this.#relay.append(chunk);
    return true;
  }

  #set(value: SoundValue): void {
    const samples = isSamples(value) ? toSamples(value) : null; // what does not fit changes nothing
    this.#relay?.close();
    this.#relay = null;
    this.stale = false;
    this.#value = value;
    this.#reading = Promise.resolve();
    if (value === null || value instanceof Blob) this.playing = value;
    else if (samples) this.playing = samples;
    else this.#reading = this.#load(value as FileValue);
  }

  /** Until its file is there nothing is shown. */
  async #load(value: FileValue): Promise<void> {
    this.playing = null;
    try {
      const { fileOf } = await loadGive();
      const file = await fileOf(value);
      if (value === this.#value) this.playing = file;
    } catch (error) {
      if (value === this.#value) this.complain(error as Error);
    }
  }
}
