import { isSkip, updateOf, type Painted } from '../shared/protocol.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** Milliseconds after which a picture is told of without an animation frame: hidden pages have none. */
const NO_FRAME_MS = 100;

/** A canvas on the page that is painted from here, so that a streamed picture never passes the page's thread. */
export class Surface {
  readonly #canvas: OffscreenCanvas;
  readonly #arrived: (width: number, height: number) => void;
  #context: Context | null = null;
  #painting = false;
  #generation = 0;

  /** @param arrived - told when what was painted last has reached the page; once for pictures of one frame. */
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
    else {
      // A value of another kind takes the picture's place, also where that has not arrived yet.
      if (!isSkip(value) && !updateOf(value)) this.#generation++;
      return null;
    }
    this.#tell();
    return { painted: { width: this.#canvas.width, height: this.#canvas.height } };
  }

  // Canvases go to the page with the animation frames of this thread. On a busy machine the page may have the canvas
  // a little after the frame; it has it by the next one, and the screen does not wait for that.
  #tell(): void {
    if (this.#painting) return;
    this.#painting = true;
    const generation = this.#generation;
    const tell = () => {
      clearTimeout(timer);
      if (this.#generation === generation && !told) this.#arrived(this.#canvas.width, this.#canvas.height);
      told = true;
    };
    let told = false;
    // Pictures of the next frame are told of on their own.
    const timer = setTimeout(() => {
      this.#painting = false;
      tell();
    }, NO_FRAME_MS);
    requestAnimationFrame(() => {
      this.#painting = false;
      requestAnimationFrame(tell);
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
