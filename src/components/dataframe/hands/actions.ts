/** @file What a user's hands do in a grid, whatever they do it with: go, select, edit, sort. */

import type { CellEditor } from '../grid/editor.ts';
import type { Grid } from '../grid/grid.ts';
import type { Menus } from '../grid/menus.ts';
import { HEADER, type Selection } from '../grid/selection.ts';
import { blankOf } from '../table/kinds.ts';
import type { ShownTable } from '../table/shown-table.ts';
import type { DataframeHost } from '../table/table-host.ts';

/** What the hands work on. */
export interface HandParts {
  shown: ShownTable;
  selection: Selection;
  editor: CellEditor;
  grid: Grid;
  menus: Menus;
}

/** Goes, selects, edits and sorts, as in a spreadsheet. */
export class HandActions {
  readonly host: DataframeHost;
  readonly parts: HandParts;

  constructor(host: DataframeHost, parts: HandParts) {
    this.host = host;
    this.parts = parts;
    parts.editor.onClose = (by) => this.#onClosed(by);
  }

  /** Goes to a cell, or to the header above the first row, and tells of it. */
  go(row: number, column: number, extend = false, reveal = true): void {
    const { shown, selection, grid } = this.parts;
    const toRow = Math.min(Math.max(row, extend ? 0 : HEADER), shown.rows - 1);
    const toColumn = Math.min(Math.max(column, 0), Math.max(0, shown.columns - 1));
    const moves = toRow !== selection.row || toColumn !== selection.column;
    selection.go(toRow, toColumn, extend);
    if (reveal) grid.reveal();
    grid.focus();
    if (moves) this.tell();
  }

  /** Selects from a row to another, with all their columns. */
  selectRows(top: number, bottom: number): void {
    const { shown, selection, grid } = this.parts;
    selection.span({ row: bottom, column: shown.columns - 1 }, { row: top, column: 0 });
    grid.focus();
  }

  selectAll(): void {
    this.selectRows(0, this.parts.shown.rows - 1);
  }

  /** Tells the page which cell the keyboard is in. */
  tell(): void {
    const { shown, selection } = this.parts;
    if (selection.row === HEADER) return;
    this.host.notify('select', shown.selection(selection.row, selection.column));
  }

  /** Edits a cell; ticks it where it is a box. @returns false where it may not be edited */
  begin(row: number, column: number, typed?: string): boolean {
    const { shown, editor, grid } = this.parts;
    if (!shown.canEdit(column)) return false;
    if (shown.kinds[column] === 'bool') {
      if (typed === undefined || typed === ' ')
        shown.edit([{ row, column, value: shown.cell(row, column) !== true }]);
      return true;
    }
    if (!editor.start(row, column, typed)) return false;
    grid.reveal();
    grid.focus();
    return true;
  }

  /** Goes on from a cell that was edited, by the key that closed its box. */
  #onClosed(by?: KeyboardEvent): void {
    const { selection, shown } = this.parts;
    if (!by) return;
    const { row, column } = selection;
    if (by.key === 'Escape') return this.go(row, column);
    if (by.key === 'Enter') return this.go(Math.min(row + 1, shown.rows - 1), column);
    const next = column + (by.shiftKey ? -1 : 1);
    if (next >= shown.columns) this.go(Math.min(row + 1, shown.rows - 1), row + 1 < shown.rows ? 0 : column);
    else this.go(row, Math.max(0, next));
  }

  /** Takes back the last edit, or makes it again. */
  undo(again: boolean): void {
    const { shown, selection, grid } = this.parts;
    shown.undo(again);
    selection.clamp(shown.rows, shown.columns);
    grid.focus();
  }

  /** Empties the selected cells. */
  blank(): void {
    const { shown, selection } = this.parts;
    const { top, bottom, left, right } = selection.range;
    const edits = [];
    for (let row = Math.max(0, top); row <= bottom; row++)
      for (let column = left; column <= right; column++)
        edits.push({ row, column, value: blankOf(shown.kinds[column] ?? 'str') });
    shown.edit(edits);
  }

  /** Sorts up, down, and as it lies; `beside` keeps what it is sorted by already. */
  sort(column: number, beside: boolean): void {
    const { shown } = this.parts;
    const before = shown.sorts.find((each) => each.column === column);
    const others = beside ? shown.sorts.filter((each) => each.column !== column) : [];
    const next = !before
      ? [{ column, descending: false }]
      : before.descending
        ? []
        : [{ column, descending: true }];
    shown.arrange({ sorts: [...others, ...next] });
    this.host.requestUpdate();
  }
}
