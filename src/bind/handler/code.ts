/** @file Names inline code that was sent to a worker, and keeps it for the stacks of errors. */

/** Inline code that was sent to a worker, as it stands in the page. */
export interface InlineCode {
  kind: 'function' | 'script';
  text: string;
}

const files = new Map<string, InlineCode>();

/** What comes before a function's text, in a module that exports it: its first line begins so much later. */
export const BEFORE_FUNCTION = 'export default (';

/**
 * Makes a name for inline code, by which stacks and developer tools know it: `calculator.js`. The same code has the
 * same.
 */
export function fileOf(name: string, code: InlineCode): string {
  const plain = name.replace(/[^\p{L}\p{N}_$-]/gu, '_');
  for (let number = 1; ; number++) {
    const file = `${plain}${number > 1 ? `-${number}` : ''}.js`;
    const known = files.get(file);
    if (!known) files.set(file, code);
    if (!known || known.text === code.text) return file;
  }
}

/** Returns the code of a name, if it was given one. */
export const codeOf = (file: string): InlineCode | undefined => files.get(file);
