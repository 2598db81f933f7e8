/** @file Blocks of cells: as the clipboard holds them, and as files. */

import { lazy } from '../../../page/lazy.ts';
import { csv, tsv } from '../../../shared/values/write-csv.ts';
import type { ShownTable } from '../table/shown-table.ts';
import { shownText } from '../table/kinds.ts';
import type { Range } from '../grid/selection.ts';

/** What only we write and read: the values themselves, where the text is made safe for spreadsheets. */
const OWN_TYPE = 'application/x-rivulet-cells';

/** Cells on their way. */
export interface CellBlock {
  cells: unknown[][];
  /** Texts of the cells. */
  texts: string[][];
  /** True for values of ours; what others give is text. */
  isOwn: boolean;
}

/** The cells of a range. */
export function blockOf(shown: ShownTable, { top, bottom, left, right }: Range): CellBlock {
  const cells: unknown[][] = [];
  const texts: string[][] = [];
  for (let row = Math.max(0, top); row <= bottom; row++) {
    const values: unknown[] = [];
    for (let column = left; column <= right; column++) values.push(shown.cell(row, column));
    cells.push(values);
    texts.push(values.map((value, at) => shownText(value, shown.kinds[left + at] ?? 'str')));
  }
  return { cells, texts, isOwn: true };
}

/** Puts cells into the clipboard. */
export function writeBlock(to: DataTransfer, { cells, texts }: CellBlock): void {
  to.setData('text/plain', tsv(texts));
  try {
    to.setData(OWN_TYPE, JSON.stringify(cells));
  } catch {
    // values that JSON does not know travel as text
  }
}

/** Reads what the clipboard holds. */
export async function readBlock(from: DataTransfer): Promise<CellBlock | null> {
  const own = from.getData(OWN_TYPE);
  const text = from.getData('text/plain');
  if (own) return { cells: JSON.parse(own) as unknown[][], texts: [], isOwn: true };
  if (!text) return null;
  const { parseBlock } = await lazy(() => import('../table/csv.ts'));
  const cells = parseBlock(text);
  return { cells, texts: cells, isOwn: false };
}

/** All that is shown, with its headers: as text for a spreadsheet, or as a CSV file. */
export function textOfAll(shown: ShownTable): string {
  return tsv(allRows(shown));
}

/** All that is shown, with its headers, as a CSV file that spreadsheets read as UTF-8. */
export const fileOfAll = (shown: ShownTable): Blob =>
  new Blob(['\ufeff', csv(allRows(shown))], { type: 'text/csv;charset=utf-8' });

function allRows(shown: ShownTable): string[][] {
  const rows = shown.table.rows.length === 0 ? 0 : shown.rows;
  const { texts } = blockOf(shown, { top: 0, bottom: rows - 1, left: 0, right: shown.columns - 1 });
  return [[...shown.table.headers], ...texts];
}
