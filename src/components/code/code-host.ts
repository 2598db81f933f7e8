/** @file The interface by which the view of a Code knows its element. */

import type { FieldHost } from '../field/lazy-field.ts';

/** What the view needs of its element. */
export interface CodeHost extends FieldHost<string> {
  readonly label: string;
  readonly container: boolean;
  readonly language: string | null;
  readonly lines: number;
  readonly maxLines: number | null;
  readonly wrapLines: boolean;
  readonly showLineNumbers: boolean;
  readonly autocomplete: boolean;
  readonly buttons: readonly (string | Node)[];
}
