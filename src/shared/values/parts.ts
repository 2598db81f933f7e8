/** @file Walks through a value to the pictures in it. */

import { isClosable } from '../inputs.ts';

// Steps from a value to its deepest picture: `[picture, [[mask, label], …]]`.
const DEPTH = 3;

/**
 * Returns a value with `map` applied to each object in it, from the outside in; what `map` leaves as it is, is looked
 * into where it is a plain array or object. What changes is copied, the rest is shared.
 */
export function mapParts(value: unknown, map: (part: object) => unknown, depth = DEPTH): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const mapped = map(value);
  if (mapped !== value || depth === 0) return mapped;
  let copy: unknown[] | Record<string, unknown> | null = null;
  const isList = Array.isArray(value);
  if (!isList && !isPlain(value)) return value;
  for (const key of isList ? value.keys() : Object.keys(value)) {
    const part = (value as Record<PropertyKey, unknown>)[key];
    const next = mapParts(part, map, depth - 1);
    if (next === part) continue;
    copy ??= isList ? [...value] : { ...value };
    (copy as Record<PropertyKey, unknown>)[key] = next;
  }
  return copy ?? value;
}

/** Returns true when `test` holds for the value, or for an object in it. */
export function somePart(value: unknown, test: (part: object) => boolean): boolean {
  let found = false;
  mapParts(value, (part) => {
    found ||= test(part);
    return part;
  });
  return found;
}

/** Closes the frames and bitmaps in a value that nobody takes, those aside that somebody else closes. */
export function closeParts(value: unknown, others?: ReadonlySet<unknown>): void {
  somePart(value, (part) => {
    if (isClosable(part) && !others?.has(part)) part.close();
    return false;
  });
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
