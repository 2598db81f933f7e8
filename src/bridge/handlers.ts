export type { Handler } from '../runner/steps.ts';

const FACTORY = Symbol('rivulet handler');

/** Names one handler of a worker that the user's bundler makes. */
export interface HandlerRef {
  readonly [FACTORY]: () => Worker;
  readonly name: string;
}

/**
 * Reaches the handlers of a worker file that ends with `serve({ … })` from `rivulet/worker`. Workers are made when
 * needed, again after a Stop, and several for `concurrencyLimit`.
 *
 * @param make - makes the worker; the literal `new Worker(new URL('./filters.ts', import.meta.url), { type: 'module' })`
 *   must stand in it for the bundler to see.
 * @throws {TypeError} when `make` is no function.
 */
export function handlers<Module extends object>(
  make: () => Worker,
): { readonly [Name in keyof Module]: HandlerRef } {
  if (typeof make !== 'function') throw new TypeError('handlers() takes a function that makes a worker');
  const refs = new Map<string, HandlerRef>();
  return new Proxy({} as { readonly [Name in keyof Module]: HandlerRef }, {
    get(_, name) {
      if (typeof name !== 'string' || name === 'then') return undefined;
      if (!refs.has(name)) refs.set(name, { [FACTORY]: make, name });
      return refs.get(name);
    },
  });
}

/** The factory of a handler reference, or `null` when `value` is none. */
export function factoryOf(value: unknown): (() => Worker) | null {
  return (value as Partial<HandlerRef> | null)?.[FACTORY] ?? null;
}
