/** @file Moves an image between threads without a copy. */

import type { ImageInTransfer } from '../protocol.ts';

const IMAGE = 'rivulet:image';

/**
 * Makes an image ready for its way to another thread. Sent as itself it would be copied on both sides, also where its buffer is
 * listed to move; its bare buffer moves at once.
 *
 * @param data - the pixels that go: a copy, where the sender keeps the image.
 */
export function toTransfer(
  { width, height, colorSpace }: ImageData,
  data: ImageData['data'],
): ImageInTransfer {
  return { [IMAGE]: { data, width, height, colorSpace } };
}

/** Takes the buffer of an image back to where it came from. */
export type Home = (buffer: ArrayBuffer) => void;

const homes = new WeakMap<ImageData, Home>();

/**
 * Returns the image that has arrived; any other value as it is.
 *
 * @param home - where `giveBack` sends the image's buffer.
 */
export function fromTransfer<T>(value: T | ImageInTransfer, home?: Home): T | ImageData {
  const parts = (value as Partial<ImageInTransfer> | null)?.[IMAGE];
  if (!parts) return value as T;
  const image = new ImageData(parts.data, parts.width, parts.height, { colorSpace: parts.colorSpace });
  if (home) homes.set(image, home);
  return image;
}

/**
 * Sends the buffer of an image home, to be used again: a fresh one costs its page faults. For the last holder of an
 * image only, which is empty afterwards. Does nothing with values that have no home.
 */
export function giveBack(value: unknown): void {
  const home = homes.get(value as ImageData);
  if (!home) return;
  homes.delete(value as ImageData);
  const buffer = (value as ImageData).data.buffer as ArrayBuffer;
  if (buffer.byteLength > 0) home(buffer); // else somebody has sent it elsewhere
}
