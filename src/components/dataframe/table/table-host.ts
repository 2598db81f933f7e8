/** @file What the view of a Dataframe knows of its element. */

import type { LitElement } from 'lit';
import type { CellSize, Cells, CountOption, Datatype, ReadOptions, TableValue } from './table.ts';

/** What the view needs of its element. */
export interface DataframeHost extends LitElement, ReadOptions {
  readonly value: TableValue;
  readonly datatype: Datatype | readonly Datatype[];
  readonly rowCount: CountOption;
  readonly columnCount: CountOption;
  readonly wrap: boolean;
  readonly maxHeight: number;
  readonly staticColumns: readonly number[];
  readonly pinnedColumns: number;
  readonly showRowNumbers: boolean;
  readonly showSearch: 'none' | 'search' | 'filter';
  readonly columnWidths: readonly CellSize[];
  readonly maxChars: number | null;
  readonly buttons: readonly (string | Node)[];
  /** True when the user may edit. */
  readonly editable: boolean;
  /** True while it has no value. */
  readonly isBlank: boolean;
  /** The accessible name. */
  readonly name: string;
  message: string;
  /** Takes the user's edit. */
  take(value: Cells): void;
  /** Fires an event. */
  notify(name: string, detail: unknown): void;
}
