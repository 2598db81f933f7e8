/** @file Makes every kind of handler an async generator. */

import type { Waiting } from '../shared/protocol.ts';
import type { ProgressLevel } from '../shared/status.ts';

/** A user's handler, of any of the four kinds. */
export type Handler = (...args: unknown[]) => unknown;

/** The handler that a runner runs, and how its errors are to be explained. */
export interface LoadedHandler {
  name: string;
  handler: Handler;
  /** Puts what the handler threw into words, where the way it was given explains the failure. */
  explain?(thrown: unknown): string | null;
  /**
   * True when the work is done elsewhere. It gets files in place of pixels, canvases in place of frames, and after
   * `ctx` a {@link Desk}.
   */
  elsewhere?: boolean;
}

/** What a handler that works elsewhere knows and says of its run besides `ctx`. */
export interface Desk {
  /** Which of the server's endpoints is to run. */
  readonly endpoint: string;
  /** How many outputs there are. */
  readonly outputs: number;
  waiting(how: Waiting): void;
  /** Shows progress of several levels, the outer first. */
  progress(levels: ProgressLevel[]): void;
}

/** One value of a handler; `last` when it is the only one, that is, a plain function's result. */
export interface Step {
  value: unknown;
  last: boolean;
}

/**
 * Calls a handler: functions, async functions, generators and async generators become one kind.
 * Ending the loop early returns the user's generator, so that its `finally` runs.
 */
export async function* steps(handler: Handler, args: unknown[]): AsyncGenerator<Step, void> {
  const result = await Promise.resolve(handler(...args));
  if (isIterator(result)) {
    for await (const value of iterable(result)) yield { value, last: false };
  } else yield { value: result, last: true };
}

type AnyIterator = Iterator<unknown> | AsyncIterator<unknown>;

/** A generator, sync or async; arrays and other iterables are ordinary values. */
function isIterator(value: unknown): value is AnyIterator {
  return typeof (value as { next?: unknown } | null | undefined)?.next === 'function';
}

function iterable(iterator: AnyIterator): AsyncIterable<unknown> | Iterable<unknown> {
  const own = iterator as Partial<AsyncIterable<unknown> & Iterable<unknown>>;
  if (own[Symbol.asyncIterator] || own[Symbol.iterator]) return own as AsyncIterable<unknown>;
  return { [Symbol.asyncIterator]: () => iterator as AsyncIterator<unknown> };
}
