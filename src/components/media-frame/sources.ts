/** @file The places where a component's user may take something from. */

import { ValueError, describe } from '../../shared/errors.ts';
import { type Converter, listConverter } from '../base/attributes.ts';
import type { MediaSource } from './media-host.ts';

/** The places where a component's user may take something from. */
export class Sources<Source extends MediaSource> {
  /** All of them, in the order in which they are offered. */
  readonly all: readonly Source[];
  /** Some of them, in JSON or separated by commas. @throws saying what was expected */
  readonly converter: Converter;
  readonly #kind: string;
  readonly #expected: string;

  /** @param kind - the component, for messages. */
  constructor(kind: string, ...all: Source[]) {
    this.all = all;
    this.#kind = kind;
    this.#expected = `some of ${all.join(', ')}`;
    this.converter = {
      fromAttribute: (text) => {
        const list = split(text);
        if (this.#wrong(list) >= 0) throw new Error(this.#expected);
        return list;
      },
    };
  }

  /** A list of sources, or one, or several separated by commas. @throws {ValueError} for a name that is no source */
  check(given: readonly string[] | string | null): Source[] | null {
    if (given === null) return null;
    const list = typeof given === 'string' ? split(given) : given;
    const at = Array.isArray(list) ? this.#wrong(list) : -1;
    if (Array.isArray(list) && at < 0) return [...list] as Source[];
    const came = Array.isArray(list) ? `the source ${describe(list[at])}` : `the sources ${describe(given)}`;
    throw new ValueError(`${this.#kind} got ${came}, expected ${this.#expected}`, { target: 'sources' });
  }

  /** @throws {ValueError} where the options of an input that streams leave the device out */
  checkStream(
    device: Source,
    options: {
      sources?: readonly string[] | null;
      streaming?: boolean;
      interactive?: boolean;
      id?: string;
    } = {},
  ): void {
    const { sources, streaming, interactive, id } = options;
    if (!sources || !streaming || interactive === false || this.check(sources)!.includes(device)) return;
    const came = `A streaming ${this.#kind} got sources ${JSON.stringify(sources)}`;
    throw new ValueError(`${came}, expected ["${device}"]`, {
      target: id ?? `riv-${this.#kind.toLowerCase()}`,
    });
  }

  #wrong(list: readonly unknown[]): number {
    return Array.from(list).findIndex((name) => !this.all.includes(name as Source));
  }
}

const split = (text: string | null) => listConverter.fromAttribute!(text) as string[];
