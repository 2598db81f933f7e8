/** @file The brush and the size of a drawing. */

/** What a drawing is drawn with. */
export interface Brush {
  /** Thickness in pixels of the drawing; on a picture of another size in proportion. Default: a 40th of its width. */
  size?: number;
  /** CSS colour, opaque. Default: black. */
  color?: string;
  /** True: the user can change neither. Default: false. */
  fixed?: boolean;
}

/** Width and height in pixels. */
export type DrawingSize = readonly [width: number, height: number];

const USUAL: DrawingSize = [640, 480];

/** Returns the size of a drawing: what the component's options say in pixels; one of them alone makes it 4:3. */
export function sizeOfDrawing(width: unknown, height: unknown): DrawingSize {
  const [wide, high] = [width, height].map((side) =>
    typeof side === 'number' && side >= 1 ? Math.round(side) : null,
  ) as [number | null, number | null];
  if (wide === null && high === null) return USUAL;
  return [wide ?? Math.round((high! * 4) / 3), high ?? Math.round((wide! * 3) / 4)];
}
