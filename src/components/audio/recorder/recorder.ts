/** @file The microphone of an Audio. */

import type { Capture } from '../../../media/device/capture.ts';
import type { Device } from '../../../media/device/devices.ts';
import { MicrophoneError, RivuletError, isAbort } from '../../../shared/errors.ts';
import { part } from '../../../page/lazy.ts';
import type { Recording } from '../../../shared/port.ts';
import type { Samples } from '../../../shared/values/samples.ts';
import { report } from '../../parts/report.ts';
import type { AudioHost } from '../audio-host.ts';
import type { Level } from './level.ts';
import { take, tellInput } from '../take.ts';

type Parts = typeof import('./recorder.lazy.ts');

/** What wants all that is heard while recording. */
interface Listener {
  push(slice: Samples): void;
  finish(): void;
}

/** The microphone of an Audio: nothing → asking → live, recording or not → nothing again, or what went wrong. */
export class Recorder {
  phase: 'idle' | 'asking' | 'live' | 'error' = 'idle';
  /** `ending`: the user has stopped, and what is in flight is waited for. */
  recording: 'off' | 'on' | 'paused' | 'ending' = 'off';
  /** Seconds recorded so far. */
  seconds = 0;
  error: MicrophoneError | null = null;
  devices: Device[] = [];
  /** The live picture of what is heard; `null` before the first time. */
  level: Level | null = null;
  /** What a microphone needs that is on; `null` before the first time. */
  parts: Parts | null = null;
  readonly #host: AudioHost;
  readonly #listeners = new Set<Listener>();
  #life: AbortController | null = null;
  #track: MediaStreamTrack | null = null;
  #capture: Capture | null = null;
  #device: string | null = null;
  #wanted = false;
  #hearing = false;
  #finishing: Promise<void> = Promise.resolve();
  #ended = new AbortController();
  #cancelled = new AbortController();

  constructor(host: AudioHost) {
    this.#host = host;
  }

  /** True when what is recorded goes to a handler chunk by chunk. */
  get streams(): boolean {
    return this.#host.streaming || this.#host.followers.size > 0;
  }

  /** True while it records, or will as soon as it may. */
  get active(): boolean {
    return this.#wanted || this.recording === 'on' || this.recording === 'paused';
  }

  /** The microphone that is open, by the browser's name for it. */
  get device(): string | null {
    return this.#track?.getSettings().deviceId ?? null;
  }

