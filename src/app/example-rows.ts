import { isShown } from './parts.ts';
import type { Component } from './shortcuts.ts';

/** One column of a table of examples: the input it fills, and its place in a row. */
export interface ExampleColumn {
  component: Component;
  index: number;
}

/** Examples as rows; a plain list when there is one input. */
export function rowsOf(examples: readonly unknown[], inputs: readonly Component[]): unknown[][] {
  const one = inputs.filter(isShown).length === 1;
  const plain = one && !examples.every((row) => Array.isArray(row) && row.length === 1);
  return examples.map((row) => (Array.isArray(row) && !plain ? [...row] : [row]));
}

/** The inputs that the rows have something for. A State has no column; neither has one that is null in every row. */
export function columnsOf(rows: readonly unknown[][], inputs: readonly Component[]): ExampleColumn[] {
  // Rows may leave the place of a State out, or keep it.
  const shown = inputs.filter(isShown);
  const places = rows.some((row) => row.length > shown.length) ? inputs : shown;
  return places
    .map((component, index) => ({ component, index }))
    .filter(
      ({ component, index }) =>
        isShown(component) && rows.some((row) => row[index] !== null && row[index] !== undefined),
    );
}

/** An example's value in a few words. */
export function wordsFor(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof File) return value.name;
  if (value instanceof Blob) return value.type || 'file';
  if (value instanceof URL || (typeof value === 'string' && isFileAddress(value)))
    return fileName(String(value));
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** True for what a picture or a clip is fetched from. */
export const isSource = (value: unknown): value is string | URL | Blob =>
  value instanceof Blob || value instanceof URL || typeof value === 'string';

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
