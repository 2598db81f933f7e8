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

/** Signs of emphasis in one block, above which the parser, whose time grows with their square, would freeze the page. */
const MARKS = 4000;

/** Lists and quotations, one in the other, above which the parser would freeze the page. */
const LEVELS = 100;

/** Markdown to HTML. @throws {Error} for a text that would freeze the page. */
export function toHtml(
  text: string,
  { lineBreaks = false, sanitizeHtml = true }: MarkdownOptions = {},
): string {
  for (const block of text.split(/\n\s*\n/))
    if (block.length > MARKS && (block.match(/[*_~]+/g)?.length ?? 0) > MARKS)
      throw new Error(`one of its blocks has more than ${MARKS.toLocaleString('en')} signs of emphasis`);
  if (levelsOf(text) > LEVELS) throw new RangeError('too many levels');
  const html = marked.parse(dedent(text), { breaks: lineBreaks, async: false });
  return sanitizeHtml ? sanitize(html) : html;
}

/** The signs of lists and quotations that a line begins with: `> - 1. `. */
const SIGNS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?![^ \t])))+/;
/** A line across: its signs are none of lists. */
const RULE = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/;

/** Says how many lists and quotations lie one in the other, at most. */
function levelsOf(text: string): number {
  let most = 0;
  let open: number[] = []; // columns of the signs that a line may be within
  for (const line of text.split('\n')) {
    const [signs] = SIGNS.exec(line) ?? [];
    if (!signs || RULE.test(line)) continue;
    const columns = [...signs.matchAll(/>|[-*+]|\d+[.)]/g)].map(({ index }) => index);
    open = [...open.filter((column) => column < columns[0]!), ...columns];
    most = Math.max(most, open.length);
  }
  return most;
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
