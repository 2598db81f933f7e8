/** @file The Audio as bindings see it: value, recordings, streams of chunks. */

import { property, state } from 'lit/decorators.js';
import type { AudioStream } from '../../media/sound/audio-stream.ts';
import { lazy } from '../../page/lazy.ts';
import { REMOVED, type StreamPort, type StreamStats } from '../../shared/port.ts';
import type { Input } from '../../shared/protocol.ts';
import { type Samples, isSamples, toSamples } from '../../shared/values/samples.ts';
import type { TimeLimit } from '../time-bar/time-bar.ts';
import { RunStream } from '../media-frame/stream-writer.ts';
import type { Follower } from '../device-session/device-host.ts';
import type { AudioHost } from './audio-host.ts';
import { AudioOptions } from './audio-options.ts';
import type { FileValue } from './audio-to-handler.ts';
import type { AudioView } from './audio-view.ts';
import { loadStream } from './audio-loaders.ts';
import { type SoundValue, isSound } from './sound.ts';

/** Figures of a stream that has not begun. */
const NO_STATS: StreamStats = { captured: 0, delivered: 0, dropped: 0, fps: 0, latency: 0 };

const loadToHandler = () => lazy(() => import('./audio-to-handler.ts'));

/** What bindings see of an Audio: its value, its recordings, and the stream that a run's values become. */
export abstract class AudioPort extends AudioOptions implements StreamPort, AudioHost {
  /**
   * The sound as it was given: a `File` of the user, what a handler gave, a URL; of a stream that a handler gave, the
   * samples so far. While recording for a stream: the last chunk.
   */
  @property({ noAccessor: true })
  get value(): SoundValue {
    const { writer } = this.#stream;
    return writer ? (writer.stream?.samples() ?? null) : this.#value;
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

  protected readonly medium = 'Sound';
  #value: SoundValue = null;
  #reading: Promise<void> = Promise.resolve();
  readonly #stream = new RunStream<NonNullable<SoundValue>, AudioStream>({
    begin: () => {
      this.message = '';
      this.#set(null);
    },
    load: async () => {
      const { autoplay } = this;
      const { AudioStream } = await loadStream();
      return new AudioStream({ autoplay });
    },
    ready: (stream) => (this.playing = stream),
    failed: (error) => this.complain(error),
  });

  constructor(options?: object) {
    super(options);
    // Silence, and no device, until somebody plays it again.
    this.addEventListener(REMOVED, () => this.#stream.writer?.whenReady((stream) => stream.release()));
  }

  protected override async loadView(root: ShadowRoot): Promise<AudioView> {
    const { AudioView } = await lazy(() => import('./audio-view.ts'));
    return new AudioView(this, root);
  }

  override async toHandler(): Promise<Input> {
    await this.settled();
    await (await this.#stream.writer?.loading)?.settled();
    return this.asInput(this.value);
  }

  protected override async asInput(value: SoundValue): Promise<Input> {
    const { toHandler } = await loadToHandler();
    return { kind: 'value', value: await toHandler(value, this.type, this) };
  }

  protected override accept(given: unknown): SoundValue {
    const value = given ?? null;
    if (isSound(value)) return value;
    throw this.refuse(given, '{ sampleRate, channels }, a Blob, the bytes of a whole file or a URL');
  }

  override fromHandler(given: unknown, over?: AbortSignal): void {
    const value = this.accept(given);
    if (this.streaming && over && !over.aborted) {
      if (value === null || !this.#stream.append(value, over)) return; // a chunk without sound, or of a run that had its time
      return this.emit('change', Object.defineProperty({}, 'value', { get: () => this.value }));
    }
    this.message = '';
    const changed = this.#stream.writer !== null || value !== this.#value;
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
    await this.settled();
    const { toFile } = await loadToHandler();
    const { format } = this;
    const { writer } = this.#stream;
    return writer ? toFile(await writer.toBlob(), type || format, format) : toFile(this.#value, type, format);
  }

  onRecord(follow: Follower): () => void {
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

  /** @internal */
  handed(chunk: Blob | Samples): void {
    this.#value = chunk;
  }

  protected override get filled(): boolean {
    return this.playing !== null;
  }

  protected override async settled(): Promise<void> {
    await this.view?.reading;
    await this.#reading;
  }

  #set(value: SoundValue): void {
    const samples = isSamples(value) ? toSamples(value) : null; // what does not fit changes nothing
    this.#stream.close();
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
      const { fileOf } = await loadToHandler();
      const file = await fileOf(value);
      if (value === this.#value) this.playing = file;
    } catch (error) {
      if (value === this.#value) this.complain(error as Error);
    }
  }
}
