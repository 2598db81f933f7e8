/** @file Waits for inputs, and closes those that no worker will take. */

import type { Input } from './protocol.ts';

/** Closes the frames and bitmaps of inputs that no worker will take. */
export function closeInputs(inputs: readonly Input[]): void {
  for (const picture of closables(inputs)) picture.close();
}

/** Does the same with inputs that may still be on their way. */
export function dropInputs(coming: readonly (Input | Promise<Input>)[]): void {
  for (const each of coming)
    void Promise.resolve(each).then(
      (input) => closeInputs([input]),
      () => undefined,
    );
}

/** Waits for all. @throws what the first threw that failed; the others are closed */
export async function allInputs(coming: readonly (Input | Promise<Input>)[]): Promise<Input[]> {
  try {
    return await Promise.all(coming);
  } catch (error) {
    dropInputs(coming);
    throw error;
  }
}

/** Returns what is closed when it is not taken: frames and bitmaps, each once. */
export function closables(inputs: readonly Input[]): (ImageBitmap | VideoFrame)[] {
  const found = new Set<ImageBitmap | VideoFrame>();
  for (const input of inputs) {
    if (input.kind === 'list') for (const each of closables(input.items)) found.add(each);
    if (input.kind === 'image' && isClosable(input.source)) found.add(input.source);
  }
  return [...found];
}

/** Returns true for what holds memory until it is closed. */
export const isClosable = (value: unknown): value is ImageBitmap | VideoFrame =>
  value instanceof ImageBitmap || (typeof VideoFrame === 'function' && value instanceof VideoFrame);
