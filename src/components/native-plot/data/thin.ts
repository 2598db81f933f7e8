/** @file Leaves out points that nobody could see beside the others. */

import type { Mark, Points } from './model.ts';
import { floats } from './typed-lists.ts';

/** Points that are drawn one by one. */
const MOST = 20_000;
/** Parts of the width in each of which a line keeps its first, last, least and greatest point. */
const BUCKETS = 2000;
/** Cells of the plot, in each of which one point of a colour is kept. */
const CELLS = [500, 250] as const;

/**
 * Returns as many points as can be seen: of a line the outermost of each part of its width, of a cloud one for each spot.
 * The order is another one. What is short comes back as it is.
 */
export function thinned(points: Points, mark: Mark, series: number): Points {
  if (points.xs.length <= MOST || mark === 'bar') return points;
  return taken(points, mark === 'line' ? outermost(points, series) : spots(points));
}

function outermost({ xs, ys, groups }: Points, series: number): Int32Array {
  const [least, most] = bounds(xs);
  const buckets = Math.max(50, Math.min(BUCKETS, Math.floor(200_000 / series)));
  const scale = (buckets - 1) / (most - least || 1);
  // First, last, lowest and highest row of each bucket.
  const [first, last, low, high] = Array.from({ length: 4 }, () => new Int32Array(buckets * series).fill(-1));
  for (let row = 0; row < xs.length; row++) {
    const y = ys[row]!;
    if (groups[row]! < 0 || Number.isNaN(y) || Number.isNaN(xs[row]!)) continue;
    const at = groups[row]! * buckets + Math.floor((xs[row]! - least) * scale);
    if (first![at]! < 0) {
      first![at] = last![at] = low![at] = high![at] = row;
      continue;
    }
    if (xs[row]! < xs[first![at]!]!) first![at] = row;
    if (xs[row]! >= xs[last![at]!]!) last![at] = row;
    if (y < ys[low![at]!]!) low![at] = row;
    if (y > ys[high![at]!]!) high![at] = row;
  }
  const kept = new Set<number>();
  for (const each of [first!, last!, low!, high!]) for (const row of each) if (row >= 0) kept.add(row);
  return Int32Array.from(kept).sort();
}

function spots({ xs, ys, groups }: Points): Int32Array {
  const [left, right] = bounds(xs);
  const [bottom, top] = bounds(ys);
  const [columns, rows] = CELLS;
  const kept = new Map<number, number>();
  for (let row = 0; row < xs.length; row++) {
    if (groups[row]! < 0) continue;
    const column = Math.floor(((xs[row]! - left) / (right - left || 1)) * columns);
    const line = Math.floor(((ys[row]! - bottom) / (top - bottom || 1)) * rows);
    const spot = (groups[row]! * (columns + 1) + column) * (rows + 1) + line;
    if (!Number.isNaN(spot) && !kept.has(spot)) kept.set(spot, row);
  }
  return Int32Array.from(kept.values());
}

/** The least and the greatest number; NaN and nothing count not. */
export function bounds(values: ArrayLike<number | null | undefined>): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (typeof value !== 'number') continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** The points of some rows, in their order. */
export function taken({ xs, ys, groups, rows }: Points, order: Int32Array): Points {
  return {
    xs: floats(order, (row) => xs[row]!),
    ys: floats(order, (row) => ys[row]!),
    groups: order.map((row) => groups[row]!),
    rows: order.map((row) => rows[row]!),
  };
}
