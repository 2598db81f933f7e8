/** @file Makes RGBA of RGB, grey, bytes and floats. */

import { ValueError, describe } from '../errors.ts';

/** Numbers of a known kind: bytes, or floats from 0 to 1. */
type Numbers = Uint8Array | Uint8ClampedArray | Float32Array | Float64Array;

/** A picture as plain numbers: RGBA, RGB or grey by its length; bytes, or floats from 0 to 1. */
export interface Pixels {
  /** A plain array counts as floats where no number is above 1, else as bytes. */
  data: Numbers | readonly number[];
  /** Pixels. */
  width: number;
  height: number;
}

/** Returns true for what looks like `Pixels`; whether it fits is for `toImageData` to say. */
export function isPixels(value: unknown): value is Pixels {
  const { data, width, height } = (value ?? {}) as Record<string, unknown>;
  return (Array.isArray(data) || ArrayBuffer.isView(data)) && width !== undefined && height !== undefined;
}

/**
 * Makes RGBA bytes of pixels. Floats are scaled from 0…1 and clamped; missing alpha is opaque.
 * RGBA bytes are not copied: the result shares their memory.
 *
 * @throws {ValueError} when the length fits no number of channels, or the numbers are of another kind.
 */
export function toImageData({ data: given, width, height }: Pixels): ImageData {
  if (!isSide(width) || !isSide(height))
    throw unfit(`a width of ${describe(width)} and a height of ${describe(height)}`, 'whole numbers above 0');
  const data = Array.isArray(given) ? typed(given) : (given as Numbers);
  const floats = data instanceof Float32Array || data instanceof Float64Array;
  if (!floats && !(data instanceof Uint8Array) && !(data instanceof Uint8ClampedArray))
    throw unfit(
      `data that is ${describe(data)}`,
      'a Uint8Array, a Uint8ClampedArray, a Float32Array of 0…1, or a plain array of numbers',
    );
  const channels = data.length / (width * height);
  if (channels !== 1 && channels !== 3 && channels !== 4) {
    const area = width * height;
    const fitting = `${area * 4} (RGBA), ${area * 3} (RGB) or ${area} (grey)`;
    throw unfit(`${data.length} numbers for ${width}×${height} pixels`, fitting);
  }
  if (channels === 4 && !floats && data.buffer instanceof ArrayBuffer)
    return new ImageData(new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), width, height);
  const image = new ImageData(width, height);
  spread(data, image.data, channels, floats ? 255 : 1);
  return image;
}

/** A picture of bytes that are all 0 or 1 would be black: what lies in 0…1 was meant as floats. */
function typed(list: readonly unknown[]): Numbers {
  let most = 0;
  for (const number of list) {
    if (typeof number !== 'number')
      throw unfit(`${describe(number)} in ${describe(list)}`, 'numbers: bytes, or floats of 0…1');
    if (number > most) most = number;
  }
  return most > 1 ? Uint8ClampedArray.from(list as number[]) : Float32Array.from(list as number[]);
}

/** Writes each pixel's channels and its alpha; the clamped array rounds and clamps. */
function spread(from: Numbers, to: Uint8ClampedArray, channels: 1 | 3 | 4, scale: number): void {
  for (let read = 0, write = 0; write < to.length; read += channels, write += 4) {
    to[write] = from[read]! * scale;
    to[write + 1] = from[channels === 1 ? read : read + 1]! * scale;
    to[write + 2] = from[channels === 1 ? read : read + 2]! * scale;
    to[write + 3] = channels === 4 ? from[read + 3]! * scale : 255;
  }
}

const isSide = (side: unknown): boolean => Number.isInteger(side) && (side as number) > 0;

function unfit(came: string, expected: string): ValueError {
  return new ValueError(`An image came with ${came}, expected ${expected}`, { target: 'image' });
}
