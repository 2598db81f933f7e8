/** @file Makes edited tables: what is not edited is shared with the table before. */

import { type RowCells, type RowTable, cellAt, wholeRow } from './table.ts';

/** One cell, and what it is to hold. */
export interface CellEdit {
  row: number;
  column: number;
  value: unknown;
}

/** Sets cells. */
export function setCells(table: RowTable, edits: readonly CellEdit[]): RowTable {
  const rows: RowCells[] = [...table.rows];
  const own = new Set<number>();
  for (const { row, column, value } of edits) {
    if (!own.has(row)) rows[row] = wholeRow(rows[row], table.headers.length);
    own.add(row);
    (rows[row] as unknown[])[column] = value;
  }
  return { ...table, rows };
}

/** Adds rows before the one at a place. */
export function addRows(
  table: RowTable,
  at: number,
  count: number,
  blank: (column: number) => unknown,
): RowTable {
  const fresh = Array.from({ length: count }, () => table.headers.map((_, column) => blank(column)));
  return withRows(table, [...table.rows.slice(0, at), ...fresh, ...table.rows.slice(at)]);
}

/** Takes rows away. */
export function deleteRows(table: RowTable, gone: readonly number[]): RowTable {
  const lost = new Set(gone);
  return withRows(
    table,
    table.rows.filter((_, at) => !lost.has(at)),
  );
}

/** Adds columns before the one at a place. Names that are not given are free numbers. */
export function addColumns(table: RowTable, at: number, count: number, blank: unknown): RowTable {
  const names = new Set(table.headers);
  const fresh: string[] = [];
  for (let number = table.headers.length + 1; fresh.length < count; number++)
    if (!names.has(String(number))) fresh.push(String(number));
  const blanks = fresh.map(() => blank);
  return {
    headers: [...table.headers.slice(0, at), ...fresh, ...table.headers.slice(at)],
    rows: table.rows.map((_, row) => {
      const cells = wholeRow(table.rows[row], table.headers.length);
      return [...cells.slice(0, at), ...blanks, ...cells.slice(at)];
    }),
  };
}

/** Takes columns away. */
export function deleteColumns(table: RowTable, from: number, count: number): RowTable {
  const stays = (_: unknown, at: number) => at < from || at >= from + count;
  return {
    headers: table.headers.filter(stays),
    rows: table.rows.map((_, row) => wholeRow(table.rows[row], table.headers.length).filter(stays)),
  };
}

/** Names a column. */
export function renameColumn(table: RowTable, column: number, name: string): RowTable {
  return { ...table, headers: table.headers.map((header, at) => (at === column ? name : header)) };
}

/** A whole column as a list. */
export const columnOf = (table: RowTable, column: number): unknown[] =>
  table.rows.map((_, row) => cellAt(table, row, column));

/** The same table with other rows; how single cells look is known of the former ones alone. */
const withRows = ({ headers }: RowTable, rows: readonly RowCells[]): RowTable => ({ headers, rows });
