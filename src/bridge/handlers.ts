/** @file `rv.handlers`: reaches handlers in a worker of the user's bundler. */

import type { Any } from '../page/element-types.ts';
export type { Handler } from '../runner/steps.ts';

// That of another copy of the library is known, too.
const FACTORY: unique symbol = Symbol.for('rivulet handler') as never;
/** For TypeScript alone. */
declare const CALL: unique symbol;

/** Names one handler of a worker that the user's bundler makes. `Call` is the type of the function. */
export interface HandlerRef<Call = Any> {
  readonly [FACTORY]: () => Worker;
  readonly [CALL]?: Call;
  readonly name: string;
}

type CallOf<Export> = unknown extends Export
  ? Any
  : Export extends (...args: never[]) => unknown
    ? Export
    : never;

/** The functions of a module, each by its name. */
export type HandlerRefs<Module> = {
  readonly [Name in keyof Module as CallOf<Module[Name]> extends never ? never : Name]: HandlerRef<
    CallOf<Module[Name]>
  >;
};

/**
 * Reaches the handlers of a worker file that ends with `serve({ … })` from `rivulet/worker`. Workers are made when
 * needed, again after a Stop, and several for `concurrencyLimit`.
 *
 * @param make - makes the worker; the literal `new Worker(new URL('./filters.ts', import.meta.url), { type: 'module'
 *   })` must stand in it for the bundler to see.
 * @throws {TypeError} when `make` is no function.
 */
export function handlers<Module extends object = Any>(make: () => Worker): HandlerRefs<Module> {
  if (typeof make !== 'function') throw new TypeError('handlers() takes a function that makes a worker');
  const refs = new Map<string, HandlerRef>();
  return new Proxy({} as HandlerRefs<Module>, {
    get(_, name) {
      if (typeof name !== 'string' || name === 'then') return undefined;
      if (!refs.has(name)) refs.set(name, { [FACTORY]: make, name });
      return refs.get(name);
    },
  });
}

/** Returns the factory of a handler reference, or `null` when `value` is none. */
export function factoryOf(value: unknown): (() => Worker) | null {
  return (value as Partial<HandlerRef> | null)?.[FACTORY] ?? null;
}
