/** @file A picture in layers, and all its former states. */

import { canvasOf, contextOf, copyOf, emptyCanvas } from './canvas.ts';
import type { Editable, EditedValue } from './image-editor-host.ts';
import { isPicture } from '../parts/picture.ts';

/** Pixels that former states may hold in all: about a quarter of a gigabyte. */
const MOST_PIXELS = 60_000_000;

/** One layer. Its canvas is not drawn upon once another state has it too. */
export interface Layer {
  readonly canvas: HTMLCanvasElement;
  readonly visible: boolean;
}

/** All of a picture at one time. */
export interface EditState {
  readonly width: number;
  readonly height: number;
  readonly background: HTMLCanvasElement | null;
  readonly layers: readonly Layer[];
  /** The layer that is drawn upon. */
  readonly active: number;
}

/** A point in pixels of the picture. */
export type Point = readonly [x: number, y: number];

/** A picture in layers: what it is now, and what undo and redo make of it. */
export class Editing {
  #past: EditState[] = [];
  #future: EditState[] = [];
  now: EditState;

  constructor(width: number, height: number) {
    this.now = blank(width, height);
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Begins anew, without a past. */
  begin(state: EditState): void {
    this.now = state;
    this.#past = [];
    this.#future = [];
  }

  /** Goes on to another state, which undo takes back. */
  go(next: Partial<EditState>): void {
    this.#past.push(this.now);
    this.#future = [];
    this.now = { ...this.now, ...next };
    const pixels = this.now.width * this.now.height;
    while (this.#past.length * pixels > MOST_PIXELS) this.#past.shift();
  }

  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.#future.push(this.now);
    this.now = before;
  }

  redo(): void {
    const after = this.#future.pop();
    if (!after) return;
    this.#past.push(this.now);
    this.now = after;
  }

  /** Begins a stroke: the layer gets a canvas of its own, which is returned. */
  press(): CanvasRenderingContext2D {
    const { layers, active, width, height } = this.now;
    const canvas = copyOf(layers[active]!.canvas, [0, 0, width, height]);
    this.go({ layers: layers.with(active, { ...layers[active]!, canvas }) });
    return contextOf(canvas);
  }

  /** Chooses the layer that is drawn upon, which is no change to take back. */
  chooseLayer(at: number): void {
    this.now = { ...this.now, active: at };
  }

  addLayer(): void {
    const { layers, width, height } = this.now;
    this.go({
      layers: [...layers, { canvas: emptyCanvas(width, height), visible: true }],
      active: layers.length,
    });
  }

  /** The last layer is emptied; another one goes. */
  removeLayer(at: number): void {
    const { layers, width, height } = this.now;
    const left = layers.filter((_, index) => index !== at);
    if (left.length === 0) left.push({ canvas: emptyCanvas(width, height), visible: true });
    this.go({ layers: left, active: Math.min(this.now.active, left.length - 1) });
  }

  toggleLayer(at: number): void {
    const { layers } = this.now;
    this.go({ layers: layers.with(at, { ...layers[at]!, visible: !layers[at]!.visible }) });
  }

  /** Keeps a part of the picture, of each layer alike. */
  crop([x, y]: Point, [toX, toY]: Point): void {
    const { background, layers } = this.now;
    const [left, top] = [Math.round(Math.min(x, toX)), Math.round(Math.min(y, toY))];
    const [width, height] = [Math.round(Math.abs(toX - x)), Math.round(Math.abs(toY - y))];
    const part = [left, top, width, height] as const;
    this.go({
      width,
      height,
      background: background && copyOf(background, part),
      layers: layers.map((layer) => ({ ...layer, canvas: copyOf(layer.canvas, part) })),
    });
  }

  /** Draws all that is visible. */
  paint(context: CanvasRenderingContext2D): void {
    const { background, layers } = this.now;
    if (background) context.drawImage(background, 0, 0);
    for (const { canvas, visible } of layers) if (visible) context.drawImage(canvas, 0, 0);
  }

  composite(): HTMLCanvasElement {
    const canvas = emptyCanvas(this.now.width, this.now.height);
    this.paint(contextOf(canvas));
    return canvas;
  }
}

/** An empty picture of one layer. */
export const blank = (width: number, height: number): EditState => ({
  width,
  height,
  background: null,
  layers: [{ canvas: emptyCanvas(width, height), visible: true }],
  active: 0,
});

/** Makes the state of a value; what has only a composite has it as its background. @throws saying why it cannot be had */
export async function stateOf(
  value: Editable,
  [wide = 800, high = 600]: readonly number[],
): Promise<EditState> {
  if (value === null) return blank(wide, high);
  const {
    background = null,
    layers = [],
    composite = null,
  } = (isPicture(value) ? { background: value } : value) as EditedValue;
  const under = background ?? (layers.length === 0 ? composite : null);
  const ground = under === null ? null : await canvasOf(under);
  const drawnOn = await Promise.all(layers.filter((layer) => layer !== null).map(canvasOf));
  const { width, height } = ground ?? drawnOn[0] ?? { width: wide, height: high };
  const made = drawnOn.map((canvas) => ({ canvas: copyOf(canvas, [0, 0, width, height]), visible: true }));
  const first = blank(width, height);
  return { ...first, background: ground, layers: made.length > 0 ? made : first.layers };
}
