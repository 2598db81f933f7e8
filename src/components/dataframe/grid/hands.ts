/** @file What the user's keys, pointer and clipboard do in a grid. */

import type { DataframeHost } from '../table/table-host.ts';
import type { ShownTable } from '../table/shown-table.ts';
import { blankOf, typedValue } from '../table/kinds.ts';
import { type CellBlock, blockOf, readBlock, writeBlock } from './clipboard.ts';
import type { CellEditor } from './editor.ts';
import type { Grid, GridListener } from './grid.ts';
import type { Menus } from './menus.ts';
import { HEADER, type Selection } from './selection.ts';

/** Pixels that a pointer may move in a press. */
const SLACK = 4;

/** What the hands work on. */
interface HandParts {
  shown: ShownTable;
  selection: Selection;
  editor: CellEditor;
  grid: Grid;
  menus: Menus;
}

/** The keys that move, and by how many rows and columns. */
const STEPS: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves, selects, edits and copies, as in a spreadsheet. */
export class Hands implements GridListener {
  readonly #host: DataframeHost;
  readonly #parts: HandParts;

  constructor(host: DataframeHost, parts: HandParts) {
    this.#host = host;
    this.#parts = parts;
    parts.editor.onClose = (by) => this.#onClosed(by);
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const { shown, selection, editor } = this.#parts;
    if (editor.at || event.isComposing) return;
    const { key, shiftKey } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    const page = this.#parts.grid.page;
    const last = { row: shown.rows - 1, column: shown.columns - 1 };
    const { row, column } = selection;
    const step = STEPS[key];
    const go = (toRow: number, toColumn: number) => this.#go(toRow, toColumn, shiftKey);
    if (step && isCommand)
      go(step[0] ? (step[0] < 0 ? 0 : last.row) : row, step[1] ? (step[1] < 0 ? 0 : last.column) : column);
    else if (step && !event.altKey) go(row + step[0], column + step[1]);
    else if (key === 'Home') go(isCommand ? 0 : row, 0);
    else if (key === 'End') go(isCommand ? last.row : row, last.column);
    else if (key === 'PageUp') go(Math.max(0, row - page), column);
    else if (key === 'PageDown') go(row + page, column);
    else if (key === 'Tab') {
      const next = column + (shiftKey ? -1 : 1);
      if (!this.#host.editable || next < 0 || next > last.column) return;
      this.#go(row, next);
    } else if (row === HEADER) {
      if (!this.#headerKey(event)) return;
    } else if (!this.#cellKey(event, isCommand)) return;
    event.preventDefault();
  };

  #headerKey(event: KeyboardEvent): boolean {
    const { column } = this.#parts.selection;
    if (event.key === 'F2') this.#parts.menus.openRename(column);
    else if (event.key === 'Enter' || event.key === ' ') this.#sort(column, event.shiftKey);
    else return false;
    return true;
  }

  #cellKey(event: KeyboardEvent, isCommand: boolean): boolean {
    const { shown, selection } = this.#parts;
    const { row, column } = selection;
    const { key } = event;
    const letter = key.toLowerCase();
    if (key === 'Process') {
      // An input method begins: the box takes what it writes.
      if (shown.kinds[column] !== 'bool') this.#begin(row, column, '');
      return false;
    }
    if (isCommand && letter === 'a') this.#select(0, 0, shown.rows - 1, shown.columns - 1);
    else if (isCommand && letter === 'z') this.#undo(event.shiftKey);
    else if (isCommand && letter === 'y') this.#undo(true);
    else if (key === 'Delete' || key === 'Backspace') this.#blank();
    else if (key === 'Escape' && selection.isRange) this.#go(row, column);
    else if (key === 'Enter' || key === 'F2') return this.#begin(row, column);
    else if (key === ' ' && shown.kinds[column] === 'bool') return this.#begin(row, column);
    else if ([...key].length === 1 && !isCommand && !event.altKey) return this.#begin(row, column, key);
    else return false;
    return true;
  }

  /** Edits a cell; ticks it where it is a box. @returns false where it may not be edited */
  #begin(row: number, column: number, typed?: string): boolean {
    const { shown, editor, grid } = this.#parts;
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

  #onClosed(by?: KeyboardEvent): void {
    const { selection, shown } = this.#parts;
    if (!by) return;
    const { row, column } = selection;
    if (by.key === 'Escape') return this.#go(row, column);
    if (by.key === 'Enter') return this.#go(Math.min(row + 1, shown.rows - 1), column);
    const next = column + (by.shiftKey ? -1 : 1);
    if (next >= shown.columns) this.#go(Math.min(row + 1, shown.rows - 1), row + 1 < shown.rows ? 0 : column);
    else this.#go(row, Math.max(0, next));
  }

