import type { ComplexAttributeConverter } from 'lit';

/** A length attribute: a bare number is pixels, anything else a CSS length. */
export const lengthConverter: ComplexAttributeConverter<number | string | null> = {
  fromAttribute: (text) =>
    text === null || text.trim() === '' ? null : Number.isNaN(Number(text)) ? text : Number(text),
};

/** A length as CSS wants it; empty for none. */
export const toLength = (length: number | string | null): string =>
  typeof length === 'number' ? `${length}px` : (length ?? '');
