import type { ImageSource, ImageType, Input } from '../../shared/protocol.ts';
import { decode, read } from './encode.ts';
import { type Picture, drawn, isLoaded, pixelsOf } from './picture.ts';

/** A picture on its way to a handler: always a copy, so that what is shown stays as it is. @throws {ValueError} */
export async function toInput(value: Picture, type: ImageType): Promise<Input> {
  if (value === null) return { kind: 'value', value: null };
  return { kind: 'image', type, source: await sourceOf(value, type), mirror: false };
}

async function sourceOf(value: Exclude<Picture, null>, type: ImageType): Promise<ImageSource> {
  if (isLoaded(value)) return fileOf(value, type);
  if ('data' in value) return pixelsOf(value); // cloned by the message that carries it
  if (type === 'frame' && 'timestamp' in value) return value.clone();
  return createImageBitmap(drawn(value));
}

/** Workers decode files themselves, all but SVG. */
async function fileOf(value: Blob | string, type: ImageType): Promise<ImageSource> {
  const file = await read(value);
  if (type === 'blob' || !file.type.startsWith('image/svg')) return file;
  return createImageBitmap(drawn(await decode(file)));
}
