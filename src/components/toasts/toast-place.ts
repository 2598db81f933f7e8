/** @file Says whether toasts stand better at the lower edge of the window. */

/** Pixels of the window's edge that a toast or two take. */
const HEIGHT = 140;
const WIDTH = 400;

/** Returns the element with the focus, in shadow trees too; nothing while that is the page. */
export function focused(): Element | undefined {
  let element = document.activeElement;
  for (let inner = element; inner; inner = inner.shadowRoot?.activeElement ?? null) element = inner;
  return element === document.body ? undefined : (element ?? undefined);
}

/** Returns true when toasts at the upper edge would cover one of these, and none at the lower one. */
export function isBetterLow(elements: (Element | undefined)[]): boolean {
  const rects = elements.flatMap((element) => element?.getBoundingClientRect() ?? []);
  const shown = rects.filter(({ width, right }) => width > 0 && right > innerWidth - WIDTH);
  const high = shown.some(({ top, bottom }) => top < HEIGHT && bottom > 0);
  return high && !shown.some(({ top, bottom }) => bottom > innerHeight - HEIGHT && top < innerHeight);
}
