import { ValueError } from '../../shared/errors.ts';
import { type Drawable, type Picture, drawn, isLoaded, pixelsOf } from './picture.ts';

/** File types that a canvas can write. */
export type ImageFormat = 'png' | 'jpeg' | 'webp';

/**
 * The file of a picture: what came as a file stays as it is unless another type is asked for.
 *
 * @param type - MIME type such as `image/png`.
 * @param pixels - gives what is shown, for a value that is a file or URL of another type.
 */
export async function encode(
  value: Picture,
  type: string | undefined,
  usual: ImageFormat,
): Promise<Blob | null> {
  if (value === null || value === '') return null;
  if (!isLoaded(value))
    return write(drawn('data' in value ? pixelsOf(value) : value), type ?? `image/${usual}`);
  const file = await read(value);
  if (type === undefined || file.type === type) return file;
  return write(drawn(await decode(file)), type);
}

/** The file of what the browser loads; a string is a URL. @throws {ValueError} when this page may not read it. */
export async function read(value: Blob | string): Promise<Blob> {
  if (typeof value !== 'string') return value;
  try {
    const response = await fetch(value);
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return await response.blob();
  } catch (cause) {
    throw new ValueError(`The image at ${value} cannot be read by this page: ${(cause as Error).message}`, {
      target: 'riv-image',
      cause,
    });
  }
}

/** A file as something that can be drawn; also SVG, which only an `<img>` can read. @throws when it is no picture. */
export async function decode(file: Blob): Promise<Drawable> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } catch {
    // A page's policy may forbid images from blobs.
    const bitmap = await createImageBitmap(file);
    const canvas = drawn(bitmap);
    bitmap.close();
    return canvas;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A canvas as a file. @throws when the picture comes from another site that does not allow reading it. */
export function write(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error(`The image cannot be written as ${type}`))),
      type,
    );
  });
}
