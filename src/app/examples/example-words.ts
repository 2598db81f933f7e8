/** @file Says an example's value in a few words. */

import { shownNumber } from '../../components/parts/numbers.ts';

/** An example's value in a few words. */
export function wordsFor(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof File) return value.name;
  if (value instanceof Blob) return value.type || 'file';
  if (value instanceof URL || (typeof value === 'string' && isFileAddress(value)))
    return fileName(String(value));
  if (typeof value === 'number') return shownNumber(value);
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

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

/** True for what a picture or a clip is fetched from. */
export const isSource = (value: unknown): value is string | URL | Blob =>
  value instanceof Blob || value instanceof URL || typeof value === 'string';
