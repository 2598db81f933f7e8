/** @file Draws a table as a grid that scrolls: only the rows and columns that are in sight. */

import {
  type VirtualItem,
  Virtualizer,
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
} from '@tanstack/virtual-core';
import { type ReactiveController, type TemplateResult, html, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DataframeHost } from '../table/table-host.ts';
import type { ShownTable } from '../table/shown-table.ts';
import type { CellContent } from './cells.ts';
import { Columns } from './columns.ts';
import type { CellEditor } from './editor.ts';
import { type HeaderDoer, headerCell } from './header.ts';
import { HEADER, type Selection } from './selection.ts';

const COARSE = '(pointer: coarse)';
/** Height of a row, and of the header, in pixels; larger for fingers. */
const ROW = 36;
const COARSE_ROW = 44;
/** Rows beyond the edge that are kept ready. */
const ROWS_AHEAD = 8;
const COLUMNS_AHEAD = 2;
/** The share of the width that pinned columns may take. */
const PINNED_SHARE = 0.7;

/** Where a column stands in a row. */
interface Slot {
  column: number;
  width: number;
  /** Room before it, for columns that are not drawn. */
  gap: number;
  /** Where it sticks, if it is pinned. */
  left: number | null;
}

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
export interface GridParts {
  shown: ShownTable;
  selection: Selection;
  editor: CellEditor;
  content: CellContent;
}

/** A table as a grid: what is in sight of it, where the keyboard is in it, and how it scrolls. */
export class Grid implements ReactiveController {
  readonly columns = new Columns();
  listener!: GridListener;
  readonly #host: DataframeHost;
  readonly #parts: GridParts;
  readonly #viewport = createRef<HTMLElement>();
  readonly #rows: Virtualizer<HTMLElement, HTMLElement>;
  readonly #sides: Virtualizer<HTMLElement, HTMLElement>;
  // What it changes is drawn in the next frame: within this one it would be a loop of observers.
  readonly #observer = new ResizeObserver(([entry]) =>
    requestAnimationFrame(() => this.#onResize(entry!.contentRect.width)),
  );
  #observed: HTMLElement | null = null;
  #unmount: (() => void)[] = [];
  #room = 0;
  #font = '';
  #isCoarse = matchMedia(COARSE).matches;
  #takesFocus = false;
  #hadFocus = false;

  constructor(host: DataframeHost, parts: GridParts) {
    this.#host = host;
    this.#parts = parts;
    this.#rows = new Virtualizer(this.#rowOptions());
    this.#sides = new Virtualizer(this.#sideOptions());
    host.addController(this);
  }

  hostConnected(): void {
    this.#unmount = [this.#rows._didMount(), this.#sides._didMount()];
  }

  hostUpdate(): void {
    this.#hadFocus = this.hasFocus;
  }

