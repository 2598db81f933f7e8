/** @file Says how a byte of a pixel becomes a number of a tensor. */

import { ValueError, describe } from '../../shared/errors.ts';

/** How a byte of a pixel becomes a number of a tensor: `(range(byte) − mean) / std`. */
export interface Numbering {
  /** Order of the channels; `'gray'` is one channel, as bright as the colours. Default: `'RGB'`. */
  channels?: 'RGB' | 'BGR' | 'gray';
  /** Whether channels are planes, one after the other (`'NCHW'`, default), or stand together in each pixel. */
  layout?: 'NCHW' | 'NHWC';
  /**
   * What black and white are before `mean` and `std`. Default: `[0, 1]`; of bytes and other whole numbers `[0, 255]`.
   */
  range?: readonly [black: number, white: number];
  /** Is taken off; one number, or one per channel in their order. Default: 0. */
  mean?: number | readonly number[];
  /** Divides; one number, or one per channel. Default: 1. */
  std?: number | readonly number[];
}

/** One channel of a tensor: its numbers are `byte × gain + bias`. */
export interface Plane {
  /** Which byte of an RGBA pixel it is; −1 for brightness. */
  byte: number;
  gain: number;
  bias: number;
}

const orders = { RGB: [0, 1, 2], BGR: [2, 1, 0], gray: [-1] };

/**
 * Works out the channels of a tensor with these options.
 *
 * @param floats - whether its numbers are floats, for the default of `range`.
 * @throws {ValueError} when an option does not fit.
 */
export function numbering(
  { channels = 'RGB', layout = 'NCHW', range, mean = 0, std = 1 }: Numbering,
  floats: boolean,
): Plane[] {
  const order = orders[channels];
  if (!order) throw unfit('channels', channels, "'RGB', 'BGR' or 'gray'");
  if (layout !== 'NCHW' && layout !== 'NHWC') throw unfit('layout', layout, "'NCHW' or 'NHWC'");
  const [black, white] = range ?? [0, floats ? 1 : 255];
  if (!Number.isFinite(black) || !Number.isFinite(white)) throw unfit('range', range, '[black, white]');
  const each = (name: string, value: number | readonly number[]): readonly number[] => {
    const list = typeof value === 'number' ? order.map(() => value) : value;
    if (list?.length !== order.length || !list.every(Number.isFinite))
      throw unfit(name, value, `a number, or ${order.length} of them`);
    return list;
  };
  const [means, stds] = [each('mean', mean), each('std', std)];
  if (stds.includes(0)) throw unfit('std', std, 'none that is 0');
  return order.map((byte, at) => ({
    byte,
    gain: (white - black) / 255 / stds[at]!,
    bias: (black - means[at]!) / stds[at]!,
  }));
}

/** Makes the error for an option of a tensor that does not fit. */
export function unfit(option: string, came: unknown, expected: string): ValueError {
  return new ValueError(`The option ${option} of a tensor is ${describe(came)}, expected ${expected}`, {
    target: 'image',
  });
}
