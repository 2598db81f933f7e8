/** @file Stops what a worker runs: what does not end by itself within a moment ends with its worker. */

/** Milliseconds that a stopped handler has to end by itself. */
export const GRACE_MS = 1000;

/**
 * Terminates a worker whose code was told to stop, and goes on.
 *
 * @param ended - settles when the code has ended.
 */
export function terminateWhenLate(ended: Promise<unknown>, terminate: () => void): void {
  const late = setTimeout(terminate, GRACE_MS);
  const inTime = () => clearTimeout(late);
  ended.then(inTime, inTime);
}
