import type { ComplexAttributeConverter } from 'lit';
import { ValueError, describe } from '../shared/errors.ts';
import { listConverter } from './attributes.ts';

/** The places where a component's user may take something from. */
export interface Sources<Source extends string> {
  /** All of them, in the order in which they are offered. */
  all: readonly Source[];
  /** Some of them, in JSON or separated by commas. @throws saying what was expected */
  converter: ComplexAttributeConverter;
  /** A list of sources, or one, or several separated by commas. @throws {ValueError} for a name that is no source. */
  check(given: readonly string[] | string): Source[];
}

/** The sources of one kind of component. */
export function sourcesOf<Source extends string>(kind: string, ...all: Source[]): Sources<Source> {
  const expected = `some of ${all.join(', ')}`;
  const wrong = (list: readonly unknown[]) => list.find((name) => !all.includes(name as Source));
  const split = (text: string | null) => listConverter.fromAttribute!(text) as Source[];
  return {
    all,
    converter: {
      fromAttribute(text) {
        const list = split(text);
        if (wrong(list) !== undefined) throw new Error(expected);
        return list;
      },
    },
    check(given) {
      const list = typeof given === 'string' ? split(given) : ([...given] as Source[]);
      const name = wrong(list);
      if (name === undefined) return list;
      throw new ValueError(`${kind} got the source ${describe(name)}, expected ${expected}`, {
        target: 'sources',
      });
    },
  };
}
