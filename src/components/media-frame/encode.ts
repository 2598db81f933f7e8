/** @file Reads and writes pictures as files. */

import { fetchFile } from '../../page/fetch-file.ts';
import { MediaError, ValueError } from '../../shared/errors.ts';
import { type Drawable, type Picture, drawn, needsLoading, pixelsOf } from '../parts/picture.ts';

/** File types that a canvas can write. */
export type ImageFormat = 'png' | 'jpeg' | 'webp';

/** Their MIME types. */
const WRITTEN = ['image/png', 'image/jpeg', 'image/webp'];

/**
 * Returns the file of a picture: what came as a file stays as it is unless another type is asked for.
 *
 * @param wish - MIME type such as `image/png`.
 * @param usual - what a picture that is no file becomes without one: PNG where the browser cannot write it.
 * @throws {MediaError} for a type that cannot be written, or a file that cannot be read.
 */
export async function encode(
  value: Picture,
  wish: string | undefined,
  usual: ImageFormat,
): Promise<Blob | null> {
  if (value === null || value === '') return null;
  const type = wish?.trim().toLowerCase();
  if (!needsLoading(value)) {
    const canvas = drawn('data' in value ? pixelsOf(value) : value);
    return type ? write(canvas, type) : fileOf(canvas, `image/${usual}`);
  }
  const file = await read(value);
  if (!type || file.type === type) return file;
  return write(drawn(await decode(file)), type);
}

/** Returns the file of what the browser loads; a string is a URL. @throws {ValueError} when this page may not read it. */
export async function read(value: Blob | string): Promise<Blob> {
  if (typeof value !== 'string') return value;
  const words = `The image at ${value} cannot be read by this page`;
  return fetchFile(value, (why, cause) => new ValueError(`${words}: ${why}`, { target: 'riv-image', cause }));
}

/** Returns a file as something that can be drawn; also SVG, which only an `<img>` can read. @throws {MediaError} when it is no picture. */
export async function decode(file: Blob): Promise<Drawable> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } catch {
    // A page's policy may forbid images from blobs.
    const bitmap = await createImageBitmap(file).catch((cause: unknown) => {
      throw new MediaError('The image cannot be read.', { type: file.type, cause });
    });
    const canvas = drawn(bitmap);
    bitmap.close();
    return canvas;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Returns a canvas as a file of this very type.
 *
 * @throws {MediaError} for a type that this browser cannot write.
 * @throws when the picture comes from another site that does not allow reading it.
 */
export async function write(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  const file = await fileOf(canvas, type);
  if (file.type === type) return file;
  const others = WRITTEN.filter((each) => each !== type).join(' or ');
  throw new MediaError(`An image can be written as ${others}, not as ${type}`, { type });
}

/** A canvas as a file of this type, or a PNG where the browser cannot write it. */
export function fileOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const done = (file: Blob | null) =>
      file
        ? resolve(file)
        : reject(new MediaError('The image has no pixels, or too many, to be written', { type }));
    canvas.toBlob(done, type);
  });
}
