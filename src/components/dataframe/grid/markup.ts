/** @file Makes safe HTML of the cells of Markdown and HTML; loaded when a column holds such. */

import { blocksOf } from '../../markdown/parse.ts';
import { sanitize } from '../../markdown/sanitize.ts';

/** Cells that are kept ready. */
const KEPT = 2000;

const ready = new Map<string, string>();

/** Safe HTML of a cell's text. A text that cannot be read is shown as it is. */
export function markupOf(text: string, kind: 'markdown' | 'html'): string {
  const key = `${kind}:${text}`;
  const known = ready.get(key);
  if (known !== undefined) return known;
  const made = make(text, kind);
  if (ready.size >= KEPT) ready.clear();
  ready.set(key, made);
  return made;
}

function make(text: string, kind: 'markdown' | 'html'): string {
  try {
    const html = kind === 'html' ? text : blocksOf(text, {}, {}).map((block) => block.html);
    return sanitize([html].flat().join(''));
  } catch {
    const shown = document.createElement('span');
    shown.textContent = text;
    return shown.innerHTML;
  }
}
