/** @file Reads sizes in pixels or CSS lengths, and applies them. */

import type { ComplexAttributeConverter } from 'lit';

/** A length attribute: a bare number is pixels, anything else a CSS length. */
export const lengthConverter: ComplexAttributeConverter<number | string | null> = {
  fromAttribute: (text) =>
    text === null || text.trim() === '' ? null : Number.isNaN(Number(text)) ? text : Number(text),
};

/** A length as CSS wants it; empty for none. */
export const toLength = (length: number | string | null): string =>
  typeof length === 'number' ? `${length}px` : (length ?? '');

/** Applies what has changed of `width` and `height`: to the component, and to the place of its picture. */
export function applyLengths(
  host: HTMLElement & Record<'width' | 'height', number | string | null>,
  changed: ReadonlyMap<PropertyKey, unknown>,
): void {
  const { width, height, style } = host;
  if (changed.has('width') && (width !== null || changed.get('width') != null)) style.width = toLength(width);
  if (changed.has('height') && (height !== null || changed.get('height') != null))
    style.setProperty('--_height', toLength(height));
}
