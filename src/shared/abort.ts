/** @file Waits that an `AbortSignal` ends. */

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
    const timer = setTimeout(over, ms);
    signal.addEventListener('abort', over);
    onWait?.(over);
    if (signal.aborted) over();
  });
}
