/** @file Waits that an `AbortSignal` ends, and that are no longer than timers can wait. */

/** The longest time that a browser's timers can wait, 24.8 days: what is longer would be over at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** Returns milliseconds for a timer that is to wait so long, or as long as timers can. */
export const timerMs = (ms: number): number => Math.min(ms, LONGEST_MS);

/**
 * Waits for `work` unless the signal aborts first; listens no longer than needed. What is there already comes at once.
 *
 * @param late - gets what `work` gives after the abort: the place to close what nobody waits for any more.
 * @throws the signal's reason when it aborts first.
 */
export function unlessAborted<T>(
  work: T | Promise<T>,
  signal: AbortSignal,
  late?: (value: T) => void,
): T | Promise<T> {
  return work instanceof Promise ? race(work, signal, late) : work;
}

async function race<T>(work: Promise<T>, signal: AbortSignal, late?: (value: T) => void): Promise<T> {
  let stop!: () => void;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => {
      work.then(late, () => undefined);
      reject(signal.reason);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Waits for `ms` milliseconds, or until the signal aborts: it never rejects.
 *
 * @param onWait - gets what ends the wait early.
 */
export function delay(ms: number, signal: AbortSignal, onWait?: (end: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, timerMs(ms));
    signal.addEventListener('abort', over);
    onWait?.(over);
    if (signal.aborted) over();
  });
}
