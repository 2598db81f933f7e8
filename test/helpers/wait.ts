/** What `until` leaves when it resolves. */
type Found<T> = Exclude<T, null | undefined | false>;

/**
 * Resolves with what `look` gives as soon as that is truthy; looks again with each frame.
 *
 * @throws after `seconds`, saying `what` was awaited
 */
export async function until<T>(
  look: () => T | Promise<T>,
  what = String(look),
  seconds = 20,
): Promise<Found<T>> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found) return found as Found<T>;
    if (performance.now() > end) throw new Error(`Waited ${seconds} s in vain for ${what}`);
    await new Promise(requestAnimationFrame);
  }
}

/** Resolves with the next event of this name. */
export const once = (target: EventTarget, name: string): Promise<CustomEvent> =>
  new Promise((resolve) =>
    target.addEventListener(name, (event) => resolve(event as CustomEvent), { once: true }),
  );

/** The names of the events that an element fires, in order; filled as they come. */
export function recordEvents(target: EventTarget, names: readonly string[]): string[] {
  const fired: string[] = [];
  for (const name of names) target.addEventListener(name, () => fired.push(name));
  return fired;
}
