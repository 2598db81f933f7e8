/** @file Paints a canvas of the page from where the handler runs. */

import type { Painted } from '../../shared/protocol.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** Milliseconds after which a picture counts as gone without an animation frame: hidden pages have none. */
const NO_FRAME_MS = 300;

/** False while this thread has no animation frames: then nothing waits for one. */
let hasFrames = true;

/** A canvas on the page that is painted from here, so that a streamed picture never passes the page's thread. */
export class SurfacePainter {
  readonly #canvas: OffscreenCanvas;
  readonly #arrived: (width: number, height: number) => void;
  #context: Context | null = null;
  #leaving: Promise<void> | null = null;

  /** @param arrived - called when what was painted last is on its way to the page; once for pictures of one frame. */
  constructor(canvas: OffscreenCanvas, arrived: (width: number, height: number) => void) {
    this.#canvas = canvas;
    this.#arrived = arrived;
  }

  /** Paints a picture and says its size; `null` when `value` is no picture that can be painted at once. */
  paint(value: unknown): Painted | null {
    const isFrame = typeof VideoFrame === 'function' && value instanceof VideoFrame;
    if (value instanceof ImageData) this.#fit(value).putImageData(value, 0, 0);
    else if (isFrame)
      this.#fit({ width: value.displayWidth, height: value.displayHeight }).drawImage(
        value as CanvasImageSource,
        0,
        0,
      );
    else if (value instanceof ImageBitmap || value instanceof OffscreenCanvas)
      this.#fit(value).drawImage(value, 0, 0);
    else return null;
    this.#notifyLater();
    return { painted: { width: this.#canvas.width, height: this.#canvas.height } };
  }

  /**
   * What was painted goes to the page with the next animation frame of this thread, which code that blocks before it holds
   * up. Wait for it before such code is called; `null` when there is nothing to wait for.
   */
  get leaving(): Promise<void> | null {
    return this.#leaving;
  }

  #notifyLater(): void {
    this.#leaving ??= new Promise((resolve) => {
      let gone = false;
      const left = () => {
        if (gone) return;
        gone = true;
        clearTimeout(timer);
        this.#leaving = null;
        this.#arrived(this.#canvas.width, this.#canvas.height);
        resolve();
      };
      const frameless = () => {
        hasFrames = false;
        left();
      };
      const timer = setTimeout(frameless, hasFrames ? NO_FRAME_MS : 0);
      requestAnimationFrame(() => {
        hasFrames = true;
        setTimeout(left); // the canvas leaves at the end of the frame
      });
    });
  }

  #fit({ width, height }: { width: number; height: number }): Context {
    const canvas = this.#canvas;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    this.#context ??= canvas.getContext('2d')!;
    this.#context.globalCompositeOperation = 'copy'; // a picture with holes replaces the last one too
    return this.#context;
  }
}
