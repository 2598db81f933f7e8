/** @file Converters that make properties of attributes, and check them. */

import type { ComplexAttributeConverter } from 'lit';

/** `streamEvery` → `stream-every`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A boolean attribute: `"false"` means false, anything else true; absent is the default. */
export const booleanConverter: ComplexAttributeConverter<boolean> = {
  fromAttribute: (text) => text !== null && text !== 'false',
  toAttribute: (value) => (value ? '' : null),
};

/** Reads an attribute, and checks what script gives in its place. */
export interface Converter<Value = unknown> extends ComplexAttributeConverter<Value> {
  /** Says what was expected, in the words of `fromAttribute`, of a value that does not fit. Never asked of nothing. */
  expects?(value: unknown, type?: unknown): string | undefined;
  /** True where `null` fits, too. Otherwise it does for those properties alone whose default it is. */
  nullable?: boolean;
  /** True where a text that script sets is a value as it is. Any other is read as that of the attribute. */
  takesText?: boolean;
}

/** Makes the converter of a text that must pass a test. @throws saying what was expected */
export function textThat(fits: (text: string) => boolean, expected: string): Converter<string> {
  return {
    fromAttribute: (text) => text ?? '',
    expects: (value) => (value === '' || (typeof value === 'string' && fits(value)) ? undefined : expected),
  };
}

/** A text, or nothing. */
export const textConverter: Converter<string | null> = {
  nullable: true,
  fromAttribute: (text) => text,
  expects: (value) => (typeof value === 'string' ? undefined : 'a text'),
};

/** A function, or nothing; for what no attribute sets. */
export const functionConverter: Converter = {
  nullable: true,
  expects: (value) => (typeof value === 'function' ? undefined : 'a function'),
};

// What a converter throws says what it expected; the element adds its name, the attribute and what came.

/** A list, an object, or with neither as its type any value, in JSON. @throws saying what was expected */
export const jsonConverter: Converter = {
  fromAttribute(text, type) {
    const value = text === null ? null : parse(text, type === Array ? '["a", "b"]' : '{"a": 1}');
    if (value !== null && type === Array && !Array.isArray(value))
      throw new Error('a list in JSON, such as ["a", "b"]');
    if (type === Object && typeof value !== 'object') throw new Error('an object in JSON, such as {"a": 1}');
    return value;
  },
  expects(value, type) {
    if (type === Array) return listExpects(value);
    return type === Object && (typeof value !== 'object' || value === null) ? 'an object' : undefined;
  },
};

/** Any value, in JSON. @throws saying what was expected */
export const anyConverter: Converter = { ...jsonConverter, takesText: true };

const A_NUMBER = 'a number';

/** A number. @throws saying so when the text is none */
export const strictNumberConverter: Converter<number> = {
  fromAttribute(text) {
    const value = text?.trim() ? Number(text) : Number.NaN;
    if (Number.isNaN(value)) throw new Error(A_NUMBER);
    return value;
  },
  expects: (value) => (typeof value === 'number' && !Number.isNaN(value) ? undefined : A_NUMBER),
};

/** A number attribute; empty, `none` or `null` is `null`. @throws saying what was expected */
export const numberConverter: Converter<number | null> = {
  ...strictNumberConverter,
  nullable: true,
  fromAttribute: (text, type) =>
    ['', 'none', 'null'].includes(text?.trim() ?? '')
      ? null
      : (strictNumberConverter.fromAttribute?.(text, type) ?? null),
};

/** Digits after the point; below 0 those before it. @throws saying what was expected */
export const precisionConverter: Converter<number | null> = {
  ...numberConverter,
  expects: (value) =>
    Number.isInteger(value) && Math.abs(value as number) <= 100
      ? undefined
      : 'a whole number from -100 to 100, or null',
};

const A_STEP = 'a number above 0';

/** A number above 0. @throws saying so when the text is none */
export const stepConverter: Converter<number | null> = {
  ...numberConverter,
  nullable: false,
  expects: (value) => (typeof value === 'number' && value > 0 ? undefined : A_STEP),
};

/** Makes the converter of one of these words. @throws naming them */
export function oneOf(...words: string[]): Converter {
  const expected = `one of ${words.map((word) => `"${word}"`).join(', ')}`;
  return {
    fromAttribute(text) {
      if (text !== null && !words.includes(text)) throw new Error(expected);
      return text;
    },
    expects: (value) => (words.includes(value as string) ? undefined : expected),
  };
}

/** A list attribute in JSON, or separated by commas: `"add, subtract"`. @throws saying what was expected */
export const listConverter: Converter<unknown[]> = {
  fromAttribute(text) {
    const trimmed = text?.trim() ?? '';
    if (trimmed.startsWith('['))
      return parse(trimmed, '["a", "b"]', 'a list separated by commas, or ') as unknown[];
    return trimmed === '' ? [] : trimmed.split(',').map((part) => part.trim());
  },
  expects: listExpects,
};

/** Names of buttons, and elements to stand beside them. @throws saying what was expected */
export const buttonsConverter: Converter<unknown[]> = {
  ...listConverter,
  expects: (value) =>
    listExpects(value) ??
    ((value as unknown[]).every((each) => typeof each === 'string' || each instanceof Node)
      ? undefined
      : 'a list of names, and of elements'),
};

function listExpects(value: unknown): string | undefined {
  if (!Array.isArray(value)) return 'a list';
  for (let at = 0; at < value.length; at++) if (!(at in value)) return `a list without holes (${at} is one)`;
  return undefined;
}

/** The same, kept as text: what it means depends on other attributes. @throws saying what was expected */
export const listTextConverter: ComplexAttributeConverter = {
  fromAttribute(text) {
    listConverter.fromAttribute?.(text);
    return text;
  },
};

function parse(text: string, example: string, or = ''): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${or}JSON such as ${example} (${(cause as Error).message})`, { cause });
  }
}
