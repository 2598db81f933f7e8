/** @file The Image as bindings see it: value, recordings, the canvas that a worker may paint. */

import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { part } from '../../page/lazy.ts';
import { REMOVED, type StreamPort, type StreamStats, type SurfacePort } from '../../shared/port.ts';
import type { Input } from '../../shared/protocol.ts';
import { valueEvent } from '../../page/value-event.ts';
import type { TimeLimit } from '../time-bar/time-bar.ts';
import { Faced } from '../base/view.ts';
import { report } from '../parts/report.ts';
import type { ImageFace } from './image-view.ts';
import type { ImageHost } from './image-host.ts';
import { ImageOptions } from './image-options.ts';
import { type Picture, isCanvas, isPicture } from '../parts/picture.ts';
import { Shown } from './shown.ts';
import type { Follow } from '../device-session/device-host.ts';
import type { Webcam } from '../webcam/webcam.ts';

/** What is in the frame is not needed before the first one is in a page. */
const loadFace = () => part(() => import('./image-view.ts'));

const NO_STATS: StreamStats = { captured: 0, delivered: 0, dropped: 0, fps: 0, latency: 0 };
/** Milliseconds that a stream must wait before the button says so. */
const PATIENCE_MS = 150;
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
  /** The stream has waited for longer than a moment. @internal */
  @state() waiting = false;

  /** @internal */
  readonly followers = new Set<Follow>();
  /** @internal */
  readonly shown = new Shown(
    () => this.requestUpdate(),
    (error) => this.complain(error),
  );
  protected readonly faced = new Faced<ImageFace>(this, async (root) => {
    const { ImageFace } = await loadFace();
    return new ImageFace(this, root);
  });
  #stats: StreamStats = NO_STATS;
  #statsShown = 0;
  #patience: ReturnType<typeof setTimeout> | undefined;

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

  /** @internal */
  get name(): string {
    return this.accessibleName;
  }

  override async toHandler(): Promise<Input> {
    const webcam = this.#webcam;
    if (webcam && webcam.recording !== 'off' && webcam.preview?.ready) {
      const source = await webcam.preview.grab();
      return { kind: 'image', type: this.type, source, mirror: webcam.mirrored };
    }
    await loadFace();
    await this.faced.face?.reading;
    await this.shown.settled();
    return this.asInput(this.shown.value);
  }

  protected override async asInput(value: Picture): Promise<Input> {
    const { toInput } = await loadFace();
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
    const { encode } = await loadFace();
    return encode(this.value, type, this.format);
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
    if (failed) this.message = 'The recording ended because its handler failed.';
  }

  override clear(): void {
    this.faced.face?.forget();
    super.clear();
  }

  /** @internal */
  notify(name: string, detail?: unknown): void {
    this.emit(name, detail);
  }

  /** @internal */
  complain(error: Error): void {
    this.message = error.message;
    report(this, 'Image', error);
  }

  /** @internal */
  took(file: File | null): void {
    this.value = file;
    for (const name of [file ? 'upload' : 'clear', 'input', 'change']) this.emit(name, { value: file });
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
    this.faced.face?.replaced();
  }

  protected override get filled(): boolean {
    return this.shown.filled || this.#webcam?.phase === 'live';
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.faced.settled();
    await this.shown.settled();
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('streamState')) return;
    clearTimeout(this.#patience);
    this.waiting = false;
    if (this.streamState === 'waiting') this.#patience = setTimeout(() => (this.waiting = true), PATIENCE_MS);
  }

  /** Taking the value costs time, that of reading a canvas back or of a fresh buffer: only for those who ask. */
  #emitChange(): void {
    this.dispatchEvent(valueEvent('change', () => this.value));
  }

  get #webcam(): Webcam | null {
    return this.faced.face?.webcam ?? null;
  }
}
