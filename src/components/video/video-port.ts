/** @file The Video as bindings see it: value, and streams of chunks. */

import { property, state } from 'lit/decorators.js';
import type { VideoStream } from '../../media/video/video-out.ts';
import { part } from '../../page/lazy.ts';
import type { Input } from '../../shared/protocol.ts';
import { Faced } from '../base/view.ts';
import type { Follow } from '../device-session/device-host.ts';
import { report, toast } from '../parts/report.ts';
import { Turns } from '../media-frame/turns.ts';
import type { VideoFace } from './video-view.ts';
import type { VideoHost } from './video-host.ts';
import { VideoOptions } from './video-options.ts';
import { expectChunks, loadAhead } from './video.lazy.ts';
import { VideoRelay } from './video-stream-writer.ts';
import { type VideoValue, isChunk, isVideo, ownBlob } from './video-value.ts';

const loadGive = () => part(() => import('./video-to-handler.ts'));

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
  /** @internal */
  readonly followers = new Set<Follow>();
  protected readonly faced = new Faced<VideoFace>(this, async (root) => {
    if (this.streaming) loadAhead();
    const { VideoFace } = await part(() => import('./video-view.ts'));
    return new VideoFace(this, root);
  });

  #value: VideoValue = null;
  #relay: VideoRelay | null = null;
  #reading: Promise<void> = Promise.resolve();
  readonly #turns = new Turns();

  /** @internal */
  get name(): string {
    return this.accessibleName;
  }

  override async toHandler(): Promise<Input> {
    await this.#reading;
    return this.asInput(await this.#file());
  }

  protected override async asInput(value: VideoValue): Promise<Input> {
    const { give } = await loadGive();
    return { kind: 'value', value: await give(value, this) };
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
      if (this.#append(value, over)) this.emit('change', { value });
      return;
    }
    const changed = this.#relay !== null || value !== this.#value;
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
    await this.#reading;
    const { toFile } = await loadGive();
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

  /** @internal */
  notify(name: string, detail: unknown = {}): void {
    this.emit(name, detail);
  }

  /** @internal */
  complain(error: Error): void {
    this.message = error.message;
    report(this, 'Video', error);
  }

  /** @internal */
  read(file: Promise<void>): void {
    this.#reading = file;
  }

  override clear(): void {
    this.faced.face?.forget();
    super.clear();
  }

  protected override get filled(): boolean {
    return this.playing !== null;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (changed.has('status') && this.streaming && this.status.stage !== 'idle') void expectChunks();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.faced.settled();
    await this.#reading;
    return super.getUpdateComplete();
  }

  #warn(message: string): void {
    console.warn(`Video: ${message}`, this);
    toast(this, 'warning', 'Video', message);
  }

  async #file(): Promise<VideoValue> {
    return this.#relay ? this.#relay.toBlob() : this.#value;
  }

  /** The first value of a run takes the place of what was there. False for a run that had its time. */
  #append(chunk: Exclude<VideoValue, null>, over: AbortSignal): boolean {
    const turn = this.#turns.take(over);
    if (turn === 'past') return false;
    if (turn === 'first' || !this.#relay) {
      this.value = null;
      const relay = (this.#relay = new VideoRelay(
        this.autoplay,
        (stream) => (this.playing = stream),
        (error) => this.complain(error),
        (words) => this.#warn(words),
      ));
      over.addEventListener('abort', () => void this.#finish(relay));
    }
    this.#value = chunk;
    this.#relay.append(chunk);
    return true;
  }

  async #finish(relay: VideoRelay): Promise<void> {
    relay.finish();
    const whole = await relay.toBlob().catch(() => null); // told where it is asked for
    if (whole && relay === this.#relay) this.#value = whole;
  }

  #set(value: VideoValue): void {
    this.#relay?.close();
    this.#relay = null;
    this.stale = false;
    this.#value = value;
    this.#reading = Promise.resolve();
    const plain = value === null || typeof value === 'string' || value instanceof Blob;
    this.playing = plain ? value : new Blob([value as BlobPart]);
  }
}
