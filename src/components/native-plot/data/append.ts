/** @file Joins the tables of a stream. */

import { type Table, readTable, rowsOf } from '../../../shared/values/table.ts';

/** What has been joined so far: the value of a plot that appends. */
export interface Joined {
  headers: string[];
  data: unknown[][];
}

/** Tables that this file has made, which need no reading. */
const made = new WeakSet<object>();

/**
 * Joins a table to those before it; one row may be an object: `{ t: 1, v: 2 }`. Columns are told by their names.
 *
 * @param window - The most rows to keep, the last ones; `null` keeps all.
 * @throws {ValueError} for what is no table
 */
export function joined(before: unknown, given: unknown, window: number | null): Joined {
  const old = asRows(before);
  const fresh = asRows(given);
  const headers = old.headers.length > 0 ? [...old.headers] : [...fresh.headers];
  for (const header of fresh.headers) if (!headers.includes(header)) headers.push(header);
  const data = [...inOrder(old, headers), ...inOrder(fresh, headers)];
  const table = { headers, data: window && window >= 1 ? data.slice(-Math.floor(window)) : data };
  made.add(table);
  return table;
}

function asRows(given: unknown): Joined {
  if (typeof given === 'object' && given !== null && made.has(given)) return given as Joined;
  const table: Table = readTable(isRow(given) ? [given] : given, { firstRow: true });
  return { headers: table.headers, data: rowsOf(table) };
}

function isRow(given: unknown): boolean {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  const cells = Object.values(given);
  return (
    cells.length > 0 &&
    cells.every((cell) => typeof cell !== 'object' || cell === null || cell instanceof Date)
  );
}

function inOrder({ headers, data }: Joined, wanted: readonly string[]): unknown[][] {
  if (wanted.length === headers.length && wanted.every((header, at) => header === headers[at])) return data;
  const places = wanted.map((header) => headers.indexOf(header));
  return data.map((row) => places.map((at) => (at < 0 ? null : row[at])));
}
