/** @file The kinds of pictures, their sizes, and how to draw them. */

import { isClosable } from '../../shared/inputs.ts';
import { type Pixels, isPixels, toImageData } from '../../shared/values/pixels.ts';

/** What a canvas can draw at once. */
export type Drawable = ImageBitmap | VideoFrame | OffscreenCanvas | HTMLCanvasElement | HTMLImageElement;

/** All that an Image may hold: a string is a URL. */
export type Picture = ImageData | Drawable | Blob | Pixels | string | null;

/** Pictures that the browser must load before they can be shown. */
export const needsLoading = (value: Picture): value is Blob | string =>
  typeof value === 'string' || value instanceof Blob;

/** True for a canvas, whose content may change while it stays the same object. */
export const isCanvas = (value: unknown): value is OffscreenCanvas | HTMLCanvasElement =>
  value instanceof HTMLCanvasElement ||
  (typeof OffscreenCanvas === 'function' && value instanceof OffscreenCanvas);

const isFrame = (value: unknown): value is VideoFrame =>
  typeof VideoFrame === 'function' && value instanceof VideoFrame;

/** Returns true for every kind of value that an Image takes. */
export function isPicture(value: unknown): value is Picture {
  if (value === null || typeof value === 'string' || value instanceof Blob || value instanceof ImageData)
    return true;
  return isClosable(value) || isCanvas(value) || value instanceof HTMLImageElement || isPixels(value);
}

/** The pixels of a value that is made of numbers. @throws {ValueError} */
export const pixelsOf = (value: ImageData | Pixels): ImageData =>
  value instanceof ImageData ? value : toImageData(value);

/** Width and height of a picture as shown, in its own pixels; zero once it is closed or not yet loaded. */
export function sizeOf(value: Drawable | HTMLVideoElement | ImageData): { width: number; height: number } {
  if (value instanceof HTMLImageElement) return { width: value.naturalWidth, height: value.naturalHeight };
  if (value instanceof HTMLVideoElement) return { width: value.videoWidth, height: value.videoHeight };
  if (isFrame(value)) return { width: value.displayWidth, height: value.displayHeight };
  return { width: value.width, height: value.height };
}

/** Returns a fresh canvas with the picture on it, mirrored when asked for. */
export function drawn(source: Drawable | HTMLVideoElement | ImageData, mirror = false): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), sizeOf(source));
  const context = canvas.getContext('2d')!;
  if (source instanceof ImageData) context.putImageData(source, 0, 0);
  else {
    if (mirror) context.setTransform(-1, 0, 0, 1, canvas.width, 0);
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}
