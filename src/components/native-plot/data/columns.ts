/** @file Reads the columns of a table: what x, y and colour are. */

import { ValueError, describe } from '../../../shared/errors.ts';
import type { Table } from '../../../shared/values/table.ts';
import type { XKind } from './model.ts';
import { floats, wholes } from './typed-lists.ts';
import { say } from '../../../words/plot.ts';

/** Categories that can be told from each other. */
const MOST_CATEGORIES = 500;
/** Colours that are drawn. */
const MOST_GROUPS = 50;
/** Steps that a numeric colour is drawn in. */
const STEPS = 12;

const ISO =
  /^\s*[-+]?\d{4,6}-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s*(?:Z|[-+]\d\d:?\d\d)?)?)?\s*$/;
const DATE_ALONE = /^\s*[-+]?\d{4,6}-\d\d(?:-\d\d)?\s*$/;

/** Numbers of a column that is called after a time are seconds, or milliseconds, where they can be: from 1973 on. */
const CALLED_TIME = /time|date|stamp|(^|[ _])(when|at)$/i;
const SECONDS = [1e8, 5e9] as const;
const MILLISECONDS = [1e11, 5e12] as const;

/** The column of a name. @throws {ValueError} listing those that there are */
export function columnOf({ headers, columns }: Table, name: string, role: string): ArrayLike<unknown> {
  const at = headers.indexOf(name);
  if (at >= 0) return columns[at]!;
  const known = headers.map((header) => `"${header}"`).join(', ');
  throw new ValueError(`has no column "${name}" for ${role}; there are ${known}`);
}

/** What lies along x. */
export interface XColumn {
  kind: XKind;
  /** NaN where there is nothing. */
  values: Float64Array;
  categories: string[];
}

/** Reads what lies along x. @param type - `number`, `time` or `category`; anything else: as the values are */
export function readX(column: ArrayLike<unknown>, name: string, type: string): XColumn {
  const kind = type === 'number' || type === 'time' || type === 'category' ? type : kindOf(column, name);
  if (kind === 'category') return readCategories(column);
  const read = kind === 'time' ? secondsOf(column) : numberOf;
  return { kind, values: floats(column, read), categories: [] };
}

function kindOf(column: ArrayLike<unknown>, name: string): XKind {
  let [dates, numbers, full] = [0, 0, 0];
  let [least, most] = [Infinity, -Infinity];
  for (let row = 0; row < column.length; row++) {
    const value = column[row];
    if (value === null || value === undefined || value === '') continue;
    full++;
    if (typeof value === 'number' || typeof value === 'bigint') {
      numbers++;
      const number = Number(value);
      if (number < least) least = number;
      if (number > most) most = number;
    } else if (value instanceof Date || (typeof value === 'string' && ISO.test(value))) dates++;
    else return 'category';
  }
  if (numbers < full) return dates === full ? 'time' : 'category';
  const within = ([from, to]: readonly [number, number]) => least >= from && most <= to;
  return CALLED_TIME.test(name) && (within(SECONDS) || within(MILLISECONDS)) ? 'time' : 'number';
}

/** Seconds of dates, of ISO text (a day alone begins at midnight here), and of seconds or milliseconds. */
function secondsOf(column: ArrayLike<unknown>): (value: unknown) => number {
  let least = Infinity;
  for (let row = 0; row < column.length; row++) {
    const value = column[row];
    if (typeof value === 'number' && value < least) least = value;
  }
  const unit = least >= MILLISECONDS[0] && least < Infinity ? 1000 : 1;
  return (value) => (typeof value === 'number' ? value / unit : toSeconds(value));
}

/** Seconds since 1970 of a date, its ISO text or seconds; NaN for anything else. */
function toSeconds(value: unknown): number {
  if (value instanceof Date) return value.getTime() / 1000;
  if (typeof value !== 'string') return numberOf(value);
  const text = value.trim();
  if (!ISO.test(text)) return numberOf(text);
  const whole = DATE_ALONE.test(text)
    ? `${text.length < 9 ? `${text}-01` : text}T00:00`
    : text.replace(' ', 'T');
  return Date.parse(whole.replace(',', '.')) / 1000;
}

/** The number that a value is; NaN for nothing, and for what is none. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

function readCategories(column: ArrayLike<unknown>): XColumn {
  const { index, names } = indexed(column);
  return {
    kind: 'category',
    values: floats(index, (at) => (at < 0 ? Number.NaN : at)),
    categories: names,
  };
}

/** Numbers the different values of a column in their order, as texts; -1 for nothing. */
function indexed(column: ArrayLike<unknown>): { index: Int32Array; names: string[] } {
  const places = new Map<string, number>();
  const index = wholes(column, (value) => {
    if (value === null || value === undefined) return -1;
    const name = value instanceof Date ? value.toLocaleDateString() : String(value);
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, places.size);
    return places.size - 1;
  });
  return { index, names: [...places.keys()] };
}

