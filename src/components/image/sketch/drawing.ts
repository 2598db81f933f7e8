/** @file A drawing: strokes upon a picture or a plain ground. */

import { Sheet, type Stroke } from './sheet.ts';
import type { DrawingSize } from './sketch-options.ts';

/** A drawing: strokes upon a picture or a plain ground, on two canvases. */
export class Drawing {
  /** As it is seen, as fine as the screen. */
  readonly seen = new Sheet(false);
  /** In its own pixels: what its value is read from. */
  readonly #sheet = new Sheet(true);
  #size: DrawingSize = [1, 1];
  #background = '';
  #base: HTMLCanvasElement | HTMLImageElement | null = null;
  #strokes: Stroke[] = [];
  #scale = 1;

  get size(): DrawingSize {
    return this.#size;
  }

  /** Strokes that are there. */
  get length(): number {
    return this.#strokes.length;
  }

  /** What is drawn upon; `null` for nothing but the background. */
  get base(): HTMLCanvasElement | HTMLImageElement | null {
    return this.#base;
  }

  /** Begins again, on a picture or on nothing. */
  begin(base: HTMLCanvasElement | HTMLImageElement | null): void {
    this.#base = base;
    this.#strokes = [];
  }

  /** Draws all of it anew where size or background differ, or `always`. */
  set(size: DrawingSize, background: string, always = false): void {
    const same = background === this.#background && size.every((side, at) => side === this.#size[at]);
    if (same && !always) return;
    this.#size = size;
    this.#background = background;
    this.#redraw(this.#sheet, 1);
    this.#redraw(this.seen, this.#scale);
  }

  /** Pixels of the screen for one of the drawing. */
  scale(scale: number): void {
    if (scale === this.#scale) return;
    this.#scale = scale;
    this.#redraw(this.seen, scale);
  }

  press(stroke: Stroke): void {
    this.#strokes.push(stroke);
    this.#extend(stroke, 0);
  }

  /** Leads the last stroke on. */
  lead(points: readonly Stroke['points'][number][]): void {
    const stroke = this.#strokes.at(-1)!;
    const from = stroke.points.length;
    stroke.points.push(...points);
    this.#extend(stroke, from);
  }

  /** The last stroke is over: its line ends where the pointer was. */
  end(): void {
    this.lead([this.#strokes.at(-1)!.points.at(-1)!]);
  }

  /** Takes the last stroke back. */
  undo(): void {
    this.#strokes.pop();
    this.set(this.#size, this.#background, true);
  }

  /** @throws when it is upon a picture of another site. */
  read(): ImageData {
    return this.#sheet.read();
  }

  #extend(stroke: Stroke, from: number): void {
    this.#sheet.extend(stroke, from);
    this.seen.extend(stroke, from);
  }

  #redraw(sheet: Sheet, scale: number): void {
    sheet.begin(this.#size, scale, this.#background, this.#base);
    for (const stroke of this.#strokes) sheet.extend(stroke, 0);
  }
}
