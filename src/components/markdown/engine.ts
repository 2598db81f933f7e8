/** @file Loads and sets up the Markdown parser. */

import { Marked } from 'marked';
import { sanitize } from './sanitize.ts';

/** How Markdown is read. */
export interface MarkdownOptions {
  /** True: a line's end is a line break. */
  lineBreaks?: boolean;
  /** False: HTML in the text is left as it is. Only for text that you wrote. */
  sanitizeHtml?: boolean;
}

const marked = new Marked({ gfm: true, async: false });

/** Markdown to HTML. */
export function toHtml(
  text: string,
  { lineBreaks = false, sanitizeHtml = true }: MarkdownOptions = {},
): string {
  const html = marked.parse(dedent(text), { breaks: lineBreaks, async: false });
  return sanitizeHtml ? sanitize(html) : html;
}

/** Removes the indentation that all lines share, so that text can be indented with the code around it. */
export function dedent(text: string): string {
  const lines = text.replaceAll('\t', '    ').split('\n');
  const filled = lines.filter((line, index) => line.trim() !== '' && (index > 0 || /^\s/.test(line)));
  const shared = filled.reduce((least, line) => Math.min(least, line.search(/\S/)), Number.POSITIVE_INFINITY);
  return Number.isFinite(shared) && shared > 0
    ? lines
        .map((line) => (/^\s/.test(line) ? line.slice(Math.min(shared, line.search(/\S|$/))) : line))
        .join('\n')
    : text;
}
