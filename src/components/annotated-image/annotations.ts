/** @file Reads and checks the value of an AnnotatedImage: a picture, its boxes and masks. */

import { type Picture, needsLoading, isPicture, sizeOf } from '../parts/picture.ts';

/** What an AnnotatedImage is given: a picture, and its parts with their labels. */
export type AnnotatedValue =
  | readonly [image: Picture, annotations?: readonly (readonly [Area, string])[] | null]
  | { image: Picture; annotations?: readonly (readonly [Area, string])[] | null }
  | null;

/** Numbers from 0 (not covered) to 1, row by row; from the left. */
export interface Mask {
  data: ArrayLike<number>;
  /** Zero where the mask does not say: it has the picture's size. */
  width: number;
  height: number;
}

/** A part of a picture: `[x1, y1, x2, y2]` in the picture's pixels, or a mask in any of its forms. */
export type Area = ArrayLike<number> | readonly ArrayLike<number>[] | Mask;

/** One marked part of a picture, checked: it has a box or a mask. */
export interface Annotation {
  label: string;
  /** Left, top, right, bottom: in this order, whichever way round they came. */
  box: readonly [number, number, number, number] | null;
  mask: Mask | null;
}

/** A value that was checked. */
export interface Annotated {
  picture: Picture;
  annotations: readonly Annotation[];
}

/** In pixels. */
interface PictureSize {
  width: number;
  height: number;
}

/** Complains about something that came, saying what was expected in its place. */
type Refuse = (came: unknown, expected: string) => Error;

const WHOLE = '[image, [[box or mask, label], …]] or { image, annotations }';
const AREA =
  'a box [x1, y1, x2, y2], or a mask: { data, width, height }, a number per pixel, or rows of numbers';

/** Takes a value apart. @throws what `refuse` makes of the first thing that does not fit. */
export function readAnnotated(given: unknown, refuse: Refuse): Annotated {
  if (given === null || given === undefined) return { picture: null, annotations: [] };
  const isList = Array.isArray(given);
  const keyed = given as Exclude<AnnotatedValue, readonly unknown[] | null>;
  if (isList ? given.length < 1 || given.length > 2 : typeof given !== 'object' || !('image' in given))
    throw refuse(given, WHOLE);
  const [picture = null, list = null] = (isList ? given : [keyed.image, keyed.annotations]) as unknown[];
  if (!isPicture(picture)) throw refuse(picture, `as its image one that an Image takes: ${WHOLE}`);
  if (list !== null && !Array.isArray(list)) throw refuse(list, `a list of annotations: ${WHOLE}`);
  const size = sizeBefore(picture);
  const annotations = (list ?? []).map((entry: unknown, at: number): Annotation => {
    if (!Array.isArray(entry) || entry.length !== 2)
      throw refuse(entry, `[box or mask, label] as annotation ${at}`);
    const [area, label] = entry as unknown[];
    if (typeof label !== 'string' && typeof label !== 'number')
      throw refuse(label, `a string as the label of annotation ${at}`);
    const complain: Refuse = (came, expected) => refuse(came, `${expected} in annotation ${at}`);
    const read = readArea(area, complain);
    if (size && misfits(read, size)) throw complain(area, wordsOf(size));
    return { label: String(label), ...read };
  });
  return { picture, annotations };
}

/** True for a mask that must have the size of the picture, and has not. */
export const misfits = ({ mask }: Pick<Annotation, 'mask'>, { width, height }: PictureSize): boolean =>
  mask !== null && mask.width === 0 && mask.data.length !== width * height;

/** What is expected of a mask that misfits. */
export const wordsOf = ({ width, height }: PictureSize): string =>
  `a mask of ${width * height} numbers for ${width}×${height} pixels`;

/** The size of a picture that need not be loaded first. */
function sizeBefore(picture: Picture): PictureSize | null {
  if (picture === null || needsLoading(picture) || picture instanceof HTMLImageElement) return null;
  return sizeOf(picture as ImageData);
}

function readArea(area: unknown, refuse: Refuse): Omit<Annotation, 'label'> {
  if (isNumbers(area)) {
    if (area.length !== 4) return { box: null, mask: { data: area, width: 0, height: 0 } };
    const [x1, y1, x2, y2] = Array.from(area) as [number, number, number, number];
    if (![x1, y1, x2, y2].every(Number.isFinite)) throw refuse(area, 'four finite numbers [x1, y1, x2, y2]');
    return {
      box: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)],
      mask: null,
    };
  }
  return { box: null, mask: readMask(area, refuse) };
}

function readMask(area: unknown, refuse: Refuse): Mask {
  if (Array.isArray(area) && area.length > 0 && area.every(isNumbers)) {
    const rows = area as ArrayLike<number>[];
    const width = rows[0]!.length;
    if (rows.some((row) => row.length !== width)) throw refuse(area, 'rows of one length');
    const data = new Float32Array(width * rows.length);
    rows.forEach((row, y) => data.set(row, y * width));
    return { data, width, height: rows.length };
  }
  const { data, width = 0, height = 0 } = (area ?? {}) as Partial<Mask>;
  if (!isNumbers(data)) throw refuse(area, AREA);
  if (width * height !== data.length || !(width > 0))
    throw refuse(area, `a mask of ${width}×${height} numbers, not of ${data.length},`);
  return { data, width, height };
}

/** True for lists of numbers, of any kind but those of 64-bit integers. */
function isNumbers(value: unknown): value is ArrayLike<number> {
  if (ArrayBuffer.isView(value)) return 'length' in value && typeof (value as Uint8Array)[0] !== 'bigint';
  return Array.isArray(value) && value.length > 0 && typeof value[0] === 'number';
}
