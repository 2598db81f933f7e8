/** @file Draws a table as a grid that scrolls, and knows where the keyboard is in it. */

import type { VirtualItem } from '@tanstack/virtual-core';
import { type ReactiveController, type TemplateResult, html, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DataframeHost } from '../table/table-host.ts';
import type { ShownTable } from '../table/shown-table.ts';
import type { CellContent } from './cells.ts';
import type { Columns } from './columns.ts';
import type { CellEditor } from './editor.ts';
import { type HeaderDoer, headerCell } from './header.ts';
import { HEADER, type Selection } from './selection.ts';
import { Sight, type ColumnSlot } from './sight.ts';
import { say } from '../../../words/table.ts';

/** What listens to the grid. */
export interface GridListener extends HeaderDoer {
  onKey(event: KeyboardEvent): void;
  onPress(event: PointerEvent): void;
  onDouble(event: MouseEvent): void;
  onMenu(event: MouseEvent): void;
  onFocus(event: FocusEvent): void;
  onCopy(event: ClipboardEvent): void;
  onCut(event: ClipboardEvent): void;
  onPaste(event: ClipboardEvent): void;
}

/** What a grid draws, and what it asks. */
interface GridParts {
  shown: ShownTable;
  selection: Selection;
  editor: CellEditor;
  content: CellContent;
}

/** A table as a grid: its cells, and which of them has the keyboard. */
export class Grid implements ReactiveController {
  listener!: GridListener;
  readonly #host: DataframeHost;
  readonly #parts: GridParts;
  readonly #viewport = createRef<HTMLElement>();
  readonly #sight: Sight;
  #takesFocus = false;
  #hadFocus = false;

  constructor(host: DataframeHost, parts: GridParts) {
    this.#host = host;
    this.#parts = parts;
    this.#sight = new Sight(host, parts, () => this.#viewport.value ?? null);
    host.addController(this);
  }

  hostConnected(): void {
    this.#sight.connect();
  }

  hostUpdate(): void {
    this.#hadFocus = this.hasFocus;
  }