  /** Asks for the microphone. Only ever called for the user's press. */
  async open(): Promise<void> {
    this.#release();
    const life = (this.#life = new AbortController());
    this.#enter('asking');
    try {
      // Few readers turn a microphone on: what it takes is loaded for those only.
      const parts = (this.parts ??= await part(() => import('./recorder.lazy.ts')));
      const stream = await parts.openMicrophone(this.#wishes(), life.signal);
      this.#track = stream.getAudioTracks()[0]!;
      this.level ??= new parts.Level();
      this.level.reset();
      const capture = await parts.openCapture(this.#track, (slice) => this.#hear(slice));
      if (life.signal.aborted) return void capture.finish();
      this.#capture = capture;
      parts.watchTrack(this.#track, () => this.#fail(parts.lostMicrophone()), life.signal);
      addEventListener('pagehide', () => this.leave(), { signal: life.signal });
      parts.watchDevices(() => void this.#list(parts, life.signal), life.signal);
      this.#enter('live');
      if (this.#wanted) void this.record();
      await this.#list(parts, life.signal);
    } catch (error) {
      if (!life.signal.aborted) this.#fail(error);
    }
  }

  /** Listens to another microphone in place of this one. */
  choose(device: string): Promise<void> {
    this.#device = device;
    return this.open();
  }

  /** Starts a recording; asks for the microphone first where it is not open. */
  async record(): Promise<void> {
    const { parts } = this;
    if (this.recording !== 'off') return;
    this.#wanted = this.phase !== 'live';
    if (this.#wanted) return this.phase === 'asking' ? undefined : this.open();
    const life = this.#life;
    this.#ended = new AbortController();
    this.#cancelled = new AbortController();
    this.recording = 'on';
    this.#hearing = true;
    this.seconds = 0;
    this.#host.message = '';
    this.#host.value = null;
    this.#host.tell('startRecording');
    this.#host.requestUpdate();
    parts!.announce('Recording');
    await (this.streams ? this.#stream(parts!) : this.#keep(parts!));
    parts!.announce('Recording ended');
    if (this.phase === 'live' && (this.#life === life || !this.#life)) this.leave();
  }

  pause(): void {
    if (this.recording !== 'on') return;
    this.recording = 'paused';
    this.#hearing = false;
    this.#host.requestUpdate();
    this.#host.tell('pauseRecording');
  }

  resume(): void {
    if (this.recording !== 'paused') return;
    this.recording = 'on';
    this.#hearing = true;
    this.#host.requestUpdate();
  }

  /** Ends the input; pressed again, cancels what is still in flight. */
  stop(): void {
    this.#wanted = false;
    if (this.recording === 'ending') this.#cancelled.abort();
    else this.#end();
  }

  /** Lets the microphone go: what was recorded is kept, and goes its way. */
  leave(): void {
    this.#end();
    this.#release();
    this.#enter('idle');
  }

  /** Lets everything go: recording, microphone, error. */
  close(): void {
    this.#cancelled.abort();
    this.leave();
  }

  /** Follows a recording to its end, chunk by chunk. */
  async #stream(parts: Parts): Promise<void> {
    const host = this.#host;
    host.streamState = 'waiting';
    host.streamStats = parts.NO_STATS;
    const follow = (recording: Recording) => parts.fireStream(host, recording);
    let failed = false;
    const runs = (host.followers.size > 0 ? [...host.followers] : [follow]).map(async (follower) => {
      const recording = new parts.SoundRecording(host, this.#ended.signal, this.#cancelled.signal);
      this.#listeners.add(recording);
      try {
        await follower(recording);
      } catch (error) {
        failed ||= !isAbort(error);
      }
      this.#listeners.delete(recording);
      this.#end();
    });
    await Promise.all(runs);
    await this.#finishing;
    this.recording = 'off';
    host.streamState = 'closed';
    host.limit = null;
    if (failed) host.message = 'The recording ended because its handler failed.';
    tellInput(host, 'stopRecording');
  }

  /** Keeps a recording until its end, and makes one file of it. */
  async #keep(parts: Parts): Promise<void> {
    const slices: Samples[] = [];
    await new Promise<void>((resolve) => {
      this.#listeners.add({ push: (slice) => slices.push(slice), finish: resolve });
    });
    this.#listeners.clear();
    this.recording = 'off';
    const whole = parts.concatSamples(slices);
    if (this.#cancelled.signal.aborted || slices.length === 0)
      this.#host.tell('stopRecording', { value: null });
    else take(this.#host, parts.recordedFile(whole), 'stopRecording');
    if (this.error) this.#host.message = this.error.message;
  }

  #hear(slice: Samples): void {
    this.level?.push(slice, this.#hearing);
    if (!this.#hearing) return;
    for (const listener of this.#listeners) listener.push(slice);
    const before = Math.floor(this.seconds);
    this.seconds += (slice.channels[0]?.length ?? 0) / slice.sampleRate;
    if (Math.floor(this.seconds) !== before) this.#host.requestUpdate();
  }

  /** What was heard until now is still delivered. */
  #end(): void {
    if (this.recording !== 'on' && this.recording !== 'paused') return;
    const life = this.#life;
    const over = () => {
      this.#hearing = false;
      for (const listener of this.#listeners) listener.finish();
      if (this.#life === life) this.#release(); // a handler may still be busy: the microphone is not
    };
    this.recording = 'ending';
    this.#ended.abort();
    this.#finishing = (this.#capture?.finish() ?? Promise.resolve()).then(over);
    this.#host.requestUpdate();
  }

  #release(): void {
    this.#track = null;
    const life = this.#life;
    this.#life = null;
    // What the device gave before this moment is on its way still.
    void this.#capture?.finish();
    this.#capture = null;
    life?.abort();
  }

  #fail(error: unknown): void {
    this.#wanted = false;
    this.#end();
    this.#release();
    this.error =
      error instanceof MicrophoneError
        ? error
        : new MicrophoneError(
            error instanceof RivuletError ? error.message : 'The microphone could not be started.',
            { reason: 'failed', cause: error },
          );
    this.#enter('error');
    report(this.#host, 'Microphone', this.error);
  }

  #enter(phase: Recorder['phase']): void {
    this.phase = phase;
    if (phase !== 'error') this.error = null;
    if (phase === 'idle') this.#wanted = false;
    this.#host.requestUpdate();
  }

  #wishes(): MediaTrackConstraints {
    const given = this.#host.constraints;
    const audio = given && 'audio' in given ? given.audio : given;
    return {
      ...(typeof audio === 'object' && (audio as MediaTrackConstraints | null)),
      ...(this.#device && { deviceId: { exact: this.#device } }),
    };
  }

  async #list({ listDevices }: Parts, signal: AbortSignal): Promise<void> {
    const devices = await listDevices('audioinput');
    if (signal.aborted) return;
    this.devices = devices;
    this.#host.requestUpdate();
  }
}
