/** @file Makes canvases of pictures. */

import { wordsOf } from '../../shared/errors.ts';
import { decode } from '../media-frame/encode.ts';
import { type Picture, drawn, needsLoading, pixelsOf } from '../parts/picture.ts';

/** Returns an empty canvas. */
export const emptyCanvas = (width: number, height: number): HTMLCanvasElement =>
  Object.assign(document.createElement('canvas'), { width, height });

/** Returns the context of a canvas whose pixels are read often. */
export const contextOf = (canvas: HTMLCanvasElement): CanvasRenderingContext2D =>
  canvas.getContext('2d', { willReadFrequently: true })!;

/** Draws a part of a picture, or all of it, upon a fresh canvas. */
export function copyOf(
  source: CanvasImageSource,
  [x, y, width, height]: readonly [number, number, number, number],
): HTMLCanvasElement {
  const canvas = emptyCanvas(width, height);
  contextOf(canvas).drawImage(source, -x, -y);
  return canvas;
}

/** Returns the pixels of a canvas. @throws when it holds a picture of another site */
export const dataOf = (canvas: HTMLCanvasElement): ImageData =>
  contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);

/** Draws a picture upon a fresh canvas; one that is a file or a URL is loaded. @throws saying why it cannot be had */
export async function canvasOf(picture: Exclude<Picture, null>): Promise<HTMLCanvasElement> {
  if (!needsLoading(picture)) return drawn('data' in picture ? pixelsOf(picture) : picture);
  try {
    if (typeof picture !== 'string') return drawn(await decode(picture));
    const image = Object.assign(new Image(), { crossOrigin: 'anonymous', src: picture });
    await image.decode();
    return drawn(image);
  } catch (cause) {
    const what = typeof picture === 'string' ? `the picture at ${picture}` : 'the file';
    throw new Error(`${what} is no picture that can be read (${wordsOf(cause)})`, { cause });
  }
}
