/** @file Writes a picture with its annotations drawn on it as a file. */

import { decode, read, write } from '../media-frame/encode.ts';
import { type Picture, drawn, needsLoading, pixelsOf } from '../parts/picture.ts';
import type { Annotation } from './annotations.ts';
import { drawAnnotations, type AnnotationStyle } from './draw.ts';

// Pixels of the longer side of a picture up to which lines are as thick as they are said to be; then they grow.
const USUAL_SIDE = 800;

/** Returns a picture with its annotations drawn on it, as a file; `null` without a picture. */
export async function flatten(
  picture: Picture,
  annotations: readonly Annotation[],
  style: Pick<AnnotationStyle, 'colourOf' | 'fill' | 'font'>,
  type: string,
): Promise<Blob | null> {
  if (picture === null || picture === '') return null;
  const source = needsLoading(picture) ? await decode(await read(picture)) : picture;
  const canvas = drawn('data' in source ? pixelsOf(source) : source);
  const { width, height } = canvas;
  const unit = Math.max(1, Math.max(width, height) / USUAL_SIDE);
  drawAnnotations(
    canvas.getContext('2d')!,
    annotations,
    { x: 0, y: 0, width, height, scale: 1, unit },
    { ...style, marked: null },
  );
  return write(canvas, type.toLowerCase());
}
