/** @file Reports a mistake in the console, and to what shows it in the page. */

/** What somebody who makes a page should know: a mistake in it. */
export interface Hint {
  message: string;
  element: Element;
  /** False once the mistake is mended, where that can be known. */
  holds?(): boolean;
}

/** How a mistake is reported. */
interface HintOptions extends Pick<Hint, 'holds'> {
  /** Where in the console; `null` when that has it already. Default `warn`. */
  level?: 'warn' | 'error' | null;
}

const given = new WeakMap<Element, Map<string, Hint>>();

/**
 * Reports a mistake in the console, and to what shows it in the page while that is being made. Each once, as long as it
 * holds.
 */
export function hint(message: string, element: Element, { level = 'warn', holds }: HintOptions = {}): void {
  const own = given.get(element) ?? new Map<string, Hint>();
  const before = own.get(message);
  if (before && (before.holds?.() ?? true)) return;
  const detail: Hint = { message, element, holds };
  given.set(element, own.set(message, detail));
  if (level) console[level](message, element);
  document.dispatchEvent(new CustomEvent<Hint>('riv-hint', { detail }));
}
