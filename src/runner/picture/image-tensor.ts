/** @file The tensor of a picture, which remembers where in it the picture lies. */

/** A rectangle in pixels. */
export interface TensorPlace {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A picture as the input of a model. `session.run` takes it as it is. */
export class ImageTensor {
  readonly type: 'float32' | 'uint8';
  readonly data: Float32Array | Uint8Array;
  readonly dims: readonly number[];
  /** Where the whole picture lies in the input, in the input's pixels; it reaches beyond with `fit: 'cover'`. */
  readonly place: TensorPlace;
  /** Size of the picture, in its own pixels. */
  readonly picture: { readonly width: number; readonly height: number };
  readonly #size: { readonly width: number; readonly height: number };

  constructor(
    data: ImageTensor['data'],
    dims: ImageTensor['dims'],
    place: TensorPlace,
    size: { width: number; height: number },
    picture: ImageTensor['picture'],
  ) {
    this.type = data instanceof Float32Array ? 'float32' : 'uint8';
    this.data = data;
    this.dims = dims;
    this.place = place;
    this.picture = picture;
    this.#size = size;
  }

  /**
   * Takes places in the input back to the picture.
   *
   * @param points - x and y by turns: a point, a box `[left, top, right, bottom]`, any number of landmarks.
   * @param options - `relative`: they are shares of the input's width and height (0…1) in place of its pixels.
   * @returns the same in pixels of the picture, not beyond its edges.
   */
  toImage(points: ArrayLike<number>, { relative = false }: { relative?: boolean } = {}): number[] {
    const { place, picture } = this;
    const axis = (at: number): readonly [number, number, number, number] =>
      at % 2
        ? [relative ? this.#size.height : 1, place.y, place.height, picture.height]
        : [relative ? this.#size.width : 1, place.x, place.width, picture.width];
    return Array.from(points, (value, at) => {
      const [unit, start, length, whole] = axis(at);
      return Math.min(whole, Math.max(0, ((value * unit - start) / length) * whole));
    });
  }
}
