/** @file The values of an ImageSlider. */

import { isImageSource } from '../parts/links.ts';
import { type Picture, isPicture } from '../parts/picture.ts';

/** The picture before, and the one after; each may be missing. */
export type Pair = readonly [before: Picture, after: Picture];

/** True for a picture, or for none. */
const fits = (given: unknown): boolean =>
  typeof given === 'string' ? isImageSource(given) : (given ?? null) === null || isPicture(given);

/** Makes a pair of what was given, `null` of nothing; `undefined` of what is none. */
export function readPair(given: unknown): Pair | null | undefined {
  if ((given ?? null) === null) return null;
  if (!Array.isArray(given) || given.length > 2 || !Array.from(given).every(fits)) return undefined;
  const [before, after] = given.map((each) => each || null);
  return before || after ? [before ?? null, after ?? null] : null;
}
