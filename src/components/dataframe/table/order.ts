/** @file Sorts, filters and searches the rows of a table; the table itself stays as it is. */

import { type Kind, comparer, shownText, sortKey } from './kinds.ts';
import { type RowTable, cellAt } from './table.ts';

/** One column by which rows are sorted. */
export interface Sort {
  column: number;
  descending: boolean;
}

/** What a column's cells must be like. */
export interface Condition {
  column: number;
  operator: Operator;
  value: string;
}

/** Words of conditions, and what they ask of a cell. */
const OPERATORS = {
  contains: (text: string, wanted: string) => text.includes(wanted),
  'does not contain': (text: string, wanted: string) => !text.includes(wanted),
  'starts with': (text: string, wanted: string) => text.startsWith(wanted),
  'ends with': (text: string, wanted: string) => text.endsWith(wanted),
  is: (text: string, wanted: string) => text === wanted,
  'is not': (text: string, wanted: string) => text !== wanted,
  'is empty': (text: string) => text === '',
  'is not empty': (text: string) => text !== '',
  '=': (_: string, wanted: string, key: unknown) => key === Number(wanted),
  '≠': (_: string, wanted: string, key: unknown) => key !== Number(wanted),
  '>': (_: string, wanted: string, key: unknown) => key !== null && (key as number) > Number(wanted),
  '<': (_: string, wanted: string, key: unknown) => key !== null && (key as number) < Number(wanted),
  '≥': (_: string, wanted: string, key: unknown) => key !== null && (key as number) >= Number(wanted),
  '≤': (_: string, wanted: string, key: unknown) => key !== null && (key as number) <= Number(wanted),
} as const;

/** A word of a condition. */
export type Operator = keyof typeof OPERATORS;

const EMPTINESS: readonly Operator[] = ['is empty', 'is not empty'];

/** The words of conditions that fit a column. */
export function operatorsFor(kind: Kind): readonly Operator[] {
  if (kind === 'number') return ['=', '≠', '>', '<', '≥', '≤', ...EMPTINESS];
  if (kind === 'bool') return ['is', 'is not'];
  return ['contains', 'does not contain', 'starts with', 'ends with', 'is', 'is not', ...EMPTINESS];
}

/** True for a condition that asks for no value. */
export const isAboutEmptiness = (operator: Operator): boolean => EMPTINESS.includes(operator);

/** What is asked of the rows. */
export interface Asked {
  sorts: readonly Sort[];
  conditions: readonly Condition[];
  /** Text that some cell of a row must contain. */
  query: string;
}

/** Places of the rows as they are to be shown; `null` where all are, as they lie. */
export type Order = Uint32Array | null;

/** Finds the rows that answer to what is asked, in the order that is asked for. */
export function orderOf(table: RowTable, kinds: readonly Kind[], { sorts, conditions, query }: Asked): Order {
  const known = conditions.filter(({ column }) => column < kinds.length);
  const by = sorts.filter(({ column }) => column < kinds.length);
  const wanted = query.trim().toLowerCase();
  if (by.length === 0 && known.length === 0 && wanted === '') return null;
  const tests = known.map((condition) => testOf(table, kinds, condition));
  if (wanted) tests.push(searchOf(table, kinds, wanted));
  const count = table.rows.length;
  const found = new Uint32Array(count);
  let size = 0;
  for (let row = 0; row < count; row++) if (tests.every((test) => test(row))) found[size++] = row;
  const order = found.slice(0, size);
  return by.length > 0 ? sorted(order, table, kinds, by) : order;
}

function testOf(table: RowTable, kinds: readonly Kind[], condition: Condition): (row: number) => boolean {
  const { column, operator } = condition;
  const kind = kinds[column]!;
  const wanted = condition.value.trim().toLowerCase();
  return (row) => {
    const value = cellAt(table, row, column);
    return OPERATORS[operator](shownText(value, kind).toLowerCase(), wanted, sortKey(value, kind));
  };
}

function searchOf(table: RowTable, kinds: readonly Kind[], wanted: string): (row: number) => boolean {
  return (row) =>
    kinds.some((kind, column) =>
      shownText(cellAt(table, row, column), kind)
        .toLowerCase()
        .includes(wanted),
    );
}

/** Sorts rows; what is empty comes last, whichever the direction, and equals stay as they lie. */
function sorted(
  order: Uint32Array,
  table: RowTable,
  kinds: readonly Kind[],
  sorts: readonly Sort[],
): Uint32Array {
  const by = sorts.map(({ column, descending }) => {
    const kind = kinds[column]!;
    const compare = comparer(kind);
    const keys: unknown[] = new Array(table.rows.length);
    for (const row of order) keys[row] = sortKey(cellAt(table, row, column), kind);
    return (a: number, b: number) => {
      const [one, other] = [keys[a], keys[b]];
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      return descending ? compare(other, one) : compare(one, other);
    };
  });
  return order.sort((a, b) => {
    for (const compare of by) {
      const found = compare(a, b);
      if (found !== 0) return found;
    }
    return a - b;
  });
}

/** Keeps an order while rows are added at a place: they are shown behind the row that is shown at `shown`. */
export function withRows(order: Order, at: number, count: number, shown: number): Order {
  if (!order) return null;
  const moved = Array.from(order, (row) => (row >= at ? row + count : row));
  moved.splice(shown, 0, ...Array.from({ length: count }, (_, each) => at + each));
  return Uint32Array.from(moved);
}

/** Keeps an order while rows are taken away. @param gone - their places, rising */
export function withoutRows(order: Order, gone: readonly number[]): Order {
  if (!order) return null;
  const lost = new Set(gone);
  const before = (row: number) => {
    let count = 0;
    while (count < gone.length && gone[count]! < row) count++;
    return row - count;
  };
  return order.filter((row) => !lost.has(row)).map(before);
}
