/** @file What a plot is drawn from: its series, over places along x. */

import type { Table } from '../../../shared/values/table.ts';

/** How the values are drawn. */
export type Mark = 'line' | 'bar' | 'point';

/** What the places along x are: numbers, seconds since 1970, or numbers of categories. */
export type XKind = 'number' | 'time' | 'category';

/** What a page says of how a table is drawn. */
export interface Wishes {
  readonly mark: Mark;
  readonly x: string;
  readonly y: string;
  readonly color: string;
  readonly xType: string;
  readonly xBin: number | string;
  readonly yAggregate: string;
  readonly sort: unknown;
  readonly window: number | null;
}

/** One line, one colour of bars or of points. */
export interface Series {
  name: string;
  /** Where the series stands between the least (0) and the greatest (1) number of a numeric colour; `null` for names. */
  share: number | null;
  /** One for each place: a number, `null` where there is a gap, `undefined` where the series has nothing. */
  ys: (number | null | undefined)[];
  /** Of stacked bars: where each begins. */
  bases: number[] | null;
  /** The table's row of each place; -1 where there is none, or several. */
  rows: Int32Array;
}

/** What a plot is drawn from. */
export interface Model {
  mark: Mark;
  xKind: XKind;
  /** Ascending places along x; several may be the same. */
  xs: number[];
  series: Series[];
  /** The names of categories, by their numbers. */
  categories: readonly string[];
  xName: string;
  yName: string;
  colorName: string;
  /** The least and the greatest number of a numeric colour. */
  ramp: readonly [number, number] | null;
  /** How wide a bar is, in units of x. */
  barWidth: number;
  /** Where the values of a bar begin, seen from its middle: those of a bin at its lower end. */
  begin: number;
  /** What is to be said of the drawing: what was left out, or thinned. */
  notes: string[];
  /** Points that are drawn. */
  drawn: number;
  /** The rows that were read. */
  table: Table;
}

/** Rows to be drawn, after bins and aggregates: the columns of a plain table. */
export interface Points {
  xs: Float64Array;
  ys: Float64Array;
  /** The series of each. */
  groups: Int32Array;
  /** The table's row of each; -1 for an aggregate. */
  rows: Int32Array;
}
