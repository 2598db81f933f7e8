/** @file Knows what a column holds: how a cell is shown, compared, and read from what is typed. */

import { shownNumber } from '../../parts/numbers.ts';
import { toText } from '../../parts/text.ts';
import { type Datatype, type RowTable, cellAt } from './table.ts';

/** What a column holds, once it was found out. */
export type Kind = Exclude<Datatype, 'auto'>;

/** Rows that are looked at to find out what a column holds. */
const LOOKS = 200;

/** Says of each column what it holds: as `datatype` says, else as its first cells do. */
export function kindsOf(table: RowTable, datatype: Datatype | readonly Datatype[]): Kind[] {
  return table.headers.map((_, column) => {
    const given = (typeof datatype === 'string' ? datatype : datatype[column]) ?? 'auto';
    return given === 'auto' ? foundKind(table, column) : given;
  });
}

function foundKind(table: RowTable, column: number): Kind {
  let found: Kind | null = null;
  const count = Math.min(table.rows.length, LOOKS);
  for (let row = 0; row < count; row++) {
    const value = cellAt(table, row, column);
    if (value === null || value === '') continue;
    const kind = kindOf(value);
    if (found && found !== kind) return 'str';
    found = kind;
  }
  return found ?? 'str';
}

function kindOf(value: unknown): Kind {
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  if (typeof value === 'boolean') return 'bool';
  return value instanceof Date ? 'date' : 'str';
}

/** The text that stands for a value, in a cell as in the clipboard. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return shownNumber(value);
  try {
    if (value instanceof Date) return dateText(value);
    if (typeof value === 'object') return compact(value);
    return toText(value);
  } catch {
    return '?'; // it will not be looked at
  }
}

function compact(value: object): string {
  const text = toText(value);
  return text.includes('\n') ? JSON.stringify(value) : text;
}

/** A day, and the time unless it is midnight: `2024-05-06 07:08`. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return 'Invalid date';
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()];
  if (parts.every((part) => part === 0)) return day;
  return `${day} ${(parts[2] === 0 ? parts.slice(0, 2) : parts).map(two).join(':')}`;
}

/** Milliseconds of a day or a time; `NaN` where a value is none. Numbers are seconds, or milliseconds where they are large. */
function timeOf(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'number') return Math.abs(value) < 1e11 ? value * 1000 : value;
  if (typeof value !== 'string') return Number.NaN;
  const text = value.trim();
  return Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text);
}

/** Says what a value is not, though its column holds it; empty where it fits. */
export function misfitOf(value: unknown, kind: Kind): string {
  if (value === null || value === '') return '';
  if (kind === 'number' && typeof value !== 'number' && typeof value !== 'bigint')
    return typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value))
      ? ''
      : 'not a number';
  return kind === 'date' && Number.isNaN(timeOf(value)) ? 'not a date' : '';
}

/** What is shown in a cell. */
export function shownText(value: unknown, kind: Kind): string {
  if (kind === 'date' && typeof value === 'number') return textOf(new Date(timeOf(value)));
  return textOf(value);
}

/** What is typed into a cell, as a value of its column. What is none stays as it was typed. */
export function typedValue(text: string, kind: Kind, before: unknown): unknown {
  if (kind === 'bool') return /^\s*(true|yes|1|x|✓)\s*$/i.test(text);
  const wants = kind === 'str' && typeof before === 'number' ? 'number' : kind;
  if (wants !== 'number' && wants !== 'date') return text;
  if (text.trim() === '') return null;
  if (wants === 'date') {
    const time = timeOf(text);
    if (Number.isNaN(time) || typeof before === 'string') return text;
    return before instanceof Date ? new Date(time) : typeof before === 'number' ? time / 1000 : text;
  }
  const plain = text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2'); // a comma for a point, as many countries write it
  return Number.isNaN(Number(plain)) ? text : Number(plain);
}

/** What a cell holds when it is emptied. */
export const blankOf = (kind: Kind): unknown =>
  kind === 'bool' ? false : kind === 'number' || kind === 'date' ? null : '';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Gives the order of two values of a column, as `sort` takes it; what is empty comes last in `keysOf`. */
export function comparer(kind: Kind): (a: unknown, b: unknown) => number {
  if (kind === 'str' || kind === 'markdown' || kind === 'html')
    return (a, b) =>
      typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(textOf(a), textOf(b));
  return (a, b) => (a as number) - (b as number);
}

/** What a value is sorted by; `null` for what is empty, or none of its kind. */
export function sortKey(value: unknown, kind: Kind): unknown {
  if (value === null || value === '') return null;
  if (kind === 'bool') return value ? 1 : 0;
  if (kind !== 'number' && kind !== 'date') return typeof value === 'number' ? value : textOf(value);
  const number = kind === 'date' ? timeOf(value) : Number(value);
  return Number.isNaN(number) ? null : number;
}
