import { drawn } from './picture.ts';

/** A canvas on the page that a worker paints. Its pixels are read back only when somebody asks for them. */
export class Surface {
  readonly #changed: () => void;
  #opened: HTMLCanvasElement | null = null;
  #shown: HTMLCanvasElement | null = null;
  #cache: ImageData | null = null;

  /** @param changed - another canvas is to be in the page. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The canvas that shows what a worker painted last; `null` when something else is shown. */
  get shown(): HTMLCanvasElement | null {
    return this.#shown;
  }

  /** A canvas that waits in the page for its first picture. */
  get opened(): HTMLCanvasElement | null {
    return this.#opened === this.#shown ? null : this.#opened;
  }

  /** A new canvas each time: one can be given away once only. */
  open(): OffscreenCanvas {
    this.#opened = document.createElement('canvas');
    this.#changed();
    return this.#opened.transferControlToOffscreen();
  }

  /** The page has what the worker painted last: it is shown. False when no worker paints any more. */
  painted(): boolean {
    if (!this.#opened) return false;
    this.#cache = null;
    if (this.#shown === this.#opened) return true;
    this.#shown = this.#opened;
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

  /** Something else is shown from now on; the worker's next picture brings the canvas back. */
  hide(): void {
    this.#shown = null;
    this.#cache = null;
  }

  /** Nobody paints any more. */
  drop(): void {
    this.hide();
    this.#opened = null;
  }
}
