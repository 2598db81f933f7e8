/** @file Tells a mistake of the page in the console, and to the page's hints. */

/** What somebody who makes a page should know: a mistake in it. */
export interface Hint {
  message: string;
  element: Element;
}

/** Tells a mistake in the console, and to what tells it in the page while that is being made. */
export function hint(message: string, element: Element, level: 'warn' | 'error' = 'warn'): void {
  console[level](message, element);
  document.dispatchEvent(new CustomEvent<Hint>('riv-hint', { detail: { message, element } }));
}
