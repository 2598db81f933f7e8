/** @file Makes of a table what a plot is drawn from. */

import { ValueError, describe } from '../../../shared/errors.ts';
import type { Table } from '../../../shared/values/table.ts';
import { aggregated, binned, readBin } from './bins.ts';
import {
  type Groups,
  type XColumn,
  columnOf,
  cutCategories,
  readGroups,
  readX,
  readY,
  usualY,
} from './columns.ts';
import type { Model, Points, Series, Wishes } from './model.ts';
import { bounds, taken, thinned } from './thin.ts';
import { countMissing, floats, upTo } from './typed-lists.ts';
import { say } from '../../../words/plot.ts';

/**
 * Makes of a table what a plot is drawn from; `null` of one without rows.
 *
 * @throws {ValueError} for a column that is not there, texts in y, and options that do not fit. Without the name of the component.
 */
export function makeModel(given: Table, wishes: Wishes): Model | null {
  const table = lastRows(given, wishes.window);
  const { rowCount, headers } = table;
  if (rowCount === 0) return null;
  const notes: string[] = [];
  const bin = readBin(wishes.xBin);
  const xName = wishes.x || headers[0] || '';
  const x = readX(columnOf(table, xName, 'x'), xName, wishes.xType || (bin?.isTime ? 'time' : ''));
  if (bin && x.kind === 'category')
    throw new ValueError(`has an xBin, but column "${xName}" for x holds neither numbers nor dates`);
  const aggregate = wishes.yAggregate || usualAggregate(wishes, bin !== null);
  const yName = wishes.y || (aggregate === 'count' ? xName : usualY(table, [xName, wishes.color]));
  const counts = aggregate === 'count' && !wishes.y;
  const yColumn = counts ? null : columnOf(table, yName, 'y');
  const groups = groupsOf(table, wishes.color);
  let points: Points = {
    xs: bin ? binned(x.values, bin, x.kind) : x.values,
    ys: yColumn && aggregate !== 'count' ? readY(yColumn, yName) : countable(yColumn, rowCount),
    groups: groups.index,
    rows: upTo(rowCount),
  };
  notes.push(leftOut(points, xName, yName, wishes.mark), cutCategories(x, xName), groups.note);
  if (x.kind === 'category') points.xs = x.values;
  if (aggregate) points = aggregated(points, aggregate);
  const many = points.xs.length;
  points = thinned(points, wishes.mark, groups.names.length);
  if (points.xs.length < many) notes.push(say('thinned', { count: many, left: points.xs.length }));
  const categories = sorted(x, points, wishes.sort);
  points = inOrder(points);
  const { xs, series } = seriesOf(points, groups, wishes.mark);
  const barWidth = bin?.width ?? narrowest(xs, x.kind);
  const centred = wishes.mark === 'bar' && bin !== null;
  if (wishes.mark === 'bar') stack(series, xs.length);
  return {
    mark: wishes.mark,
    xKind: x.kind,
    xs: centred ? xs.map((each) => each + barWidth / 2) : xs,
    series,
    categories,
    xName,
    yName: counts
      ? say('count')
      : aggregate && wishes.yAggregate
        ? say('aggregateOf', { aggregate, name: yName })
        : yName,
    colorName: wishes.color,
    ramp: groups.ramp,
    barWidth,
    begin: centred ? -barWidth / 2 : 0,
    notes: notes.filter((note) => note !== ''),
    drawn: points.xs.length,
    table,
  };
}

function lastRows(table: Table, window: number | null): Table {
  if (!window || !(window >= 1) || table.rowCount <= window) return table;
  const columns = table.columns.map((column) => Array.prototype.slice.call(column, -Math.floor(window)));
  return { ...table, columns, rowCount: Math.floor(window) };
}

/** What shares a bin, or would be one bar over another, is summed. */
function usualAggregate({ mark }: Wishes, bins: boolean): string {
  return bins || mark === 'bar' ? 'sum' : '';
}

function groupsOf(table: Table, color: string): Groups {
  if (color) return readGroups(columnOf(table, color, 'color'), color);
  return { index: new Int32Array(table.rowCount), names: [''], shares: null, ramp: null, note: '' };
}

/** What is counted: rows, or those in which there is something. */
function countable(column: ArrayLike<unknown> | null, rowCount: number): Float64Array {
  return floats({ length: rowCount }, (_, row) => ((column ? column[row] : 1) == null ? Number.NaN : 1));
}

function leftOut({ xs, ys }: Points, xName: string, yName: string, mark: string): string {
  const [withoutX, withoutY] = [countMissing(xs), countMissing(ys)];
  const words = [
    withoutX ? say('withoutX', { count: withoutX, name: xName }) : '',
    withoutY ? say(mark === 'line' ? 'withoutYGaps' : 'withoutY', { count: withoutY, name: yName }) : '',
  ].filter((word) => word !== '');
  return words.length > 0 ? `${words.join('; ')}.` : '';
}

