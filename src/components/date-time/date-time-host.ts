/** @file The interface by which the view of a DateTime knows its element. */

import type { FieldHost } from '../field/lazy-field.ts';

/** A point in time: seconds since 1970, a Date, or a text. */
export type Moment = number | string | Date;

/** How dates are written, and given to handlers. */
export interface MomentForm {
  readonly type: 'timestamp' | 'date' | 'string';
  readonly includeTime: boolean;
  /** A time zone; empty for the reader's. */
  readonly timezone: string;
}

/** What the view needs of its element. */
export interface DateTimeHost extends FieldHost<Moment | null>, MomentForm {}
