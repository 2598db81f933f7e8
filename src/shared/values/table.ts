/** @file Reads tables of any form into columns. */

import { ValueError, describe } from '../errors.ts';
import { readCSV, readText, typed } from './csv.ts';

/** A table by its columns, each of `rowCount` values. */
export interface Table {
  headers: string[];
  columns: ArrayLike<unknown>[];
  rowCount: number;
}

/** A table in any form that `loadTable` reads. */
export type TableLike =
  | { headers: readonly string[]; data: readonly ArrayLike<unknown>[] }
  | readonly unknown[]
  | Record<string, unknown>
  | string
  | Blob;

/** What a table may be, in words. */
const A_TABLE =
  'a table: { headers, data }, a list of objects, a list of rows, an object of lists, or CSV text';

/** How a table is read. */
export interface TableOptions {
  /** Names of the columns where the table has none: of a list of rows, and of a plain list. `"1"`, `"2"` … otherwise. */
  headers?: readonly string[];
  /** True takes the first of a list of rows for the headers where it holds nothing but different texts. */
  firstRow?: boolean;
}

/**
 * Reads a table: `{ headers, data }` (pandas' `{ columns, data }`, too), a list of objects, an object of lists, a list of
 * rows, a plain list (one column), text that is CSV, TSV or JSON, or nothing. Lists and typed arrays that are columns
 * already are not copied. What a row lacks is `null`.
 *
 * @throws {ValueError} saying what came and what was expected, without the name of the component.
 */
export function readTable(given: unknown, options: TableOptions = {}): Table {
  if (given === null || given === undefined) return ofRows([], options.headers ?? []);
  if (typeof given === 'string') return ofText(given, options);
  if (isList(given)) return ofList(given, options);
  if (typeof given !== 'object') throw refused(given);
  const { headers, columns = headers, data } = given as Record<string, unknown>;
  if (Array.isArray(columns) && Array.isArray(data) && data.every(isList))
    return ofRows(data, columns.map(String));
  return ofColumns(given as Record<string, unknown>);
}

/** Reads a table that may be a file of CSV or TSV. @throws {ValueError} as `readTable` */
export async function loadTable(given: unknown, options?: TableOptions): Promise<Table> {
  return readTable(given instanceof Blob ? await readText(given) : given, options);
}

/** Returns the rows of a table, each a new list. */
export function rowsOf({ columns, rowCount }: Table): unknown[][] {
  return Array.from({ length: rowCount }, (_, row) => columns.map((column) => column[row]));
}

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

function ofText(text: string, options: TableOptions): Table {
  if (/^\s*[[{]/.test(text)) {
    let given: unknown;
    try {
      given = JSON.parse(text);
    } catch {
      given = null; // CSV whose first header begins so
    }
    if (given) return readTable(given, options);
  }
  const [headers = [], ...rows] = readCSV(text);
  const table = ofRows(rows, headers);
  return { ...table, columns: table.columns.map((column) => typed(column as (string | null)[])) };
}

function ofList(list: ArrayLike<unknown>, { headers = [], firstRow }: TableOptions): Table {
  const rows = Array.isArray(list) ? list : Array.from(list);
  if (rows.length > 0 && rows.every(isList)) {
    const [first, ...others] = rows as ArrayLike<unknown>[];
    const names = Array.from(first!);
    return firstRow && headers.length === 0 && areHeaders(names)
      ? ofRows(others, names)
      : ofRows(rows, headers);
  }
  const strange = rows.findIndex((row) => !isRecord(row));
  if (rows.length > 0 && strange === -1) return ofRecords(rows as Record<string, unknown>[]);
  if (rows.some((row) => isList(row) || isRecord(row)))
    throw refused(rows[strange], `a row like the others at ${strange}`);
  return { headers: named(headers, 1), columns: [list], rowCount: list.length };
}

const areHeaders = (row: unknown[]): row is string[] =>
  row.length > 0 && row.every((cell) => typeof cell === 'string') && new Set(row).size === row.length;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Date);

function ofRecords(rows: readonly Record<string, unknown>[]): Table {
  const headers = new Set<string>();
  for (const row of rows) for (const key in row) headers.add(key);
  const columns = [...headers].map((key) => rows.map((row) => row[key] ?? null));
  return { headers: [...headers], columns, rowCount: rows.length };
}

function ofRows(rows: readonly ArrayLike<unknown>[], headers: readonly string[]): Table {
  const width = rows.reduce((most, row) => Math.max(most, row.length), headers.length);
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? null));
  return { headers: named(headers, width), columns, rowCount: rows.length };
}

function ofColumns(given: Record<string, unknown>): Table {
  const entries = Object.entries(given);
  const strange = entries.find(([, column]) => !isList(column));
  if (strange) throw refused(strange[1], `a list as column "${strange[0]}", or another table`);
  const columns = entries.map(([, column]) => column as ArrayLike<unknown>);
  const lengths = [...new Set(columns.map(({ length }) => length))];
  if (lengths.length > 1)
    throw new ValueError(`got columns of ${lengths.join(', ')} values, expected the same length for each`);
  return { headers: Object.keys(given), columns, rowCount: lengths[0] ?? 0 };
}

/** Names those that have no name by their place, from 1. */
const named = (headers: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, at) => headers[at] ?? String(at + 1));

const refused = (given: unknown, expected = A_TABLE): ValueError =>
  new ValueError(`got ${describe(given)}, expected ${expected}`);
