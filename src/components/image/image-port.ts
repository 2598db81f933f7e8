/** @file The Image as bindings see it: value, recordings, the canvas that a worker may paint. */

import { property, state } from 'lit/decorators.js';
import { lazy } from '../../page/lazy.ts';
import { REMOVED, type StreamPort, type StreamStats, type SurfacePort } from '../../shared/port.ts';
import type { Input } from '../../shared/protocol.ts';
import { valueEvent } from '../../page/events.ts';
import type { TimeLimit } from '../time-bar/time-bar.ts';
import type { ImageView } from './image-view.ts';
import type { ImageHost } from './image-host.ts';
import { ImageOptions } from './image-options.ts';
import { type Picture, isCanvas, isPicture } from '../parts/picture.ts';
import { Shown } from './shown.ts';
import type { Follower } from '../device-session/device-host.ts';
import type { Webcam } from '../webcam/webcam.ts';

/** What is in the frame is not needed before the first one is in a page. */
const loadView = () => lazy(() => import('./image-view.ts'));

const NO_STATS: StreamStats = { captured: 0, delivered: 0, dropped: 0, fps: 0, latency: 0 };
/** Milliseconds between two looks at a stream's figures. */
const STATS_MS = 500;

/** What bindings see of an Image: its value, its recordings, and the canvas that a worker may paint. */
export abstract class ImagePort extends ImageOptions implements StreamPort, SurfacePort, ImageHost {
  /**
   * The picture as it was given: a `File` of the user, what a handler gave, a URL. While recording: the result shown
   * in it, or the last frame. A bitmap or frame of a handler is closed when another picture takes its place.
   */
  @property({ noAccessor: true })
  get value(): Picture {
    const webcam = this.#webcam;
    return webcam && webcam.recording !== 'off' && !this.shown.filled ? webcam.frame : this.shown.value;
  }
  set value(value: Picture | undefined) {
    this.show(value ?? null, false);
  }

  /** The time that a recording has left. @internal */
  @state() limit: TimeLimit | null = null;
  /** @internal */
  readonly shown = new Shown(
    () => this.requestUpdate(),
    (error) => this.complain(error),
  );
  #stats: StreamStats = NO_STATS;
  #statsShown = 0;
  protected readonly medium = 'Image';

  /** Figures of the stream; see `StreamStats`. */
  @property({ attribute: false, noAccessor: true })
  get streamStats(): StreamStats {
    return this.#stats;
  }
  set streamStats(stats: StreamStats) {
    this.#stats = stats;
    if (performance.now() - this.#statsShown < STATS_MS) return;
    this.#statsShown = performance.now();
    this.requestUpdate();
  }

  constructor(options?: object) {
    super(options);
    this.addEventListener(REMOVED, () => this.shown.rest());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.shown.resume();
  }

  protected override async loadView(root: ShadowRoot): Promise<ImageView> {
    const { ImageView } = await loadView();
    return new ImageView(this, root);
  }

  override async toHandler(): Promise<Input> {
    const webcam = this.#webcam;
    if (webcam && webcam.recording !== 'off' && webcam.preview?.ready) {
      const source = await webcam.preview.grab();
      return { kind: 'image', type: this.type, source, mirror: webcam.mirrored };
    }
    await loadView();
    await this.view?.reading;
    await this.shown.settled();
    return this.asInput(this.shown.value);
  }

  protected override async asInput(value: Picture): Promise<Input> {
    const { toInput } = await loadView();
    return toInput(value, this.type, this.name);
  }

  protected override accept(given: unknown): Picture {
    const value = given ?? null;
    if (isPicture(value)) return value;
    throw this.refuse(
      given,
      'ImageData, ImageBitmap, VideoFrame, Blob, a canvas, { data, width, height } or a URL',
    );
  }

  override fromHandler(given: unknown): void {
    const value = this.accept(given);
    const changed = this.shown.differs(value) || isCanvas(value);
    this.show(value, true);
    if (changed) this.#emitChange();
  }

  /**
   * The picture as a file: the original where there is one, else encoded as `type`.
   *
   * @param type - MIME type such as `image/jpeg`; default: the original's, or `format`.
   * @returns `null` when there is no picture.
   * @throws {MediaError} for a type that cannot be written, or a file that cannot be read.
   */
  async toBlob(type?: string): Promise<Blob | null> {
    const { encode } = await loadView();
    return encode(this.value, type, this.format);
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

  openSurface(): OffscreenCanvas | null {
    // Elsewhere than in Chromium such a canvas goes blank when its worker ends.
    const keeps = 'MediaStreamTrackProcessor' in globalThis;
    return this.streaming && keeps ? this.shown.open() : null;
  }

  closeSurface(canvas: OffscreenCanvas): void {
    this.shown.close(canvas);
  }

  async painted(canvas: OffscreenCanvas): Promise<void> {
    if (await this.shown.painted(canvas)) this.#emitChange();
  }

  recordingStarted(): void {
    this.show(null, false);
    this.shown.drop();
    this.streamStats = NO_STATS;
  }

  recordingEnded(failed: boolean): void {
    this.show(null, false);
    this.shown.drop();
    this.limit = null;
    if (failed && this.status.stage !== 'error')
      this.message = 'The recording ended because its handler failed.'; // else that says why
  }

  /** @internal */
  drew(picture: Picture): void {
    this.commit(picture);
  }

  /** Shows a picture; one that is `owned` is closed when another takes its place. */
  protected show(value: Picture, owned: boolean): void {
    this.message = '';
    this.stale = false;
    this.shown.set(value, owned);
    this.view?.replaced();
  }

  protected override get filled(): boolean {
    return this.shown.filled || this.#webcam?.phase === 'live';
  }

  protected override settled(): Promise<void> {
    return this.shown.settled();
  }

  /** Taking the value costs time, that of reading a canvas back or of a fresh buffer: only for those who ask. */
  #emitChange(): void {
    this.dispatchEvent(valueEvent('change', () => this.value));
  }

  get #webcam(): Webcam | null {
    return this.view?.session ?? null;
  }
}
