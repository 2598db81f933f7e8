/** @file Makes a picture ready for a handler: always a copy. */

import { ValueError, describe } from '../../shared/errors.ts';
import type { ImageSource, ImageType, Input } from '../../shared/protocol.ts';
import { decode, read } from '../media-frame/encode.ts';
import { type Picture, drawn, needsLoading, pixelsOf, sizeOf } from '../parts/picture.ts';

/**
 * Returns a picture on its way to a handler: always a copy, so that what is shown stays as it is.
 *
 * @param name - of the component, for messages.
 * @throws {ValueError} when it holds no pixels, or too many or too few numbers.
 */
export async function toInput(value: Picture, type: ImageType, name: string): Promise<Input> {
  if (value === null) return { kind: 'value', value: null };
  try {
    return { kind: 'image', type, source: await sourceOf(value, type), mirror: false };
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new ValueError(`${name}: ${error.message}`, { target: error.target, cause: error.cause });
  }
}

async function sourceOf(value: Exclude<Picture, null>, type: ImageType): Promise<ImageSource> {
  if (needsLoading(value)) return fileOf(value, type);
  if ('data' in value) return pixelsOf(value); // cloned by the message that carries it
  const { width, height } = sizeOf(value);
  if (!width || !height)
    throw new ValueError(
      `An image came as ${describe(value)} without pixels, expected one that is loaded and not closed`,
      { target: 'image' },
    );
  if (type === 'frame' && 'timestamp' in value) return value.clone();
  return createImageBitmap(drawn(value));
}

/** Workers decode files themselves, all but SVG. */
async function fileOf(value: Blob | string, type: ImageType): Promise<ImageSource> {
  const file = await read(value);
  if (type === 'blob' || !file.type.startsWith('image/svg')) return file;
  return createImageBitmap(drawn(await decode(file)));
}
