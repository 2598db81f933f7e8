/** @file The interface by which the view of a HighlightedText knows its element. */

import type { FieldHost } from '../field/lazy-field.ts';
import type { TokenOptions } from './arrange.ts';
import type { HighlightedValue, Token } from './tokens.ts';

/** What the view needs of its element. */
export interface HighlightedHost extends FieldHost<HighlightedValue>, TokenOptions {
  readonly label: string;
  readonly container: boolean;
  readonly colorMap: Readonly<Record<string, string>> | null;
  readonly showLegend: boolean;
  readonly showInlineCategory: boolean;
  readonly rtl: boolean;
  readonly maxHeight: number;
  /** The pieces of the value, each as it was given. */
  readonly tokens: readonly Token[];
}