/** Keeps the first categories of too many. @returns a note, or nothing */
export function cutCategories(x: XColumn, name: string): string {
  const { length } = x.categories;
  if (length <= MOST_CATEGORIES) return '';
  x.values = x.values.map((at) => (at < MOST_CATEGORIES ? at : Number.NaN));
  x.categories = x.categories.slice(0, MOST_CATEGORIES);
  return say('firstDrawn', { most: MOST_CATEGORIES, count: length, name });
}

/** Reads what is drawn upwards; NaN where there is no finite number. @throws {ValueError} for texts */
export function readY(column: ArrayLike<unknown>, name: string): Float64Array {
  return floats(column, (value, row) => {
    const number = value instanceof Date ? Number.NaN : numberOf(value);
    if (Number.isNaN(number) && !isNothing(value))
      throw new ValueError(
        `got ${describe(value)} in row ${row + 1} of column "${name}", expected numbers for y`,
      );
    return Number.isFinite(number) ? number : Number.NaN;
  });
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  Number.isNaN(value) ||
  (typeof value === 'string' && /^\s*(?:nan|null|none|n\/?a|-)?\s*$/i.test(value));

/** The first column of numbers that is neither of these; the second column where there is none. */
export function usualY({ headers, columns }: Table, others: readonly string[]): string {
  const free = headers.filter((header) => !others.includes(header));
  const numeric = free.find((header) => {
    const column = columns[headers.indexOf(header)]!;
    for (let row = 0; row < column.length; row++)
      if (!isNothing(column[row])) return typeof column[row] === 'number';
    return false;
  });
  return numeric ?? free[0] ?? others[0] ?? '';
}

/** The series that rows belong to. */
export interface Groups {
  index: Int32Array;
  names: string[];
  /** 0…1 for each name of a numeric colour. */
  shares: number[] | null;
  ramp: readonly [number, number] | null;
  note: string;
}

/** Reads the column of the colour: a series for each value, or for each step between the least and the greatest number. */
export function readGroups(column: ArrayLike<unknown>, name: string): Groups {
  const { index, names } = indexed(column);
  if (names.length > 0 && isNumeric(column) && !isFew(names)) return readSteps(column);
  const note =
    names.length > MOST_GROUPS ? say('firstDrawn', { most: MOST_GROUPS, count: names.length, name }) : '';
  const numbered = isNumeric(column) ? sortedByNumber(index, names) : { index, names };
  return {
    index: note ? numbered.index.map((at) => (at < MOST_GROUPS ? at : -1)) : numbered.index,
    names: numbered.names.slice(0, MOST_GROUPS),
    shares: null,
    ramp: null,
    note,
  };
}

function isNumeric(column: ArrayLike<unknown>): boolean {
  for (let row = 0; row < column.length; row++) {
    const value = column[row];
    if (value !== null && value !== undefined && typeof value !== 'number' && typeof value !== 'bigint')
      return false;
  }
  return true;
}

/** True for a few whole numbers, which are names. */
const isFew = (names: readonly string[]): boolean =>
  names.length <= 10 && names.every((name) => Number.isInteger(Number(name)));

function sortedByNumber(index: Int32Array, names: string[]): { index: Int32Array; names: string[] } {
  const order = names.map((_, at) => at).sort((a, b) => Number(names[a]) - Number(names[b]));
  const place = new Int32Array(names.length);
  order.forEach((from, to) => {
    place[from] = to;
  });
  return { index: index.map((at) => (at < 0 ? at : place[at]!)), names: order.map((at) => names[at]!) };
}

function readSteps(column: ArrayLike<unknown>): Groups {
  const values = floats(column, numberOf);
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most && value < Infinity) most = value;
  }
  const step = (most - least) / STEPS || 1;
  const index = wholes(values, (value) =>
    Number.isFinite(value) ? Math.min(STEPS - 1, Math.floor((value - least) / step)) : -1,
  );
  const shown = (value: number) => String(Number(value.toPrecision(3)));
  return {
    index,
    names: Array.from(
      { length: STEPS },
      (_, at) => `${shown(least + at * step)} – ${shown(least + (at + 1) * step)}`,
    ),
    shares: Array.from({ length: STEPS }, (_, at) => (at + 0.5) / STEPS),
    ramp: [least, most],
    note: '',
  };
}

/** Reads the ends of an axis: numbers, and dates as seconds; `null` where an end is left open. */
export const limits = (given: readonly unknown[] | null): (number | null)[] | null =>
  given?.map((each) => {
    const number = each === null ? Number.NaN : toSeconds(each);
    return Number.isFinite(number) ? number : null;
  }) ?? null;
