/** @file Waits that end, and say what they waited for. */

/** Looks, again and again, until there is something. @throws after `seconds`, saying what was awaited */
export async function until<T>(
  look: () => T | null | undefined | false,
  what: string | (() => string),
  seconds: number,
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) throw late(what, seconds);
    await turn();
  }
}

/** Waits for `work`. @throws after `seconds`, saying what was awaited */
export async function within<T>(
  work: PromiseLike<T>,
  what: string | (() => string),
  seconds: number,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late(what, seconds)), seconds * 1000);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

/** A moment, also in a page that is hidden and paints no frames. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

const late = (what: string | (() => string), seconds: number): Error =>
  new Error(`Waited ${seconds} s in vain for ${typeof what === 'string' ? what : what()}`);
