/** @file The places where a component's user may take something from. */

import { ValueError, describe } from '../../shared/errors.ts';
import { type Converter, listConverter } from '../base/attributes.ts';

/** The places where a component's user may take something from. */
export interface Sources<Source extends string> {
  /** All of them, in the order in which they are offered. */
  all: readonly Source[];
  /** Some of them, in JSON or separated by commas. @throws saying what was expected */
  converter: Converter;
  /** A list of sources, or one, or several separated by commas. @throws {ValueError} for a name that is no source. */
  check(given: readonly string[] | string): Source[];
}

/** The sources of one kind of component. */
export function sourcesOf<Source extends string>(kind: string, ...all: Source[]): Sources<Source> {
  const expected = `some of ${all.join(', ')}`;
  const wrong = (list: readonly unknown[]) =>
    Array.from(list).findIndex((name) => !all.includes(name as Source));
  const split = (text: string | null) => listConverter.fromAttribute!(text) as Source[];
  return {
    all,
    converter: {
      fromAttribute(text) {
        const list = split(text);
        if (wrong(list) >= 0) throw new Error(expected);
        return list;
      },
    },
    check(given) {
      const list = typeof given === 'string' ? split(given) : given;
      const at = Array.isArray(list) ? wrong(list) : -1;
      if (Array.isArray(list) && at < 0) return [...list] as Source[];
      const came = Array.isArray(list)
        ? `the source ${describe(list[at])}`
        : `the sources ${describe(given)}`;
      throw new ValueError(`${kind} got ${came}, expected ${expected}`, { target: 'sources' });
    },
  };
}