  /** Goes to a cell, or to the header above the first row, and tells of it. */
  #go(row: number, column: number, extend = false, reveal = true): void {
    const { shown, selection, grid } = this.#parts;
    const toRow = Math.min(Math.max(row, extend ? 0 : HEADER), shown.rows - 1);
    const toColumn = Math.min(Math.max(column, 0), Math.max(0, shown.columns - 1));
    const moves = toRow !== selection.row || toColumn !== selection.column;
    selection.go(toRow, toColumn, extend);
    if (reveal) grid.reveal();
    grid.focus();
    if (moves) this.#tell();
  }

  #select(top: number, left: number, bottom: number, right: number): void {
    this.#parts.selection.span({ row: bottom, column: right }, { row: top, column: left });
    this.#parts.grid.focus();
  }

  #tell(): void {
    const { shown, selection } = this.#parts;
    if (selection.row === HEADER) return;
    this.#host.notify('select', shown.selection(selection.row, selection.column));
  }

  #undo(again: boolean): void {
    const { shown, selection, grid } = this.#parts;
    shown.undo(again);
    selection.clamp(shown.rows, shown.columns);
    grid.focus();
  }

  #blank(): void {
    const { shown, selection } = this.#parts;
    const { top, bottom, left, right } = selection.range;
    const edits = [];
    for (let row = Math.max(0, top); row <= bottom; row++)
      for (let column = left; column <= right; column++)
        edits.push({ row, column, value: blankOf(shown.kinds[column] ?? 'str') });
    shown.edit(edits);
  }

  readonly onPress = (event: PointerEvent): void => {
    const { grid, editor, selection, shown } = this.#parts;
    const target = event.target as Element;
    const place = grid.placeOf(target);
    if (!place || target.closest('.editor, button, .grip, a')) return;
    const { row, column, isNumber } = place;
    if (event.button !== 0) {
      if (!selection.has(row, column)) this.#go(row, column, false, false);
      return;
    }
    if (editor.isAt(row, column)) return;
    if (isNumber) {
      if (row === HEADER) this.#select(0, 0, shown.rows - 1, shown.columns - 1);
      else if (event.shiftKey) this.#select(selection.range.top, 0, row, shown.columns - 1);
      else this.#select(row, 0, row, shown.columns - 1);
      return;
    }
    if (event.pointerType !== 'touch' && !target.closest('input')) {
      event.preventDefault(); // the focus goes where the selection does, and no text is marked
      this.#drag(event);
    }
    const { row: before, column: beside } = selection;
    this.#go(row, column, event.shiftKey, false);
    if (before === row && beside === column) this.#tell();
  };

  /** Follows the pointer while it is down: the range grows with it. */
  #drag(from: PointerEvent): void {
    const off = new AbortController();
    const { signal } = off;
    const { grid } = this.#parts;
    const move = (event: PointerEvent) => {
      if (Math.abs(event.clientX - from.clientX) + Math.abs(event.clientY - from.clientY) < SLACK) return;
      const place = grid.placeAt(event.clientX, event.clientY);
      if (place && place.row !== HEADER) this.#go(place.row, place.column, true);
    };
    addEventListener('pointermove', move, { signal });
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => off.abort(), { signal });
  }

  readonly onDouble = (event: MouseEvent): void => {
    const target = event.target as Element;
    const place = this.#parts.grid.placeOf(target);
    if (!place || place.isNumber || place.row === HEADER || target.closest('input, .editor, a')) return;
    this.#parts.selection.go(place.row, place.column);
    this.#begin(place.row, place.column);
  };

  readonly onMenu = (event: MouseEvent): void => {
    const place = this.#parts.grid.placeOf(event.target);
    if (!place || (event.target as Element).closest('.editor, a')) return;
    event.preventDefault();
    if (place.row === HEADER) return this.#parts.menus.openColumn(place.column, event);
    if (!this.#parts.selection.has(place.row, place.column)) this.#go(place.row, place.column, false, false);
    this.#parts.menus.openCell(event);
  };

  /** What gives a cell the focus by itself, such as a screen reader, goes there. */
  readonly onFocus = (event: FocusEvent): void => {
    const { grid, selection } = this.#parts;
    const target = event.target as Element;
    const place = grid.placeOf(target);
    if (!place || place.isNumber || target.closest('.editor')) return;
    if (place.row === selection.row && place.column === selection.column) return;
    selection.go(place.row, place.column);
    this.#host.requestUpdate();
    this.#tell();
  };

  sort(column: number, event: MouseEvent): void {
    this.#parts.selection.go(HEADER, column);
    this.#sort(column, event.shiftKey);
    this.#parts.grid.focus();
  }

  /** Up, down, and as it lies; with Shift beside what it is sorted by already. */
  #sort(column: number, beside: boolean): void {
    const { shown } = this.#parts;
    const before = shown.sorts.find((each) => each.column === column);
    const others = beside ? shown.sorts.filter((each) => each.column !== column) : [];
    const next = !before
      ? [{ column, descending: false }]
      : before.descending
        ? []
        : [{ column, descending: true }];
    shown.arrange({ sorts: [...others, ...next] });
    this.#host.requestUpdate();
  }

  openColumnMenu(column: number, event: Event): void {
    this.#parts.selection.go(HEADER, column);
    this.#parts.menus.openColumn(column, event);
  }

  resize(column: number, event: PointerEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const { grid } = this.#parts;
    const width = grid.columns.widths[column] ?? 0;
    const off = new AbortController();
    const { signal } = off;
    const move = ({ clientX }: PointerEvent) => {
      grid.columns.drag(column, width + clientX - event.clientX);
      this.#host.requestUpdate();
    };
    addEventListener('pointermove', move, { signal });
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => off.abort(), { signal });
  }

  readonly onCopy = (event: ClipboardEvent): void => {
    const { shown, selection, editor } = this.#parts;
    if (editor.at || !event.clipboardData || selection.row === HEADER) return;
    event.preventDefault();
    writeBlock(event.clipboardData, blockOf(shown, selection.range));
  };

  readonly onCut = (event: ClipboardEvent): void => {
    if (this.#parts.editor.at) return;
    this.onCopy(event);
    if (this.#host.editable) this.#blank();
  };

  readonly onPaste = (event: ClipboardEvent): void => {
    const { editor, selection } = this.#parts;
    if (editor.at || !this.#host.editable || !event.clipboardData || selection.row === HEADER) return;
    const given = event.clipboardData;
    event.preventDefault();
    void readBlock(given).then(
      (block) => block && this.#paste(block),
      (error: Error) => {
        this.#host.message = error.message;
      },
    );
  };

  /** Puts a block where the range begins; one cell fills the whole range. */
  #paste({ cells, isOwn }: CellBlock): void {
    const { shown, selection, grid } = this.#parts;
    const { top, left, bottom, right } = selection.range;
    const single = cells.length === 1 && cells[0]!.length === 1;
    const height = single ? bottom - top + 1 : cells.length;
    const width = single ? right - left + 1 : Math.max(...cells.map((row) => row.length));
    const edits = [];
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) {
        const given = single ? cells[0]![0] : cells[row]![column];
        if (given === undefined) continue;
        const kind = shown.kinds[left + column] ?? 'str';
        const value = isOwn ? given : typedValue(String(given), kind, shown.cell(top + row, left + column));
        edits.push({ row: top + row, column: left + column, value });
      }
    shown.edit(edits);
    const last = {
      row: Math.min(top + height, shown.rows) - 1,
      column: Math.min(left + width, shown.columns) - 1,
    };
    selection.span(last, { row: top, column: left });
    grid.focus();
  }
}