  hostUpdated(): void {
    const viewport = this.#viewport.value ?? null;
    if (viewport !== this.#observed) {
      this.#observer.disconnect();
      this.#observed = viewport;
      if (viewport) {
        this.#observer.observe(viewport);
        this.#onResize(viewport.clientWidth);
      }
    }
    this.#rows._willUpdate();
    this.#sides._willUpdate();
    if (!viewport) return;
    if (this.#host.wrap)
      for (const row of viewport.querySelectorAll<HTMLElement>('.row[data-index]'))
        this.#rows.measureElement(row);
    // A cell that is moved, or goes, loses the focus: nobody has taken it elsewhere.
    const isLost = this.#hadFocus && (document.activeElement ?? document.body) === document.body;
    if (this.#takesFocus || isLost) this.#focusNow();
  }

  hostDisconnected(): void {
    for (const unmount of this.#unmount) unmount();
    this.#observer.disconnect();
    this.#observed = null;
  }

  /** Rows that are in sight at once. */
  get page(): number {
    const height = (this.#rows.scrollRect?.height ?? this.#host.maxHeight) - this.#height;
    return Math.max(1, Math.floor((height + 1) / this.#height) - 1);
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
    const { row, column } = this.#parts.selection;
    if (row !== HEADER && row < this.#parts.shown.rows) this.#rows.scrollToIndex(row, { align: 'auto' });
    if (column >= this.#pinned) this.#sides.scrollToIndex(column - this.#pinned, { align: 'auto' });
  }

  /** Scrolls back to the first row. */
  toTop(): void {
    this.#viewport.value?.scrollTo({ top: 0 });
  }

  /** The element of a cell, while it is drawn. */
  cellOf(row: number, column: number): HTMLElement | null {
    return (
      this.#viewport.value?.querySelector<HTMLElement>(
        `[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 1 + this.#aside}"]`,
      ) ?? null
    );
  }

  /** The cell that an event is of; `isNumber` for the number of a row. */
  placeOf(target: EventTarget | null): { row: number; column: number; isNumber: boolean } | null {
    const cell = (target as Element | null)?.closest?.('[aria-colindex]');
    const row = cell?.closest('[aria-rowindex]');
    if (!cell || !row) return null;
    const column = Number(cell.getAttribute('aria-colindex')) - 1 - this.#aside;
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
    const numbers = this.#numbersWidth;
    const changed = this.columns.fit(shown, host.columnWidths, this.#room - numbers, this.#font);
    this.#rows.setOptions(this.#rowOptions());
    this.#sides.setOptions(this.#sideOptions());
    if (changed) this.#sides.measure();
    const slots = this.#slots();
    const total = numbers + this.columns.widths.reduce((sum, width) => sum + width, 0);
    const { listener } = this;
    return html`<div
      ${ref(this.#viewport)}
      class="viewport ${host.wrap ? 'wraps' : ''}"
      part="grid"
      role="grid"
      aria-label=${host.name}
      aria-rowcount=${shown.rows + 1}
      aria-colcount=${shown.columns + this.#aside}
      aria-multiselectable="true"
      aria-readonly=${host.editable ? nothing : 'true'}
      .style=${`max-height: ${host.maxHeight}px; --_row: ${this.#height}px`}
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
        <div class="row" role="row" aria-rowindex="1" .style=${`width: ${total}px`}>
          ${this.#aside ? html`<div class="cell number pinned" role="columnheader" aria-colindex="1" .style=${`width: ${numbers}px; left: 0`}><span class="visually-hidden">Row</span></div>` : nothing}
          ${repeat(
            slots,
            ({ column }) => column,
            (slot) => this.#header(slot),
          )}
        </div>
      </div>
      <div class="body" role="rowgroup" .style=${`width: ${total}px; height: ${this.#rows.getTotalSize()}px`}>
        ${repeat(
          this.#rows.getVirtualItems().filter(({ index }) => index < shown.rows),
          ({ index }) => index,
          (item) => this.#row(item, slots, total),
        )}
      </div>
    </div>`;
  }

  #header(slot: Slot): TemplateResult {
    const { selection } = this.#parts;
    const { column } = slot;
    const isActive = selection.row === HEADER && selection.column === column;
    const classes = `cell ${slot.left === null ? '' : 'pinned'} ${this.#parts.shown.kinds[column]}`;
    return headerCell(
      { shown: this.#parts.shown, doer: this.listener, column },
      { classes, style: styleOf(slot), index: column + 1 + this.#aside, tabindex: isActive ? 0 : -1 },
    );
  }

  #row({ index, start }: VirtualItem, slots: readonly Slot[], total: number): TemplateResult {
    const { editor } = this.#parts;
    const editing = editor.at?.row === index;
    const numbers = this.#numbersWidth;
    return html`<div
      class="row ${editing ? 'editing' : ''} ${index % 2 ? 'odd' : ''}"
      role="row"
      aria-rowindex=${index + 2}
      data-index=${index}
      .style=${`width: ${total}px; transform: translateY(${start - this.#height}px)`}
    >
      ${this.#aside ? html`<div class="cell number pinned" role="rowheader" aria-colindex="1" .style=${`width: ${numbers}px; left: 0`}>${this.#parts.shown.placeOf(index) + 1}</div>` : nothing}
      ${repeat(
        slots,
        ({ column }) => column,
        (slot) => this.#cell(index, slot),
      )}
    </div>`;
  }

  #cell(row: number, slot: Slot): TemplateResult {
    const { shown, selection, editor, content } = this.#parts;
    const { column } = slot;
    const isActive = selection.row === row && selection.column === column;
    const isEdited = editor.isAt(row, column);
    const { classes, css, inside, title } = content.of(row, column, isEdited);
    return html`<div
      class="cell ${classes} ${slot.left === null ? '' : 'pinned'} ${isActive ? 'active' : ''}"
      part="cell"
      role="gridcell"
      aria-colindex=${column + 1 + this.#aside}
      aria-selected=${selection.has(row, column)}
      aria-readonly=${this.#host.editable && !shown.canEdit(column) ? 'true' : nothing}
      title=${title ?? nothing}
      tabindex=${isActive ? 0 : -1}
      .style=${`${styleOf(slot)}${css}`}
    >${isEdited ? editor.render(shown.table.headers[column]!) : inside}</div>`;
  }

  /** The columns that are drawn, from left to right. */
  #slots(): Slot[] {
    const { widths } = this.columns;
    const slots: Slot[] = [];
    let left = this.#numbersWidth;
    for (let column = 0; column < this.#pinned; column++) {
      slots.push({ column, width: widths[column]!, gap: 0, left });
      left += widths[column]!;
    }
    for (const { index, start, end } of this.#sides.getVirtualItems()) {
      const column = index + this.#pinned;
      if (column >= widths.length) break;
      slots.push({ column, width: widths[column]!, gap: start - left, left: null });
      left = end;
    }
    return slots;
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }

  get #height(): number {
    return this.#isCoarse ? COARSE_ROW : ROW;
  }

  /** 1 where the numbers of the rows take a column of their own. */
  get #aside(): 0 | 1 {
    return this.#host.showRowNumbers ? 1 : 0;
  }

  get #numbersWidth(): number {
    if (!this.#aside) return 0;
    return 24 + 8 * Math.max(2, String(this.#parts.shown.table.rows.length).length);
  }

  /** How many columns are pinned: as said, unless they would leave no room for others. */
  get #pinned(): number {
    const { widths } = this.columns;
    let count = Math.min(Math.max(0, Math.floor(this.#host.pinnedColumns)), widths.length);
    const width = () => this.#numbersWidth + widths.slice(0, count).reduce((sum, each) => sum + each, 0);
    while (count > 0 && this.#room > 0 && width() > this.#room * PINNED_SHARE) count -= 1;
    return count;
  }

  #rowOptions() {
    const { selection } = this.#parts;
    const height = this.#height;
    return {
      ...this.#options(),
      count: this.#parts.shown.rows,
      estimateSize: () => height,
      overscan: ROWS_AHEAD,
      scrollMargin: height,
      scrollPaddingStart: height,
      initialRect: { width: 800, height: this.#host.maxHeight },
      rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) =>
        withActive(defaultRangeExtractor(range), selection.row, range.count),
    };
  }

  #sideOptions() {
    const { selection } = this.#parts;
    const { widths } = this.columns;
    const pinned = this.#pinned;
    const margin = this.#numbersWidth + widths.slice(0, pinned).reduce((sum, width) => sum + width, 0);
    return {
      ...this.#options(),
      horizontal: true,
      count: widths.length - pinned,
      estimateSize: (index: number) => widths[index + pinned] ?? 0,
      overscan: COLUMNS_AHEAD,
      scrollMargin: margin,
      scrollPaddingStart: margin,
      initialRect: { width: 800, height: this.#host.maxHeight },
      rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) =>
        withActive(defaultRangeExtractor(range), selection.column - pinned, range.count),
    };
  }

  #options() {
    return {
      getScrollElement: () => this.#viewport.value ?? null,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      useAnimationFrameWithResizeObserver: true,
      onChange: () => this.#host.requestUpdate(),
    };
  }

  #onResize(width: number): void {
    if (width === 0 || !this.#viewport.value) return;
    const isCoarse = matchMedia(COARSE).matches;
    if (Math.abs(width - this.#room) < 1 && isCoarse === this.#isCoarse && this.#font) return;
    this.#isCoarse = isCoarse;
    this.#room = width;
    const { fontSize, fontFamily } = getComputedStyle(this.#viewport.value!);
    this.#font = `${fontSize} ${fontFamily}`;
    this.#host.requestUpdate();
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

const styleOf = ({ width, gap, left }: Slot): string =>
  `width: ${width}px;${gap ? `margin-inline-start: ${gap}px;` : ''}${left === null ? '' : `left: ${left}px;`}`;

/** The active one is always drawn, so that the keyboard keeps its place. */
function withActive(shown: number[], active: number, count: number): number[] {
  if (active < 0 || active >= count || shown.includes(active)) return shown;
  return [...shown, active].sort((a, b) => a - b);
}
