/** @file Makes inputs ready to travel, and lists what moves with them. */

import { movables } from '../shared/inputs.ts';
import { movingImage } from '../shared/values/transfer.ts';
import type { Input } from '../shared/protocol.ts';

/**
 * The inputs as they travel, and what moves with them: frames and bitmaps themselves, of images a copy of the
 * pixels. Everything else is cloned.
 */
export function departing(inputs: readonly Input[]): { inputs: Input[]; move: Transferable[] } {
  const move: Transferable[] = movables(inputs);
  const travelling = inputs.map((input): Input => {
    if (input.kind !== 'image' || !(input.source instanceof ImageData)) return input;
    const pixels = new Uint8ClampedArray(input.source.data);
    move.push(pixels.buffer);
    return { ...input, source: movingImage(input.source, pixels) };
  });
  return { inputs: travelling, move };
}
