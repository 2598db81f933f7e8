/** @file Holds the picture that an Image shows, and closes what it replaces. */

import { isClosable } from '../../shared/inputs.ts';
import type { MediaError } from '../../shared/errors.ts';
import { giveBack } from '../../shared/values/transfer.ts';
import { Painter } from './painter.ts';
import { type Picture, drawn, needsLoading, pixelsOf, sizeOf } from '../parts/picture.ts';
import { Surfaces } from './surfaces.ts';

/** The picture that a component shows: its value, and the element in the page that shows it. */
export class Shown {
  readonly #painter: Painter;
  readonly #surfaces: Surfaces;
  #value: Picture = null;
  #owned = false;
  /** Somebody has been given the value, and may hold it. */
  #taken = false;

  /** @param changed - the page needs another element. @param failed - a file or URL is no picture. */
  constructor(changed: () => void, failed: (error: MediaError) => void) {
    this.#painter = new Painter(changed, failed);
    this.#surfaces = new Surfaces(changed);
  }

  /** The picture as it was given; of what a worker painted, its pixels. */
  get value(): Picture {
    this.#taken = true;
    return this.#surfaces.shown ? this.#surfaces.read() : this.#value;
  }

  /** True when `value` is another picture than the one shown, without reading pixels. */
  differs(value: Picture): boolean {
    return value !== this.#value || this.#surfaces.shown !== null;
  }

  get filled(): boolean {
    return this.#surfaces.shown !== null || this.#value !== null;
  }

  /** What belongs in the page now. */
  get element(): HTMLCanvasElement | HTMLImageElement | null {
    return this.#surfaces.shown ?? this.#painter.element;
  }

  /** Canvases that must be in the page, unseen, so that a worker's next picture reaches them. */
  get hidden(): HTMLCanvasElement[] {
    return this.#surfaces.waiting;
  }

  /**
   * Shows another picture.
   *
   * @param owned - a bitmap or frame is closed when the next picture takes its place.
   * @throws {ValueError} when pixels do not fit their size.
   */
  set(value: Picture, owned: boolean): void {
    const picture = typeof value === 'object' && value !== null && 'data' in value ? pixelsOf(value) : value;
    const before = this.#value;
    if (this.#owned && before !== value && isClosable(before)) {
      // What is painted late must be painted before it is closed.
      if (picture !== null && needsLoading(picture)) this.#painter.flush();
      before.close();
    }
    const spent = !this.#taken && before !== value;
    this.#surfaces.hide();
    this.#value = value === '' ? null : value;
    this.#owned = owned;
    this.#taken = false;
    this.#painter.show(picture);
    if (spent) giveBack(before);
  }

  /** A canvas for a worker to paint. */
  open(): OffscreenCanvas {
    return this.#surfaces.open();
  }

  /** No worker paints this canvas any more. */
  close(canvas: OffscreenCanvas): void {
    this.#surfaces.close(canvas);
  }

  /** Shows what a worker painted, which is on its way, when it is there. False when that is no longer waited for. */
  painted(canvas: OffscreenCanvas): Promise<boolean> {
    return this.#surfaces.painted(canvas);
  }

  /** Shows no more of what workers painted so far. */
  drop(): void {
    this.#surfaces.drop();
  }

  /** The component has left the page for good, or for now: nothing is held for it. A frame's picture stays, drawn. */
  rest(): void {
    this.#painter.rest();
    const value = this.#value;
    if (!this.#owned || !isClosable(value) || sizeOf(value).width === 0) return;
    this.#painter.flush();
    this.#value = drawn(value);
    this.#owned = false;
    value.close();
  }

  /** The component is in a page again. */
  resume(): void {
    this.#painter.resume();
  }

  /** Resolves when all that came is shown. */
  async settled(): Promise<void> {
    await this.#painter.loading;
    this.#painter.flush();
  }
}
