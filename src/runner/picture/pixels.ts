/** @file Reads and mirrors pixels of anything that a canvas can draw. */

import { freshBuffer } from './spare.ts';

/** Anything with pixels that a canvas can draw. */
export type WorkerDrawable = VideoFrame | ImageBitmap | OffscreenCanvas;

/** Rows of pixels, reused for every frame that must be mirrored on its way. */
let staging = new Uint32Array(0);

/** Returns width and height as shown, in pixels. */
export function sizeOf(source: WorkerDrawable): { width: number; height: number } {
  return 'displayWidth' in source
    ? { width: source.displayWidth, height: source.displayHeight }
    : { width: source.width, height: source.height };
}

/**
 * Copies the pixels of a frame as RGBA, in a buffer of their own. The frame stays open.
 * `copyTo` is the quickest way where the browser converts and the frame needs no scaling or turning.
 */
export async function framePixels(frame: VideoFrame, mirror: boolean): Promise<ImageData> {
  const rect = frame.visibleRect;
  const turned =
    (frame as { rotation?: number; flip?: boolean }).rotation || (frame as { flip?: boolean }).flip;
  if (!rect || turned || rect.width !== frame.displayWidth || rect.height !== frame.displayHeight)
    return drawnPixels(frame, mirror);
  const { width, height } = rect;
  const pixels = new Uint32Array(freshBuffer(width * height * 4));
  try {
    if (mirror) {
      if (staging.length !== pixels.length) staging = new Uint32Array(pixels.length);
      const rows = staging;
      staging = new Uint32Array(0); // taken while the copy is under way
      await frame.copyTo(rows, { format: 'RGBA' });
      mirrorRows(rows, pixels, width);
      staging = rows;
    } else await frame.copyTo(pixels, { format: 'RGBA' });
  } catch (error) {
    if ((error as Error).name !== 'NotSupportedError' && (error as Error).name !== 'TypeError') throw error;
    return drawnPixels(frame, mirror); // this browser does not convert
  }
  return new ImageData(new Uint8ClampedArray(pixels.buffer as ArrayBuffer), width, height);
}

function mirrorRows(from: Uint32Array, to: Uint32Array, width: number): void {
  for (let start = 0; start < from.length; start += width) {
    for (let x = 0, last = start + width - 1; x < width; x++) to[start + x] = from[last - x]!;
  }
}

/** Returns a canvas with the picture on it, mirrored when asked for. */
export function drawn(source: WorkerDrawable, mirror = false): OffscreenCanvas {
  const { width, height } = sizeOf(source);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  if (mirror) context.setTransform(-1, 0, 0, 1, width, 0);
  context.drawImage(source as CanvasImageSource, 0, 0, width, height);
  context.setTransform(1, 0, 0, 1, 0, 0);
  return canvas;
}

/** Reads the pixels of any picture as RGBA. */
export function drawnPixels(source: WorkerDrawable, mirror: boolean): ImageData {
  const { width, height } = sizeOf(source);
  return drawn(source, mirror).getContext('2d')!.getImageData(0, 0, width, height);
}