/** Gives categories their order: that of the data, of their names, of their values, or the page's own. */
function sorted({ kind, categories }: XColumn, points: Points, wish: unknown): string[] {
  if (kind !== 'category') return [];
  const order = categories.map((_, at) => at);
  const [word, own] = readSort(wish);
  const descends = word.startsWith('-') ? -1 : 1;
  if (own) {
    const place = (at: number) => (own.indexOf(categories[at]!) + own.length + 1) % (own.length + 1);
    order.sort((a, b) => place(a) - place(b) || a - b);
  } else if (word.endsWith('x'))
    order.sort(
      (a, b) => descends * categories[a]!.localeCompare(categories[b]!, undefined, { numeric: true }),
    );
  else if (word.endsWith('y')) {
    const sums = new Float64Array(categories.length);
    points.xs.forEach((at, row) => {
      sums[at]! += points.ys[row] || 0;
    });
    order.sort((a, b) => descends * (sums[a]! - sums[b]!) || a - b);
  }
  const places = new Int32Array(order.length);
  order.forEach((from, to) => {
    places[from] = to;
  });
  points.xs = points.xs.map((at) => (Number.isNaN(at) ? at : places[at]!));
  return order.map((at) => categories[at]!);
}

/** `"x"`, `"-y"`, or a list of categories, as JSON or between commas. @throws {ValueError} */
function readSort(wish: unknown): [string, string[] | null] {
  let given = wish;
  if (typeof given === 'string') {
    const text = given.trim();
    if (/^-?[xy]?$/.test(text)) return [text, null];
    try {
      given = JSON.parse(text);
    } catch {
      given = text.split(',').map((each) => each.trim());
    }
  }
  if (given === null || given === undefined) return ['', null];
  if (Array.isArray(given)) return ['', given.map(String)];
  throw new ValueError(
    `got ${describe(given)} as sort, expected "x", "-x", "y", "-y" or a list of categories`,
  );
}

function inOrder(points: Points): Points {
  const { xs, ys, groups } = points;
  let ascending = true;
  for (let row = 1; row < xs.length && ascending; row++) ascending = xs[row]! >= xs[row - 1]!;
  let whole = ascending;
  for (let row = 0; row < xs.length && whole; row++) whole = Number.isFinite(xs[row]!) && groups[row]! >= 0;
  if (whole) return points;
  const rows: number[] = [];
  for (let row = 0; row < xs.length; row++)
    if (Number.isFinite(xs[row]!) && groups[row]! >= 0) rows.push(row);
  const order = Int32Array.from(ascending ? rows : rows.sort((a, b) => xs[a]! - xs[b]! || a - b));
  return taken({ xs, ys, groups, rows: points.rows }, order);
}

/** Puts points into series over common places: those of one x share a place where each is of another series. */
function seriesOf(
  { xs, ys, groups, rows }: Points,
  { names, shares }: Groups,
  mark: string,
): { xs: number[]; series: Series[] } {
  const slots = new Int32Array(xs.length);
  const places: number[] = [];
  const last = new Int32Array(names.length).fill(-1);
  let first = 0; // the first place of this x
  for (let row = 0; row < xs.length; row++) {
    const x = xs[row]!;
    if (places.length === 0 || x !== places[first]) {
      first = places.length;
      places.push(x);
    }
    const group = groups[row]!;
    const slot = Math.max(first, last[group]! + 1);
    if (slot === places.length) places.push(x);
    slots[row] = last[group] = slot;
  }
  const series = names.map(
    (name, group): Series => ({
      name,
      share: shares?.[group] ?? null,
      ys: new Array(places.length).fill(undefined),
      bases: null,
      rows: new Int32Array(places.length).fill(-1),
    }),
  );
  for (let row = 0; row < xs.length; row++) {
    const one = series[groups[row]!]!;
    const y = ys[row]!;
    one.ys[slots[row]!] = Number.isNaN(y) ? (mark === 'line' ? null : undefined) : y;
    one.rows[slots[row]!] = rows[row]!;
  }
  return { xs: places, series };
}

/** Bars of one place stand on each other: those above nought upwards, those below downwards. */
function stack(series: Series[], length: number): void {
  const [up, down] = [new Float64Array(length), new Float64Array(length)];
  for (const one of series) {
    one.bases = one.ys.map((y, at) => (y! < 0 ? down : up)[at]!);
    one.ys.forEach((y, at) => {
      if (typeof y === 'number') (y < 0 ? down : up)[at]! += y;
    });
  }
}

function narrowest(xs: readonly number[], kind: string): number {
  if (kind === 'category') return 1;
  let least = Infinity;
  for (let at = 1; at < xs.length; at++) {
    const gap = xs[at]! - xs[at - 1]!;
    if (gap > 0 && gap < least) least = gap;
  }
  if (least < Infinity) return least;
  const [from, to] = bounds(xs);
  return to - from || 1;
}
