/** @file The Video as bindings see it: value, and streams of chunks. */

import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { VideoStream } from '../../media/video/video-stream.ts';
import { lazy } from '../../page/lazy.ts';
import { REMOVED } from '../../shared/port.ts';
import type { Input } from '../../shared/protocol.ts';
import { RunStream, type StreamWriter } from '../media-frame/stream-writer.ts';
import { toast } from '../parts/report.ts';
import type { VideoHost } from './video-host.ts';
import { VideoOptions } from './video-options.ts';
import type { VideoView } from './video-view.ts';
import { expectChunks, loadAhead, loadStream } from './video-loaders.ts';
import { type VideoValue, isChunk, isVideo, ownBlob } from './video-value.ts';

const loadToHandler = () => lazy(() => import('./video-to-handler.ts'));

/** What bindings see of a Video: its value, and the stream that a run's values become. */
export abstract class VideoPort extends VideoOptions implements VideoHost {
  /**
   * The video as it was given: a `File` of the user, what a handler gave, a URL; of a stream that a handler gave, the
   * last chunk, and in the end the whole file.
   */
  @property({ noAccessor: true })
  get value(): VideoValue {
    return this.#value;
  }
  set value(value: VideoValue | undefined) {
    this.message = '';
    this.#set(value || null);
  }

  /** What is to be played. @internal */
  @state() playing: Blob | string | VideoStream | null = null;
  /** What the camera's part asks of every component; a Video gives no frames. @internal */
  readonly type = 'frame';
  protected readonly medium = 'Video';
  #value: VideoValue = null;
  readonly #stream = new RunStream<Blob | string, VideoStream>({
    begin: () => (this.value = null),
    load: async () => {
      const { autoplay } = this;
      const { VideoStream } = await loadStream();
      const stream = new VideoStream({ autoplay });
      stream.addEventListener('warning', (event) => this.#warn((event as CustomEvent<string>).detail));
      return stream;
    },
    ready: (stream) => (this.playing = stream),
    failed: (error) => this.complain(error),
    finished: (writer) => void this.#finish(writer),
  });

  constructor(options?: object) {
    super(options);
    this.addEventListener(REMOVED, () => {
      const { playing } = this;
      if (playing && typeof playing === 'object' && 'rest' in playing) playing.rest();
    });
  }

  protected override async loadView(root: ShadowRoot): Promise<VideoView> {
    if (this.streaming) loadAhead();
    const { VideoView } = await lazy(() => import('./video-view.ts'));
    return new VideoView(this, root);
  }

  override async toHandler(): Promise<Input> {
    await this.settled();
    return this.asInput(await this.#file());
  }

  protected override async asInput(value: VideoValue): Promise<Input> {
    const { toHandler } = await loadToHandler();
    return { kind: 'value', value: await toHandler(value, this) };
  }

  protected override accept(given: unknown, chunk = false): VideoValue {
    const value = ownBlob(given ?? null);
    if (isVideo(value) && (!chunk || isChunk(value))) return value;
    throw this.refuse(
      given instanceof Blob ? `a ${given.type} file` : given,
      `a Blob, the bytes or the URL of a video${chunk ? ' chunk: mp4, webm or MPEG-TS' : ''}`,
    );
  }

  override fromHandler(given: unknown, over?: AbortSignal): void {
    const streams = this.streaming && over && !over.aborted;
    const value = this.accept(given, streams);
    if (streams) {
      if (value === null) return; // a chunk without a video
      if (!this.#stream.append(chunkOf(value), over)) return; // of a run that had its time
      this.#value = value;
      this.emit('change', { value });
      return;
    }
    const changed = this.#stream.writer !== null || value !== this.#value;
    this.value = value;
    if (changed) this.emit('change', { value });
  }

  /**
   * The video as a file: the original where there is one; of a stream, all that came.
   *
   * @param type - MIME type, `video/mp4` or `video/webm`: what is of another type is written anew. Default: `format`.
   * @returns `null` when there is no video.
   * @throws {MediaError} for a type that cannot be written, or a file that cannot be read.
   */
  async toBlob(type?: string): Promise<Blob | null> {
    await this.settled();
    const { toFile } = await loadToHandler();
    return toFile(await this.#file(), type ?? (this.format && `video/${this.format}`));
  }

  /** @internal */
  recordingStarted(): void {
    this.value = null;
    this.emit('startRecording');
  }

  /** @internal */
  recordingEnded(failed: boolean): void {
    if (failed) this.message ||= 'The recording could not be kept.';
  }

  protected override get filled(): boolean {
    return this.playing !== null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('status') && this.streaming && this.status.stage !== 'idle') void expectChunks();
  }

  protected override async settled(): Promise<void> {
    await this.view?.reading;
  }

  #warn(message: string): void {
    console.warn(`Video: ${message}`, this);
    toast(this, 'warning', 'Video', message);
  }

  async #file(): Promise<VideoValue> {
    return this.#stream.writer ? this.#stream.writer.toBlob() : this.#value;
  }

  async #finish(writer: StreamWriter<Blob | string, VideoStream>): Promise<void> {
    const whole = await writer.toBlob().catch(() => null); // told where it is asked for
    if (whole && writer === this.#stream.writer) this.#value = whole;
  }

  #set(value: VideoValue): void {
    this.#stream.close();
    this.stale = false;
    this.#value = value;
    this.playing = value && chunkOf(value);
  }
}

/** A file, or the URL of one: whoever gave bytes may write on. */
const chunkOf = (value: NonNullable<VideoValue>): Blob | string =>
  typeof value === 'string' || value instanceof Blob ? value : new Blob([value as BlobPart]);
