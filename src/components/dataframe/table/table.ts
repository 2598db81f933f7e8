/** @file Makes a table of rows, objects, columns or a list, and gives it back as any of those. */

/** What a column holds. */
export type Datatype = 'str' | 'number' | 'bool' | 'date' | 'markdown' | 'html' | 'auto';

/** What a handler is given of a table. */
export type TableShape = 'dataframe' | 'rows' | 'array' | 'columns';

/** How many rows or columns there are at first, and whether the user may add some. */
export type CountOption = number | [count: number, growth: 'fixed' | 'dynamic'] | null;

/** Pixels, `"120px"` or `"20%"`. */
export type CellSize = number | string;

/** What of a Dataframe says how a value is read. */
export interface ReadOptions {
  /** Names of the columns, where a value has none. */
  readonly headers: readonly string[];
}

/** A list, or an array of numbers. */
export type RowCells = readonly unknown[] | (ArrayBufferView & ArrayLike<unknown>);

/** How single cells look, beside what they hold: row by row, as in `data`. */
export interface CellLooks {
  /** What is shown in place of the values. */
  displayValue?: readonly (readonly (string | null)[])[];
  /** CSS of each cell; colours and text alone count. */
  styling?: readonly (readonly (string | null)[])[];
}

/** A table in its usual form. */
export interface Cells {
  headers: string[];
  data: unknown[][];
  metadata?: CellLooks;
}

/** What a table can be given as. */
export type TableValue =
  | { headers?: readonly unknown[]; data: readonly unknown[] | ArrayLike<unknown>; metadata?: CellLooks }
  | { readonly [column: string]: ArrayLike<unknown> }
  | readonly unknown[]
  | ArrayBufferView
  | string
  | Blob;

/** What a handler is given, by `type`. */
export interface TableShapes {
  dataframe: Cells;
  rows: Record<string, unknown>[];
  // biome-ignore lint/suspicious/noExplicitAny: whoever asks for rows knows what is in them
  array: any[][];
  // biome-ignore lint/suspicious/noExplicitAny: whoever asks for columns knows what is in them
  columns: Record<string, any[]>;
}

/** A table as it was read. Rows may be shorter than the headers: what is not there is empty. */
export interface RowTable {
  readonly headers: readonly string[];
  readonly rows: readonly RowCells[];
  readonly looks?: CellLooks | undefined;
}

/** A table that was read, and what was wrong with it. */
export interface ReadTable extends RowTable {
  readonly problem?: string | undefined;
}

const isList = (value: unknown): value is RowCells =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

/** True for an object that stands for a row, by the names of its columns. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** Makes a table of anything but CSV. Nothing is copied that can be shown as it is. */
export function tableOf(value: Exclude<TableValue, string | Blob>, options: ReadOptions): RowTable {
  if (isList(value)) return ofList(value, options.headers);
  // pandas writes the names as `columns`.
  const { columns, headers = columns, data, metadata } = value as Partial<Cells> & { columns?: string[] };
  if (!isList(data)) return ofColumns(value as Record<string, ArrayLike<unknown>>);
  const names = isList(headers) ? Array.from(headers, nameOf) : options.headers;
  return { ...ofList(data, names), looks: metadata };
}

function ofList(list: RowCells, headers: readonly string[]): RowTable {
  const items = Array.from(list as ArrayLike<unknown>);
  if (items.some(isRecord)) return ofRecords(items);
  const rows = items.every(isList) ? items : items.map((item) => (isList(item) ? item : [item]));
  const count = rows.reduce((most, { length }) => Math.max(most, length), headers.length);
  return { headers: numbered(headers, count), rows };
}

function ofRecords(items: readonly unknown[]): RowTable {
  const headers = new Set<string>();
  for (const item of items) if (isRecord(item)) for (const name of Object.keys(item)) headers.add(name);
  const names = [...headers];
  const rowOf = (item: unknown): RowCells => {
    if (isRecord(item)) return names.map((name) => item[name] ?? null);
    return isList(item) ? item : [item];
  };
  return { headers: names, rows: items.map(rowOf) };
}

function ofColumns(columns: Record<string, ArrayLike<unknown>>): RowTable {
  const headers = Object.keys(columns);
  const lists = headers.map((name) => columns[name]!);
  const length = lists.reduce((most, list) => Math.max(most, list.length), 0);
  return { headers, rows: Array.from({ length }, (_, row) => lists.map((list) => list[row] ?? null)) };
}

/** Names as many columns as there are: those without a name by their place. */
export function numbered(headers: readonly unknown[], count: number): string[] {
  return Array.from({ length: Math.max(count, headers.length) }, (_, at) =>
    at < headers.length ? nameOf(headers[at]) : String(at + 1),
  );
}

function nameOf(header: unknown): string {
  try {
    return String(header ?? '');
  } catch {
    return '';
  }
}

/** What is in a cell; `null` where a row is too short. */
export const cellAt = ({ rows }: RowTable, row: number, column: number): unknown =>
  rows[row]?.[column] ?? null;

/** A row as a list of its own, as long as the headers. */
export const wholeRow = (row: RowCells | undefined, count: number): unknown[] =>
  Array.from({ length: count }, (_, at) => row?.[at] ?? null);

/** The rows as lists; those that are whole as they are. */
export function wholeRows({ headers, rows }: RowTable): unknown[][] {
  const count = headers.length;
  const isWhole = (row: RowCells) => Array.isArray(row) && row.length === count && !row.includes(undefined);
  return rows.map((row) => (isWhole(row) ? (row as unknown[]) : wholeRow(row, count)));
}

/** Gives a table the shape that a handler asks for. */
export function shape<Shape extends TableShape>(table: RowTable, type: Shape): TableShapes[Shape];
export function shape(table: RowTable, type: TableShape): TableShapes[TableShape] {
  const data = wholeRows(table);
  if (type === 'array') return data;
  if (type === 'dataframe') return { headers: [...table.headers], data };
  const names = distinct(table.headers);
  if (type === 'rows') return data.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
  return Object.fromEntries(names.map((name, at) => [name, data.map((row) => row[at])]));
}

/** The names of columns; a second one of the same name gets a number. */
function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let number = 2; seen.has(free); number++) free = `${name}_${number}`;
    seen.add(free);
    return free;
  });
}
