/** @file Knows the Render whose function is being called, which may give elements again. */

/** What a Render, while it calls its function, gives again in place of something new with the same `key`. */
export interface RenderReuse {
  /** The element of the former pass, brought up to date; `undefined` where a new one is to be made. */
  element(tag: string, args: readonly unknown[]): object | undefined;
  /** The binding of the former pass, likewise. */
  binding(triggers: readonly (readonly [EventTarget, string])[], options: object): object | undefined;
}

let now: RenderReuse | null = null;

/** Returns what the Render whose function is being called gives again; `null` outside of all. */
export const renderReuse = (): RenderReuse | null => now;

/** Calls `work` while `reuse` is asked for everything that is made. */
export function reusing<T>(reuse: RenderReuse, work: () => T): T {
  now = reuse;
  try {
    return work();
  } finally {
    now = null;
  }
}
