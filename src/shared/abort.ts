/**
 * Waits for `work` unless the signal aborts first; listens no longer than needed.
 *
 * @param late - gets what `work` gives after the abort: the place to close what nobody waits for any more.
 * @throws the signal's reason when it aborts first.
 */
export async function unlessAborted<T>(
  work: T | Promise<T>,
  signal: AbortSignal,
  late?: (value: T) => void,
): Promise<T> {
  if (!(work instanceof Promise)) return work;
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
