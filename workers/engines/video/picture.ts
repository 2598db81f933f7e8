/** @file Makes a picture that can be put on a canvas of any value of an Image. */

import { MediaError, ValueError, describe } from '../../../src/shared/errors.ts';
import { isPixels, toImageData } from '../../../src/shared/values/pixels.ts';
import { type WorkerDrawable, sizeOf as drawableSize } from '../../../src/runner/picture/pixels.ts';
import type { ClipImage } from '../../../src/runner/tools/video-types.ts';

/** A picture that can be put on a canvas. */
export type ClipPicture = WorkerDrawable | ImageData;

/** Width and height as shown, in pixels. */
export const sizeOf = (picture: ClipPicture): { width: number; height: number } =>
  picture instanceof ImageData ? picture : drawableSize(picture);

/**
 * Any Image value as a picture. It stays the caller's.
 *
 * @throws {ValueError} when it is none, or is closed.
 * @throws {MediaError} when a file cannot be decoded.
 */
export async function asPicture(image: ClipImage): Promise<ClipPicture> {
  if (image instanceof Blob) return decode(image);
  if (image instanceof ImageData || image instanceof OffscreenCanvas) return image;
  if (image instanceof VideoFrame || image instanceof ImageBitmap) {
    if (drawableSize(image).width) return image;
    throw unfit(
      `a closed ${describe(image)}`,
      'an open one: a frame of ctx.frames is closed when the next is asked for, and moves away when it is given',
    );
  }
  if (isPixels(image)) return toImageData(image);
  throw unfit(
    describe(image),
    'ImageData, { data, width, height }, an ImageBitmap, VideoFrame, OffscreenCanvas or Blob',
  );
}

async function decode(blob: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(blob);
  } catch (cause) {
    throw new MediaError(`A picture of a clip cannot be decoded: ${blob.type || 'a file of unknown type'}`, {
      type: blob.type,
      cause,
    });
  }
}

function unfit(came: string, expected: string): ValueError {
  return new ValueError(`clip.add(image) came with ${came}, expected ${expected}`, {
    target: 'clip.add(image)',
  });
}
