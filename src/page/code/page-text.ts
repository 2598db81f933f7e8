/** @file Keeps the text of a page that a script has written: nobody can ask for it by its URL. */

const KEY = Symbol.for('rivulet page text');

/** The window of such a page. */
type Written = object & { [KEY]?: string };

/** Notes the text of the page in a window, by which errors are found in it. */
export function setPageText(window: object, text: string): void {
  (window as Written)[KEY] = text;
}

/** Returns the text of the page in a window, where one was noted. */
export const pageText = (window: object): string | undefined => (window as Written)[KEY];
