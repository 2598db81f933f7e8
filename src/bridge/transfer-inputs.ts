/** @file Makes inputs ready to travel, and lists what moves with them. */

import { closables } from '../shared/inputs.ts';
import { toTransfer } from '../shared/values/transfer.ts';
import type { Input } from '../shared/protocol.ts';

/**
 * Returns the inputs as they travel, and what is transferred with them: frames and bitmaps themselves, of images a copy of the
 * pixels. Everything else is cloned.
 */
export function transferInputs(inputs: readonly Input[]): { inputs: Input[]; transfer: Transferable[] } {
  const transfer: Transferable[] = closables(inputs);
  const travel = (input: Input): Input => {
    if (input.kind === 'list') return { ...input, items: input.items.map(travel) };
    if (input.kind !== 'image' || !(input.source instanceof ImageData)) return input;
    const pixels = new Uint8ClampedArray(input.source.data);
    transfer.push(pixels.buffer);
    return { ...input, source: toTransfer(input.source, pixels) };
  };
  return { inputs: inputs.map(travel), transfer };
}
