/** @file Reads tables of CSV and TSV, and blocks that were copied from a spreadsheet. */

import { loadCSV, readTSV, readText, typed } from '../../../shared/values/csv.ts';
import { type ReadTable, numbered } from './table.ts';

/**
 * Reads CSV or TSV; what stands between cells is found out. The first line has the names. A column of numbers alone is
 * one of numbers, and one of `true` and `false` of booleans.
 */
export async function parseCsv(csv: string | Blob): Promise<ReadTable> {
  const { rows, problem } = await loadCSV(typeof csv === 'string' ? csv : await readText(csv));
  const [headers = [], ...body] = rows;
  const count = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const names = numbered(headers, count);
  const columns = names.map((_, at) => typed(body.map((row) => row[at])));
  return { headers: names, rows: body.map((_, row) => columns.map((column) => column[row])), problem };
}

/** Reads the rows of a block that was copied from a spreadsheet. */
export function parseBlock(text: string): string[][] {
  return /^"|[\t\n]/.test(text) ? readTSV(text) : [[text]];
}
