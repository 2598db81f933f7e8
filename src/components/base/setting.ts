/** @file Knows which elements are constructed, and so have their properties checked. */

/** Elements whose constructors are through: what those set themselves needs no check. */
const made = new WeakSet<object>();

/** Notes that the constructor of an element is through: from now on its properties are checked. */
export function finish(host: object): void {
  made.add(host);
}

/** True once `finish` was called. */
export const isFinished = (host: object): boolean => made.has(host);

let strict = false;

/** True during `strictly`. */
export const isStrict = (): boolean => strict;

/** Has the setters of elements throw what they refuse while `work` is on, for whoever can tell of it better. */
export function strictly(work: () => void): void {
  const before = strict;
  strict = true;
  try {
    work();
  } finally {
    strict = before;
  }
}
