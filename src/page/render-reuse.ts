/** @file Knows the Render whose function is being called, which may give elements again. */

/** What a Render, while it calls its function, gives again in place of something new with the same `key`. */
export interface Keeper {
  /** The element of the former pass, brought up to date; `undefined` where a new one is to be made. */
  element(tag: string, args: readonly unknown[]): object | undefined;
  /** The binding of the former pass, likewise. */
  binding(triggers: readonly (readonly [EventTarget, string])[], options: object): object | undefined;
}

/** The Render whose function is being called; `null` outside of all. */
export const keeping: { now: Keeper | null } = { now: null };
