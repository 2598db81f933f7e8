/** @file Says an example's value in a few words, and which page numbers stand under many examples. */

import { shownNumber } from '../../components/parts/numbers.ts';

/** Says an example's value in a few words. */
export function wordsFor(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof File) return value.name;
  if (value instanceof Blob) return value.type || 'file';
  if (value instanceof URL || (typeof value === 'string' && isFileAddress(value)))
    return fileName(String(value));
  if (typeof value === 'number') return shownNumber(value);
  if (Array.isArray(value) && value.length > 0 && value.every(isFile))
    return value.map((each) => (typeof each === 'string' ? fileName(each) : wordsFor(each))).join(', ');
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** True for a file, and for the address of one. */
const isFile = (value: unknown): boolean =>
  value instanceof Blob || (typeof value === 'string' && /^[^\s{[]+\.\w{1,5}$/.test(value));

function isFileAddress(text: string): boolean {
  return /^(?:https?:|blob:|\.{0,2}\/)\S*$/.test(text);
}

function fileName(address: string): string {
  const last = address.split(/[?#]/)[0]!.split('/').filter(Boolean).pop() ?? address;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Returns true for what a picture or a clip is fetched from. */
export const isSource = (value: unknown): value is string | URL | Blob =>
  value instanceof Blob || value instanceof URL || typeof value === 'string';

/** What stands in a row of page numbers: a page, from 0, or a gap. */
export type PageMark = number | 'gap';

/** Lists the first page, the last one, the current one and two on each side; what is left out is a gap. */
export function pageMarks(count: number, current: number): PageMark[] {
  const marks: PageMark[] = [];
  for (let page = 0; page < count; page++) {
    if (page === 0 || page === count - 1 || Math.abs(page - current) <= 2) marks.push(page);
    else if (marks.at(-1) !== 'gap') marks.push('gap');
  }
  return marks;
}
