/** @file The interface through which the view of a plot knows its element. */

import type { LitElement } from 'lit';
import type { Wishes } from './data/model.ts';

/** What a brushed range of x is told as: two numbers (seconds for dates), or the names of categories. */
export interface Brushed {
  index: (number | string)[];
  value: (number | string)[];
  selected: boolean;
}

/** What the view of a plot needs of its element. */
export interface PlotHost extends LitElement, Wishes {
  readonly value: unknown;
  readonly name: string;
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly colorTitle: string;
  readonly caption: string;
  readonly colorMap: Record<string, string> | null;
  readonly xLim: unknown[] | null;
  readonly yLim: unknown[] | null;
  readonly tooltip: unknown;
  readonly height: number;
  readonly buttons: readonly (string | Node)[];
  /** A sentence about what is wrong. */
  message: string;
  /** Fires an event. */
  notify(name: 'select' | 'doubleClick', detail: Brushed | Record<string, never>): void;
}
