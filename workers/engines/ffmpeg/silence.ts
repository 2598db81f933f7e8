/** @file Gives up waiting for what has become silent. */

/** What has become silent, as a thread does that waits for another one for good. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError';
}

/**
 * Gives up waiting for work that says nothing for too long.
 *
 * @param limit - milliseconds.
 * @param start - starts the work. What it is given tells that there is life in it, and ends with the work.
 * @throws {SilenceError}
 */
export async function unlessSilent<T>(limit: number, start: (alive: () => void) => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const alive = () => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new SilenceError(`it said nothing for ${limit / 1000} s`)), limit);
      };
      alive();
      start(alive).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
  }
}
