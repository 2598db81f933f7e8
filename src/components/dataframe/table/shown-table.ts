/** @file What a Dataframe shows now: its table in the order that the user asked for, and the user's edits of it. */

import type { DataframeHost } from './table-host.ts';
import {
  type CellEdit,
  addColumns,
  addRows,
  columnOf,
  deleteColumns,
  deleteRows,
  renameColumn,
  setCells,
} from './edits.ts';
import { type Kind, blankOf, kindsOf, misfitOf } from './kinds.ts';
import { type Asked, type Order, orderOf, withRows, withoutRows } from './order.ts';
import { type Cells, type CountOption, type RowTable, cellAt, wholeRow, wholeRows } from './table.ts';
import { say } from '../../../words/table.ts';

/** Edits that can be taken back. */
const MOST_UNDONE = 100;

const isFixed = (count: CountOption): boolean => Array.isArray(count) && count[1] === 'fixed';

/** A Dataframe's table as its user sees it. Rows are counted as they are shown, columns as they lie. */
export class ShownTable implements Asked {
  table: RowTable = { headers: [], rows: [] };
  kinds: readonly Kind[] = [];
  sorts: Asked['sorts'] = [];
  conditions: Asked['conditions'] = [];
  query = '';
  readonly #host: DataframeHost;
  #order: Order = null;
  /** What the user's last edit made. */
  #own: unknown;
  #isWhole = false;
  #undone: RowTable[] = [];
  #redone: RowTable[] = [];

  constructor(host: DataframeHost) {
    this.#host = host;
  }

  /** True for the value that the user's last edit made: it is shown already. */
  made(value: unknown): boolean {
    return value === this.#own;
  }

  /** Shows another table. */
  show(table: RowTable): void {
    this.#own = null;
    this.#undone = [];
    this.#redone = [];
    this.#isWhole = false;
    this.table = table;
    this.retype();
    this.arrange();
  }

  /** Finds out anew what the columns hold. */
  retype(): void {
    this.kinds = kindsOf(this.table, this.#host.datatype);
  }

  /** Sorts and filters as asked. */
  arrange(asked: Partial<Asked> = {}): void {
    Object.assign(this, asked);
    this.#order = orderOf(this.table, this.kinds, this);
  }

  /** True when some rows are left out. */
  get isFiltered(): boolean {
    return this.conditions.length > 0 || this.query.trim() !== '';
  }

  get columns(): number {
    return this.table.headers.length;
  }

  /** Rows that are shown; an empty table that can grow has one to begin with. */
  get rows(): number {
    return this.#order ? this.#order.length : Math.max(this.table.rows.length, this.#begins ? 1 : 0);
  }

  get #begins(): boolean {
    return this.table.rows.length === 0 && this.canAddRows && this.columns > 0;
  }

  get canAddRows(): boolean {
    return this.#host.editable && !isFixed(this.#host.rowCount);
  }

  get canAddColumns(): boolean {
    return this.#host.editable && !isFixed(this.#host.columnCount) && this.#host.columnCount !== null;
  }

  canEdit(column: number): boolean {
    return this.#host.editable && column < this.columns && !this.#host.staticColumns.includes(column);
  }

  /** The place of a shown row in the table. */
  placeOf(row: number): number {
    return this.#order ? (this.#order[row] ?? -1) : row;
  }

  cell(row: number, column: number): unknown {
    if (this.table.rows.length === 0) return blankOf(this.kinds[column] ?? 'str');
    return cellAt(this.table, this.placeOf(row), column);
  }

  /** What is shown in a cell instead of its value, and its CSS. */
  looks(row: number, column: number): { text?: string | undefined; css?: string | undefined } {
    const { looks } = this.table;
    if (!looks) return {};
    const place = this.placeOf(row);
    const textIn = (rows: unknown) => {
      const text = (rows as readonly (readonly unknown[])[] | undefined)?.[place]?.[column];
      return typeof text === 'string' ? text : undefined;
    };
    return { text: textIn(looks.displayValue), css: textIn(looks.styling) };
  }

  /** What the `select` event tells of a cell. The column is read when somebody asks for it: it may be long. */
  selection(row: number, column: number): object {
    const { table } = this;
    const place = Math.max(0, this.placeOf(row));
    return {
      index: [place, column],
      value: this.cell(row, column),
      rowValue: wholeRow(table.rows[place], table.headers.length),
      get colValue() {
        return columnOf(table, column);
      },
    };
  }

