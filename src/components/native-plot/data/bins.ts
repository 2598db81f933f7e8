/** @file Puts values of x into bins, and makes one value of those that share a place. */

import { ValueError, describe } from '../../../shared/errors.ts';
import type { Points, XKind } from './model.ts';

const UNITS: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** How wide a bin is: in seconds where a unit was named. */
export interface Bin {
  width: number;
  isTime: boolean;
}

/** Reads `10`, `"10"`, `"15m"`; `null` for nothing. @throws {ValueError} */
export function readBin(given: number | string | null): Bin | null {
  if (given === null || given === '') return null;
  const [, digits, unit = ''] = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*(ms|s|m|h|d|w)?\s*$/.exec(String(given)) ?? [];
  const width = Number(digits) * (UNITS[unit] ?? 1);
  if (width > 0) return { width, isTime: unit !== '' };
  throw new ValueError(
    `got ${describe(given)} as xBin, expected a number above 0, or a time such as "1s", "15m", "1h", "1d"`,
  );
}

/** Returns the begin of the bin of each value. Bins of time begin with the hours and days of the clock here. */
export function binned(values: Float64Array, { width }: Bin, kind: XKind): Float64Array {
  if (kind !== 'time' || width < UNITS.h!) return values.map((value) => Math.floor(value / width) * width);
  return values.map((value) => {
    const offset = new Date(value * 1000).getTimezoneOffset() * 60;
    return Math.floor((value - offset) / width) * width + offset;
  });
}

const mean = (values: readonly number[]): number => sum(values) / values.length;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const AGGREGATES: Record<string, (values: readonly number[]) => number> = {
  sum,
  mean,
  median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  },
  min: (values) => values.reduce((least, value) => Math.min(least, value), Infinity),
  max: (values) => values.reduce((most, value) => Math.max(most, value), -Infinity),
  count: (values) => values.length,
};

/** What one series has at one place. */
interface Shared {
  values: number[];
  /** The first of their rows. */
  row: number;
}

/** Makes one point of those of one place and one series. @throws {ValueError} for an aggregate of another name */
export function aggregated(points: Points, name: string): Points {
  const aggregate = AGGREGATES[name];
  if (!aggregate || !Object.hasOwn(AGGREGATES, name))
    throw new ValueError(
      `got ${describe(name)} as yAggregate, expected one of ${Object.keys(AGGREGATES).join(', ')}`,
    );
  const places = new Map<number, Map<number, Shared>>();
  const { xs, ys, groups, rows } = points;
  for (let row = 0; row < xs.length; row++) {
    const [x, y, group] = [xs[row]!, ys[row]!, groups[row]!];
    if (group < 0 || Number.isNaN(x) || Number.isNaN(y)) continue;
    let place = places.get(x);
    if (!place) places.set(x, (place = new Map()));
    const shared = place.get(group);
    if (shared) shared.values.push(y);
    else place.set(group, { values: [y], row: rows[row]! });
  }
  const flat = [...places].flatMap(([x, place]) =>
    [...place].map(([group, { values, row }]) => ({
      x,
      y: aggregate(values),
      group,
      row: values.length > 1 ? -1 : row,
    })),
  );
  return {
    xs: Float64Array.from(flat, ({ x }) => x),
    ys: Float64Array.from(flat, ({ y }) => y),
    groups: Int32Array.from(flat, ({ group }) => group),
    rows: Int32Array.from(flat, ({ row }) => row),
  };
}
