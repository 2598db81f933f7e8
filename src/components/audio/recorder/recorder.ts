/** @file The microphone of an Audio. */

import type { Capture } from '../../../media/device/capture-types.ts';
import { MICROPHONE } from '../../../media/device/device-kind.ts';
import { lazy } from '../../../page/lazy.ts';
import type { Recording } from '../../../shared/port.ts';
import type { Samples } from '../../../shared/values/samples.ts';
import { DeviceSession } from '../../device-session/device-session.ts';
import type { RecorderHost } from './recorder-host.ts';
import type { Level } from './level.ts';
import type { SoundRecording } from './sound-recording.ts';
import { say } from '../../../words/media.ts';

type MicrophoneParts = typeof import('./recorder.lazy.ts');

/** What wants all that is heard while recording. */
interface Listener {
  push(slice: Samples): void;
  finish(): void;
}

/** The microphone of an Audio. */
export class Recorder extends DeviceSession<RecorderHost, MicrophoneParts> {
  /** Seconds recorded so far. */
  seconds = 0;
  /** The live picture of what is heard; `null` before the first time. */
  level: Level | null = null;
  readonly #listeners = new Set<Listener>();
  #capture: Capture | null = null;
  #wanted = false;
  #hearing = false;
  #finishing: Promise<void> = Promise.resolve();

  /** @param offered - true while its user has what turns it off. */
  constructor(host: RecorderHost, offered: () => boolean) {
    super(host, MICROPHONE, offered);
  }

  /** True when what is recorded goes to a handler chunk by chunk. */
  get streams(): boolean {
    return this.host.streaming || this.host.followers.size > 0;
  }

  /** True while it records, or will as soon as it may. */
  get active(): boolean {
    return this.#wanted || this.recording === 'on' || this.recording === 'paused';
  }

  /** Starts a recording; asks for the microphone first where it is not open. */
  override async record(): Promise<void> {
    if (this.recording !== 'off') return;
    this.#wanted = this.phase !== 'live';
    if (this.#wanted) return this.phase === 'asking' ? undefined : this.open();
    this.#hearing = true;
    this.seconds = 0;
    return super.record();
  }

  pause(): void {
    if (this.recording !== 'on') return;
    this.#hear(false);
    this.host.notify('pauseRecording');
  }

  resume(): void {
    if (this.recording === 'paused') this.#hear(true);
  }

  override stop(): void {
    this.#wanted = false;
    super.stop();
  }

  protected override load(): Promise<MicrophoneParts> {
    return lazy(() => import('./recorder.lazy.ts'));
  }

  protected override async show(
    _stream: MediaStream,
    { Level, openCapture }: MicrophoneParts,
    signal: AbortSignal,
  ): Promise<void> {
    this.level ??= new Level();
    this.level.reset();
    const capture = await openCapture(this.track!, (slice) => this.#push(slice));
    if (signal.aborted) void capture.finish();
    else this.#capture = capture;
  }

  protected override run(parts: MicrophoneParts): Promise<() => void> {
    return this.streams ? this.#stream(parts) : this.#keep(parts);
  }

  /** Follows a recording to its end, chunk by chunk. */
  async #stream({ SoundRecording, fireStream }: MicrophoneParts): Promise<() => void> {
    const { host, ended, cancelled } = this;
    const make = () => {
      const recording = new SoundRecording(host, ended.signal, cancelled.signal);
      this.#listeners.add(recording);
      return recording;
    };
    const failed = await this.follow(make, (recording) => fireStream(host, recording));
    await this.#finishing;
    return () => {
      host.limit = null;
      if (failed && host.status.stage !== 'error') host.message = say('recordingFailed');
      // What went to a handler is not shown.
      for (const name of ['stopRecording', 'input', 'change']) host.notify(name, { value: host.value });
    };
  }

  /** Ends for all what one binding has had enough of. */
  protected override followed(recording: Recording): void {
    this.#listeners.delete(recording as SoundRecording);
    this.end();
  }

  /** Keeps a recording until its end, and makes one file of it. */
  async #keep({ concatSamples, recordedFile }: MicrophoneParts): Promise<() => void> {
    const { host, cancelled } = this;
    const slices: Samples[] = [];
    await new Promise<void>((resolve) => {
      this.#listeners.add({ push: (slice) => slices.push(slice), finish: resolve });
    });
    this.#listeners.clear();
    const whole = concatSamples(slices);
    return () => {
      if (cancelled.signal.aborted || slices.length === 0) host.notify('stopRecording', { value: null });
      else host.take(recordedFile(whole), 'stopRecording');
      if (this.error) host.message = this.error.message;
    };
  }

  #push(slice: Samples): void {
    this.level?.push(slice, this.#hearing);
    if (!this.#hearing) return;
    for (const listener of this.#listeners) listener.push(slice);
    const before = Math.floor(this.seconds);
    this.seconds += (slice.channels[0]?.length ?? 0) / slice.sampleRate;
    if (Math.floor(this.seconds) !== before) this.host.requestUpdate();
  }

  #hear(hearing: boolean): void {
    this.recording = hearing ? 'on' : 'paused';
    this.#hearing = hearing;
    this.host.requestUpdate();
  }

  /** Delivers what was heard until now, then ends. */
  protected override finish(): void {
    const { life } = this;
    this.#finishing = (this.#capture?.finish() ?? Promise.resolve()).then(() => {
      this.#hearing = false;
      for (const listener of this.#listeners) listener.finish();
      if (this.life === life) this.release(); // a handler may still be busy: the microphone is not
    });
  }

  protected override release(): void {
    // What the device gave before this moment is on its way still.
    void this.#capture?.finish();
    this.#capture = null;
    super.release();
  }

  protected override fail(error: unknown): void {
    this.#wanted = false;
    super.fail(error);
  }

  protected override enter(phase: Recorder['phase']): void {
    if (phase === 'idle') this.#wanted = false;
    super.enter(phase);
    if (phase === 'live' && this.#wanted) void this.record();
  }
}
