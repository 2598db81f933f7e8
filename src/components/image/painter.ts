/** @file Shows pictures in one place, at most one for each animation frame. */

import { MediaError } from '../../shared/errors.ts';
import { type Drawable, sizeOf } from '../parts/picture.ts';

type Paintable = ImageData | Drawable;

/**
 * Shows pictures in one place: what is made of pixels on a canvas, at most once per animation frame, files and URLs
 * in an `<img>` that takes its place when it has loaded. Whatever came last wins; the picture before stays until then.
 */
export class Painter {
  readonly #canvas = document.createElement('canvas');
  readonly #changed: () => void;
  readonly #failed: (error: MediaError) => void;
  #shown: HTMLCanvasElement | HTMLImageElement | null = null;
  #next: Paintable | null = null;
  #planned = 0;
  #turn = 0;
  /** The file that is shown, and its URL; without one while the component is in no page. */
  #file: Blob | null = null;
  #url: string | null = null;
  #resting = false;
  #loading: Promise<void> = Promise.resolve();

  /** @param changed - another element is to be shown. @param failed - a file or URL is no picture. */
  constructor(changed: () => void, failed: (error: MediaError) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** What belongs in the page now. */
  get element(): HTMLCanvasElement | HTMLImageElement | null {
    return this.#shown;
  }

  /** Resolves when the file or URL last given is shown, or has failed. */
  get loading(): Promise<void> {
    return this.#loading;
  }

  /** Shows a picture; a string is a URL, `null` and an empty one are nothing. What it is given stays its owner's. */
  show(given: Paintable | Blob | string | null): void {
    const value = given instanceof HTMLImageElement && !given.complete ? given.src : given;
    this.#turn++;
    this.#loading = Promise.resolve();
    if (value === null || value === '') return this.#clear();
    if (typeof value === 'string' || value instanceof Blob) {
      this.#loading = this.#load(value, this.#turn);
      return;
    }
    this.#next = value;
    this.#planned ||= requestAnimationFrame(() => this.flush());
    this.#swap(this.#canvas);
  }

  /** Paints what waits for the next animation frame now. */
  flush(): void {
    cancelAnimationFrame(this.#planned);
    this.#planned = 0;
    const value = this.#next;
    this.#next = null;
    if (value !== null) paint(this.#canvas, value);
  }

  /** The component has left the page: a URL would keep its file for good. What is shown stays as it is. */
  rest(): void {
    this.#resting = true;
    this.#revoke();
  }

  /** It is back: what is shown has a URL again, which the browser may ask for. */
  resume(): void {
    this.#resting = false;
    if (this.#file && this.#url === null) this.show(this.#file);
  }

  #clear(): void {
    cancelAnimationFrame(this.#planned);
    this.#planned = 0;
    this.#next = null;
    this.#swap(null);
  }

  async #load(value: Blob | string, turn: number): Promise<void> {
    const url = typeof value === 'string' ? value : URL.createObjectURL(value);
    const image = new Image();
    image.decoding = 'sync'; // it is decoded when it enters the page: no blank frame
    image.src = url;
    try {
      await image.decode();
      if (turn !== this.#turn) throw new DOMException('Another picture came', 'AbortError');
      this.#next = null;
      this.#swap(image);
      if (typeof value !== 'string') [this.#file, this.#url] = [value, url];
      if (this.#resting) this.#revoke();
    } catch (cause) {
      if (typeof value !== 'string') URL.revokeObjectURL(url);
      if (turn === this.#turn) await this.#draw(value, turn, cause);
    }
  }

  /** A page's policy may forbid images from blobs: a file's pixels need no URL. */
  async #draw(value: Blob | string, turn: number, cause: unknown): Promise<void> {
    const bitmap = typeof value === 'string' ? null : await createImageBitmap(value).catch(() => null);
    if (turn === this.#turn && bitmap) {
      this.#next = null;
      paint(this.#canvas, bitmap);
      this.#swap(this.#canvas);
    } else if (turn === this.#turn) this.#failed(unshowable(value, cause));
    bitmap?.close();
  }

  #revoke(): void {
    if (this.#url !== null) URL.revokeObjectURL(this.#url);
    this.#url = null;
  }

  #swap(element: HTMLCanvasElement | HTMLImageElement | null): void {
    this.#revoke();
    this.#file = null;
    if (element === this.#shown) return;
    this.#shown = element;
    this.#changed();
  }
}

/** The error for a file or URL that is no picture. */
function unshowable(value: Blob | string, cause: unknown): MediaError {
  const [what, type] = typeof value === 'string' ? [`The image at ${value}`, ''] : ['The image', value.type];
  return new MediaError(`${what} cannot be shown.`, { type, cause });
}

/** A picture with holes replaces the one before, too; one that was closed meanwhile leaves it. */
function paint(canvas: HTMLCanvasElement, value: Paintable): void {
  const { width, height } = sizeOf(value);
  if (width === 0 || height === 0) return;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d')!;
  context.globalCompositeOperation = 'copy';
  if (value instanceof ImageData) context.putImageData(value, 0, 0);
  else context.drawImage(value, 0, 0, width, height);
}
