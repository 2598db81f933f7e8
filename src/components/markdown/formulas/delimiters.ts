/** @file Reads which signs stand around formulas. */

import { type Converter, listConverter } from '../../base/attributes.ts';
import type { Delimiter } from './math.ts';

export type { Delimiter } from './math.ts';

/** What stands around formulas where nothing else is said. */
export const DOLLARS: readonly Delimiter[] = [{ left: '$$', right: '$$', display: true }];

/** A list of `{ left, right, display }`. @throws saying what was expected */
export const delimitersConverter: Converter<unknown[]> = {
  ...listConverter,
  expects: (value) =>
    Array.isArray(value) &&
    [...value].every((each) => {
      const { left, right } = (each ?? {}) as Partial<Delimiter>;
      return typeof left === 'string' && typeof right === 'string' && left !== '' && right !== '';
    })
      ? undefined
      : 'a list of { left, right, display }',
};
