import { movingImage } from './moving.ts';
import type { Input } from './protocol.ts';

/** Closes the frames and bitmaps of inputs that no worker will take. */
export function closeInputs(inputs: readonly Input[]): void {
  for (const picture of movables(inputs)) picture.close();
}

/** The same for inputs that may still be on their way. */
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

/** What is closed when it is not taken. */
function movables(inputs: readonly Input[]): (ImageBitmap | VideoFrame)[] {
  const moving = new Set<ImageBitmap | VideoFrame>();
  for (const input of inputs) {
    if (input.kind !== 'image') continue;
    if (isClosable(input.source)) moving.add(input.source);
  }
  return [...moving];
}

/** True for what holds memory until it is closed. */
export const isClosable = (value: unknown): value is ImageBitmap | VideoFrame =>
  value instanceof ImageBitmap || (typeof VideoFrame === 'function' && value instanceof VideoFrame);
