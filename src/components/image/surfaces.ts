/** @file The canvases of an Image that workers paint. */

import { nextFrame } from '../parts/next-frame.ts';
import { drawn } from '../parts/picture.ts';

/** Milliseconds after which a picture is there without an animation frame: what is out of view may have none. */
const NO_FRAME_MS = 100;

/**
 * Canvases on the page that workers paint: one for each stream, the one that was painted last is shown. Pixels are read
 * back only when somebody asks for them.
 */
export class Surfaces {
  readonly #changed: () => void;
  /** Those that workers paint, and those whose last picture may still be on its way. */
  readonly #canvases = new Map<OffscreenCanvas, HTMLCanvasElement>();
  readonly #closed = new Set<OffscreenCanvas>();
  /** Pictures that arrive with the next frame. */
  readonly #arriving = new Set<object>();
  #shown: HTMLCanvasElement | null = null;
  #cache: ImageData | null = null;

  /** @param changed - other canvases are to be in the page. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The canvas that shows what a worker painted last; `null` when something else is shown. */
  get shown(): HTMLCanvasElement | null {
    return this.#shown;
  }

  /** The canvases that wait in the page for their next picture. */
  get waiting(): HTMLCanvasElement[] {
    return [...this.#canvases.values()].filter((canvas) => canvas !== this.#shown);
  }

  /** A new canvas each time: one can be given away once only. */
  open(): OffscreenCanvas {
    this.#sweep();
    const canvas = document.createElement('canvas');
    const painted = canvas.transferControlToOffscreen();
    this.#canvases.set(painted, canvas);
    this.#changed();
    return painted;
  }

  /** Nobody paints this canvas any more; its last picture may still arrive, until the next one is opened. */
  close(painted: OffscreenCanvas): void {
    this.#closed.add(painted);
  }

  /**
   * Shows what was painted on this canvas, which has left its worker. A canvas that is shown has it by now; another one
   * takes its place with the next frame.
   *
   * @returns false when it is no longer waited for, or something else has taken its place.
   */
  async painted(painted: OffscreenCanvas): Promise<boolean> {
    // An animation frame for each picture would cost the page more than all else that it does for one.
    if (this.#shown !== null && this.#canvases.get(painted) === this.#shown) {
      this.#cache = null;
      return true;
    }
    const picture = {};
    this.#arriving.add(picture);
    if (!document.hidden)
      await Promise.race([nextFrame(), new Promise((resolve) => setTimeout(resolve, NO_FRAME_MS))]);
    const canvas = this.#canvases.get(painted);
    if (!this.#arriving.delete(picture) || !canvas) return false;
    this.#cache = null;
    if (this.#shown === canvas) return true;
    this.#shown = canvas;
    this.#changed();
    return true;
  }

  /** The pixels that are shown; the same object until the next picture. */
  read(): ImageData | null {
    const canvas = this.#shown;
    if (!canvas || canvas.width === 0 || canvas.height === 0) return null;
    this.#cache ??= drawn(canvas).getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return this.#cache;
  }

  /** Something else is shown from now on; the next picture brings its canvas back. */
  hide(): void {
    this.#arriving.clear();
    this.#shown = null;
    this.#cache = null;
  }

  /** Something else is shown, and what is still on its way to closed canvases is not waited for. */
  drop(): void {
    this.hide();
    this.#sweep();
  }

  #sweep(): void {
    for (const painted of this.#closed) this.#canvases.delete(painted);
    this.#closed.clear();
  }
}
