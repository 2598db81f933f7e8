/** @file A canvas with a drawing on it, at any scale. */

import type { DrawingSize } from './sketch-options.ts';

/** One line from press to release, in pixels of the drawing. */
export interface Stroke {
  color: string;
  size: number;
  points: [x: number, y: number][];
}

/** A canvas with a drawing on it, at any scale: strokes are lines, not pixels, until they are here. */
export class Sheet {
  readonly canvas = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D;

  /** @param reads - its pixels will be read often. */
  constructor(reads: boolean) {
    this.#context = this.canvas.getContext('2d', { willReadFrequently: reads })!;
  }

  /** Empties it: only ground and picture are on it, at `scale` pixels of the canvas for one of the drawing. */
  begin(
    [width, height]: DrawingSize,
    scale: number,
    background: string,
    base: CanvasImageSource | null,
  ): void {
    const [wide, high] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
    Object.assign(this.canvas, { width: wide, height: high });
    this.#context.setTransform(wide / width, 0, 0, high / height, 0, 0);
    this.#context.fillStyle = 'white'; // stays, where `background` is no colour
    this.#context.fillStyle = background;
    this.#context.fillRect(0, 0, width, height);
    if (base) this.#context.drawImage(base, 0, 0, width, height);
  }

  /** Draws a stroke from its point number `from` on; those before are there already. */
  extend({ color, size, points }: Stroke, from: number): void {
    const context = this.#context;
    context.fillStyle = context.strokeStyle = 'black';
    context.fillStyle = context.strokeStyle = color;
    context.lineWidth = size;
    context.lineCap = context.lineJoin = 'round';
    context.beginPath();
    if (from === 0) {
      context.arc(...points[0]!, size / 2, 0, 2 * Math.PI);
      context.fill();
      context.beginPath();
    }
    // From middle to middle between two points, bent by the point between: a smooth line.
    for (let at = Math.max(1, from); at < points.length; at++) {
      const control = points[at - 1]!;
      const start = at === 1 ? control : middle(points[at - 2]!, control);
      context.moveTo(...start);
      context.quadraticCurveTo(...control, ...middle(control, points[at]!));
    }
    context.stroke();
  }

  read(): ImageData {
    return this.#context.getImageData(0, 0, this.canvas.width, this.canvas.height);
  }
}

const middle = ([ax, ay]: readonly number[], [bx, by]: readonly number[]): [number, number] => [
  (ax! + bx!) / 2,
  (ay! + by!) / 2,
];
