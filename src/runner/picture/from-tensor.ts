/** @file Makes a picture of a model's output. */

import { ValueError, describe } from '../../shared/errors.ts';
import type { TensorLike } from './tensor-types.ts';
import { type Numbering, numbering } from './numbering.ts';

/**
 * Makes a picture of a model's output: the way back from `toTensor`, with the same options.
 *
 * @param tensor - `[1, channels, height, width]` with 1 or 3 channels, or with `layout: 'NHWC'`
 *   `[1, height, width, channels]`; the leading 1, and a single channel, may be missing. Of several pictures the first.
 * @throws {ValueError} when the shape is no picture's.
 */
export function fromTensor(tensor: TensorLike, options: Numbering = {}): ImageData {
  const { dims, data } = tensor ?? {};
  const interleaved = options.layout === 'NHWC';
  if (!Array.isArray(dims) || !data) throw unfit(describe(tensor), 'a tensor: { type, data, dims }');
  const shape = dims.length === 4 ? dims.slice(1) : dims;
  const [height = 0, width = 0, count = 0] =
    shape.length === 2 ? [...shape, 1] : interleaved ? shape : [shape[1], shape[2], shape[0]];
  const channels = options.channels ?? (count === 1 ? 'gray' : 'RGB');
  const floats = /float|bool/.test(tensor.type);
  const planes = numbering({ ...options, channels }, floats);
  const fits = planes.length === count && width * height > 0 && data.length >= width * height * count;
  if (shape.length < 2 || shape.length > 3 || !fits)
    throw unfit(
      `${tensor.type} [${dims.join(', ')}]`,
      `[1, ${interleaved ? `height, width, ${planes.length}` : `${planes.length}, height, width`}]` +
        (interleaved ? '' : '; of channels that stand together say so with layout: "NHWC"'),
    );
  const image = new ImageData(width, height);
  image.data.fill(255);
  const numbers = numbersOf(tensor);
  const step = interleaved ? count : 1;
  planes.forEach(({ byte, gain, bias }, channel) => {
    let from = interleaved ? channel : channel * width * height;
    for (let to = Math.max(0, byte); to < image.data.length; to += 4, from += step)
      image.data[to] = (numbers[from]! - bias) / gain; // rounds and clamps
  });
  if (channels === 'gray') spreadRed(image.data);
  return image;
}

/** Plain numbers: of 64-bit integers, and of half floats where the browser has no array of them. */
function numbersOf({ type, data }: TensorLike): ArrayLike<number> {
  if (data instanceof BigInt64Array || data instanceof BigUint64Array || typeof data[0] === 'bigint')
    return Float64Array.from(data as ArrayLike<bigint>, Number);
  if (type === 'float16' && data instanceof Uint16Array) return Float32Array.from(data, halfFloat);
  return data as ArrayLike<number>;
}

/** A half float by its bits. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const [exponent, fraction] = [(bits >> 10) & 0x1f, (bits & 0x3ff) / 1024];
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (exponent ? (1 + fraction) * 2 ** (exponent - 15) : fraction * 2 ** -14);
}

function spreadRed(rgba: Uint8ClampedArray): void {
  for (let at = 0; at < rgba.length; at += 4) rgba[at + 1] = rgba[at + 2] = rgba[at]!;
}

function unfit(came: string, expected: string): ValueError {
  return new ValueError(`fromTensor was given ${came}, expected ${expected}`, { target: 'image' });
}
