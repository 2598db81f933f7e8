/** @file Tells a mistake in the console, and to what shows it in the page. */

/** What somebody who makes a page should know: a mistake in it. */
export interface Hint {
  message: string;
  element: Element;
  /** False once the mistake is mended, where that can be told. */
  holds?(): boolean;
}

/** How a mistake is told. */
interface Telling extends Pick<Hint, 'holds'> {
  /** Where in the console; `null` when that has it already. Default `warn`. */
  level?: 'warn' | 'error' | null;
}

const told = new WeakMap<Element, Map<string, Hint>>();

/**
 * Tells a mistake in the console, and to what tells it in the page while that is being made. Each once, as long as it
 * holds.
 */
export function hint(message: string, element: Element, { level = 'warn', holds }: Telling = {}): void {
  const said = told.get(element) ?? new Map<string, Hint>();
  const before = said.get(message);
  if (before && (before.holds?.() ?? true)) return;
  const detail: Hint = { message, element, holds };
  told.set(element, said.set(message, detail));
  if (level) console[level](message, element);
  document.dispatchEvent(new CustomEvent<Hint>('riv-hint', { detail }));
}
