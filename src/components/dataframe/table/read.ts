/** @file Reads a table of whatever form; CSV by a parser that is loaded for it. */

import { lazy } from '../../../page/lazy.ts';
import { type ReadOptions, type ReadTable, type TableValue, tableOf } from './table.ts';

export { shape } from './table.ts';

/** Reads a table. @returns a promise only where there is CSV to be parsed */
export function readNow(value: TableValue, options: ReadOptions): ReadTable | Promise<ReadTable> {
  if (typeof value === 'string') return readJson(value, options) ?? readCsv(value);
  return value instanceof Blob ? readCsv(value) : tableOf(value, options);
}

/** Reads a table that was written as JSON. */
function readJson(text: string, options: ReadOptions): ReadTable | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return tableOf(JSON.parse(text), options);
  } catch {
    return null; // CSV whose first header begins so
  }
}

/** Reads a table. */
export const read = async (value: TableValue, options: ReadOptions): Promise<ReadTable> =>
  readNow(value, options);

async function readCsv(csv: string | Blob): Promise<ReadTable> {
  const { parseCsv } = await lazy(() => import('./csv.ts'));
  return parseCsv(csv);
}