  /** Sets cells, of shown rows; those that may not be edited stay. Rows and columns that are not there are added where they may be. */
  edit(edits: readonly CellEdit[]): void {
    const { columns } = this;
    const growth = edits.reduce(
      ({ rows, columns }, { row, column }) => ({
        rows: Math.max(rows, row + 1),
        columns: Math.max(columns, column + 1),
      }),
      { rows: this.table.rows.length === 0 ? 0 : this.rows, columns },
    );
    let table = this.table;
    const moreColumns = this.canAddColumns ? growth.columns - columns : 0;
    if (moreColumns > 0) table = addColumns(table, columns, moreColumns, '');
    const end = table.rows.length;
    const shown = end === 0 ? 0 : this.rows;
    const moreRows = this.canAddRows ? growth.rows - shown : 0;
    if (moreRows > 0) table = addRows(table, end, moreRows, (column) => blankOf(this.kinds[column] ?? 'str'));
    const places = edits
      .filter(({ row, column }) => row < shown + moreRows && column < table.headers.length)
      .filter(({ column }) => column >= columns || this.canEdit(column))
      .map(({ row, ...edit }) => ({ ...edit, row: row < shown ? this.placeOf(row) : end + row - shown }));
    const others = places.filter(({ row, column, value }) => !Object.is(cellAt(table, row, column), value));
    if (others.length === 0 && table === this.table) return;
    const [first] = others;
    const previousValue = first && cellAt(this.table, first.row, first.column);
    const order = withRows(this.#order, end, moreRows, shown);
    this.#commit(setCells(this.#whole(table), others), order);
    if (others.length === 1 && first) {
      this.#host.notify('edit', { index: [first.row, first.column], value: first.value, previousValue });
      this.#check(first);
    }
  }

  /** Says what does not fit; it stays as it was typed. */
  #check({ row, column, value }: CellEdit): void {
    const misfit = misfitOf(value, this.kinds[column] ?? 'str');
    if (!misfit) return;
    const name = this.table.headers[column];
    const words = misfit === 'not a number' ? 'cellNotNumber' : 'cellNotDate';
    this.#host.message = say(words, { column: `${name}`, row: row + 1, value: String(value).slice(0, 40) });
  }

  /** Adds a row before a shown one, or at the end. */
  addRow(row: number): void {
    if (!this.canAddRows) return;
    const count = this.table.rows.length;
    const at = row >= this.rows || count === 0 ? count : this.placeOf(row);
    const blank = (column: number) => blankOf(this.kinds[column] ?? 'str');
    this.#commit(addRows(this.#whole(this.table), at, 1, blank), withRows(this.#order, at, 1, row));
  }

  deleteRows(from: number, count: number): void {
    if (!this.canAddRows) return;
    const gone = Array.from({ length: count }, (_, each) => this.placeOf(from + each))
      .filter((place) => place >= 0 && place < this.table.rows.length)
      .sort((a, b) => a - b);
    if (gone.length === 0) return;
    this.#commit(deleteRows(this.#whole(this.table), gone), withoutRows(this.#order, gone));
  }

  addColumn(at: number): void {
    if (!this.canAddColumns) return;
    this.#moveColumns(at, 1);
    this.#commit(addColumns(this.table, at, 1, ''), this.#order);
  }

  deleteColumns(from: number, count: number): void {
    if (!this.canAddColumns || count >= this.columns) return;
    this.#moveColumns(from, -count);
    this.#commit(deleteColumns(this.table, from, count), this.#order);
  }

  /** What is sorted and filtered by a column stays with it. */
  #moveColumns(at: number, by: number): void {
    const moved = <Each extends { column: number }>(list: readonly Each[]): Each[] =>
      list
        .filter(({ column }) => by > 0 || column < at || column >= at - by)
        .map((each) => (each.column >= at ? { ...each, column: each.column + by } : each));
    this.sorts = moved(this.sorts);
    this.conditions = moved(this.conditions);
  }

  rename(column: number, name: string): void {
    if (!this.canEdit(column) || this.table.headers[column] === name) return;
    this.#commit(renameColumn(this.#whole(this.table), column, name), this.#order);
  }

  /** Leaves only what is shown now. */
  keepShown(): void {
    if (!this.#host.editable || !this.isFiltered) return;
    const rows = Array.from({ length: this.rows }, (_, row) => this.table.rows[this.placeOf(row)]!);
    this.conditions = [];
    this.query = '';
    this.sorts = [];
    this.#commit(this.#whole({ headers: this.table.headers, rows }), null);
  }

  /** Takes a whole table from the user. */
  replace(table: RowTable): void {
    this.#commit({ headers: table.headers, rows: wholeRows(table) }, null);
    this.arrange();
  }

  /** Takes back the last edit, or makes it again. */
  undo(again = false): void {
    const [from, to] = again ? [this.#redone, this.#undone] : [this.#undone, this.#redone];
    const table = from.pop();
    if (!table || !this.#host.editable) return;
    to.push(this.table);
    this.#give(table);
    this.arrange();
  }

  #whole(table: RowTable): RowTable {
    if (this.#isWhole && table.rows === this.table.rows) return table;
    return { headers: table.headers, rows: wholeRows(table) };
  }

  #commit(table: RowTable, order: Order): void {
    this.#undone.push(this.table);
    if (this.#undone.length > MOST_UNDONE) this.#undone.shift();
    this.#redone = [];
    this.#order = order;
    this.#give({ headers: table.headers, rows: table.rows });
  }

  #give(table: RowTable): void {
    this.#put(table);
    const value: Cells = { headers: [...table.headers], data: wholeRowsOf(table) };
    this.#isWhole = true;
    this.#own = value;
    this.#host.take(value);
  }

  #put(table: RowTable): void {
    const { length } = this.table.headers;
    this.table = table;
    // A column that was one of numbers stays so while it is edited.
    if (table.headers.length !== length) this.retype();
  }
}

const wholeRowsOf = ({ rows }: RowTable): unknown[][] => rows as unknown[][];
