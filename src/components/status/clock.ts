/** @file Ticks for all that show a running time. */

/** Milliseconds between two looks at the clock: the time is shown with one decimal. */
const EVERY_MS = 100;

const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Calls `look` ten times a second until the returned function is called. All that show a running time share one
 * timer, which is off when nobody watches.
 */
export function watchClock(look: () => void): () => void {
  watchers.add(look);
  timer ??= setInterval(() => {
    for (const each of [...watchers]) each();
  }, EVERY_MS);
  return () => {
    watchers.delete(look);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