  hostUpdated(): void {
    this.#sight.drawn();
    if (!this.#viewport.value) return;
    // A cell that is moved, or goes, loses the focus: nobody has taken it elsewhere.
    const isLost = this.#hadFocus && (document.activeElement ?? document.body) === document.body;
    if (this.#takesFocus || isLost) this.#focusNow();
  }

  hostDisconnected(): void {
    this.#sight.disconnect();
  }

  get columns(): Columns {
    return this.#sight.columns;
  }

  /** Rows that are in sight at once. */
  get page(): number {
    return this.#sight.page;
  }

  /** Gives the active cell the focus, once it is drawn. */
  focus(): void {
    this.#takesFocus = true;
    this.#host.requestUpdate();
  }

  /** True while the keyboard is in the grid. */
  get hasFocus(): boolean {
    return this.#viewport.value?.contains(this.#root.activeElement) ?? false;
  }

  /** Scrolls the active cell into sight. */
  reveal(): void {
    this.#sight.reveal();
  }

  /** Scrolls back to the first row. */
  toTop(): void {
    this.#viewport.value?.scrollTo({ top: 0 });
  }

  /** The element of a cell, while it is drawn. */
  cellOf(row: number, column: number): HTMLElement | null {
    return (
      this.#viewport.value?.querySelector<HTMLElement>(
        `[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 1 + this.#sight.aside}"]`,
      ) ?? null
    );
  }

  /** The cell that an event is of; `isNumber` for the number of a row. */
  placeOf(target: EventTarget | null): { row: number; column: number; isNumber: boolean } | null {
    const cell = (target as Element | null)?.closest?.('[aria-colindex]');
    const row = cell?.closest('[aria-rowindex]');
    if (!cell || !row) return null;
    const column = Number(cell.getAttribute('aria-colindex')) - 1 - this.#sight.aside;
    return {
      row: Number(row.getAttribute('aria-rowindex')) - 2,
      column: Math.max(0, column),
      isNumber: column < 0,
    };
  }

  /** The cell at a place on the screen. */
  placeAt(x: number, y: number): { row: number; column: number } | null {
    return this.placeOf(this.#root.elementFromPoint(x, y));
  }

  render(): TemplateResult {
    const { shown } = this.#parts;
    const host = this.#host;
    const sight = this.#sight;
    sight.fit();
    const { slots, width } = sight;
    const { listener } = this;
    return html`<div
      ${ref(this.#viewport)}
      class="viewport ${host.wrap ? 'wraps' : ''}"
      part="grid"
      role="grid"
      aria-label=${host.name}
      aria-rowcount=${shown.rows + 1}
      aria-colcount=${shown.columns + sight.aside}
      aria-multiselectable="true"
      aria-readonly=${host.editable ? nothing : 'true'}
      .style=${`max-height: ${host.maxHeight}px; --_row: ${sight.rowHeight}px`}
      @keydown=${listener.onKey}
      @pointerdown=${listener.onPress}
      @dblclick=${listener.onDouble}
      @contextmenu=${listener.onMenu}
      @focusin=${listener.onFocus}
      @copy=${listener.onCopy}
      @cut=${listener.onCut}
      @paste=${listener.onPaste}
    >
      <div class="head" role="rowgroup">
        <div class="row" role="row" aria-rowindex="1" .style=${`width: ${width}px`}>
          ${this.#number('columnheader', html`<span class="visually-hidden">${say('row')}</span>`)}
          ${repeat(
            slots,
            ({ column }) => column,
            (slot) => this.#header(slot),
          )}
        </div>
      </div>
      <div class="body" role="rowgroup" .style=${`width: ${width}px; height: ${sight.height}px`}>
        ${repeat(
          sight.rows,
          ({ index }) => index,
          (item) => this.#row(item, slots, width),
        )}
      </div>
    </div>`;
  }

  #header(slot: ColumnSlot): TemplateResult {
    const { selection } = this.#parts;
    const { column } = slot;
    const isActive = selection.row === HEADER && selection.column === column;
    const classes = `cell ${slot.left === null ? '' : 'pinned'} ${this.#parts.shown.kinds[column]}`;
    return headerCell(
      { shown: this.#parts.shown, doer: this.listener, column },
      { classes, style: styleOf(slot), index: column + 1 + this.#sight.aside, tabindex: isActive ? 0 : -1 },
    );
  }

  #row({ index, start }: VirtualItem, slots: readonly ColumnSlot[], width: number): TemplateResult {
    const { shown, editor } = this.#parts;
    const editing = editor.at?.row === index;
    return html`<div
      class="row ${editing ? 'editing' : ''} ${index % 2 ? 'odd' : ''}"
      role="row"
      aria-rowindex=${index + 2}
      data-index=${index}
      .style=${`width: ${width}px; transform: translateY(${start - this.#sight.rowHeight}px)`}
    >
      ${this.#number('rowheader', shown.placeOf(index) + 1)}
      ${repeat(
        slots,
        ({ column }) => column,
        (slot) => this.#cell(index, slot),
      )}
    </div>`;
  }

  /** A cell of the column that numbers the rows, if there is one. */
  #number(role: 'columnheader' | 'rowheader', inside: unknown): unknown {
    const { aside, numbersWidth } = this.#sight;
    if (!aside) return nothing;
    return html`<div class="cell number pinned" role=${role} aria-colindex="1" .style=${`width: ${numbersWidth}px; left: 0`}>${inside}</div>`;
  }

  #cell(row: number, slot: ColumnSlot): TemplateResult {
    const { shown, selection, editor, content } = this.#parts;
    const { column } = slot;
    const isActive = selection.row === row && selection.column === column;
    const isEdited = editor.isAt(row, column);
    const { classes, css, inside, title } = content.of(row, column, isEdited);
    return html`<div
      class="cell ${classes} ${slot.left === null ? '' : 'pinned'} ${isActive ? 'active' : ''}"
      part="cell"
      role="gridcell"
      aria-colindex=${column + 1 + this.#sight.aside}
      aria-selected=${selection.has(row, column)}
      aria-readonly=${this.#host.editable && !shown.canEdit(column) ? 'true' : nothing}
      title=${title ?? nothing}
      tabindex=${isActive ? 0 : -1}
      .style=${`${styleOf(slot)}${css}`}
    >${isEdited ? editor.render(shown.table.headers[column]!) : inside}</div>`;
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }

  #focusNow(): void {
    const { selection, editor } = this.#parts;
    const cell = this.cellOf(selection.row, selection.column);
    if (!cell) return; // drawn after the next scrolling
    this.#takesFocus = false;
    if (editor.at) editor.focus(cell);
    else cell.focus({ preventScroll: true });
  }
}

const styleOf = ({ width, gap, left }: ColumnSlot): string =>
  `width: ${width}px;${gap ? `margin-inline-start: ${gap}px;` : ''}${left === null ? '' : `left: ${left}px;`}`;
