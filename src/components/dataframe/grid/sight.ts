/** @file What is in sight of a table: which rows and columns are drawn, and where each of them stands. */

import {
  type VirtualItem,
  Virtualizer,
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
} from '@tanstack/virtual-core';
import type { DataframeHost } from '../table/table-host.ts';
import type { ShownTable } from '../table/shown-table.ts';
import { Columns } from './columns.ts';
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

type Axis = Virtualizer<HTMLElement, HTMLElement>;

/** Where a column stands in a row. */
export interface ColumnSlot {
  column: number;
  width: number;
  /** Room before it, for columns that are not drawn. */
  gap: number;
  /** Where it sticks, if it is pinned. */
  left: number | null;
}

/** The window that scrolls over a table: its size, its place, and what is to be drawn for it. */
export class Sight {
  readonly columns = new Columns();
  readonly #host: DataframeHost;
  readonly #shown: ShownTable;
  readonly #selection: Selection;
  readonly #viewport: () => HTMLElement | null;
  readonly #rows: Axis;
  readonly #sides: Axis;
  // What it changes is drawn in the next frame: within this one it would be a loop of observers.
  readonly #observer = new ResizeObserver(([entry]) =>
    requestAnimationFrame(() => this.#onResize(entry!.contentRect.width)),
  );
  #observed: HTMLElement | null = null;
  #unmount: (() => void)[] = [];
  #room = 0;
  #font = '';
  #isCoarse = matchMedia(COARSE).matches;
  #pinned = 0;

  constructor(
    host: DataframeHost,
    { shown, selection }: { shown: ShownTable; selection: Selection },
    viewport: () => HTMLElement | null,
  ) {
    this.#host = host;
    this.#shown = shown;
    this.#selection = selection;
    this.#viewport = viewport;
    this.#rows = new Virtualizer(this.#rowOptions());
    this.#sides = new Virtualizer(this.#sideOptions());
  }

  /** Begins to follow the viewport, as long as the element is in a page. */
  connect(): void {
    this.#unmount = [this.#rows._didMount(), this.#sides._didMount()];
  }

  disconnect(): void {
    for (const unmount of this.#unmount) unmount();
    this.#observer.disconnect();
    this.#observed = null;
  }

  /** Looks at what was drawn. */
  drawn(): void {
    const viewport = this.#viewport();
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
    if (viewport && this.#host.wrap)
      for (const row of viewport.querySelectorAll<HTMLElement>('.row[data-index]'))
        this.#rows.measureElement(row);
  }

  /** Takes what is shown and asked for now, before it is drawn. */
  fit(): void {
    const isOther = this.columns.fit(
      this.#shown,
      this.#host.columnWidths,
      this.#room - this.numbersWidth,
      this.#font,
    );
    this.#pinned = this.#pinnable();
    this.#rows.setOptions(this.#rowOptions());
    this.#sides.setOptions(this.#sideOptions());
    if (isOther) this.#sides.measure();
  }

  /** Rows that are in sight at once. */
  get page(): number {
    const height = (this.#rows.scrollRect?.height ?? this.#host.maxHeight) - this.rowHeight;
    return Math.max(1, Math.floor((height + 1) / this.rowHeight) - 1);
  }

  /** Scrolls the active cell into sight. */
  reveal(): void {
    const { row, column } = this.#selection;
    if (row !== HEADER && row < this.#shown.rows) this.#rows.scrollToIndex(row, { align: 'auto' });
    if (column >= this.#pinned) this.#sides.scrollToIndex(column - this.#pinned, { align: 'auto' });
  }

  get rowHeight(): number {
    return this.#isCoarse ? COARSE_ROW : ROW;
  }

  /** 1 where the numbers of the rows take a column of their own. */
  get aside(): 0 | 1 {
    return this.#host.showRowNumbers ? 1 : 0;
  }

  get numbersWidth(): number {
    if (!this.aside) return 0;
    return 24 + 8 * Math.max(2, String(this.#shown.table.rows.length).length);
  }

  /** Pixels of a whole row. */
  get width(): number {
    return this.#widthOf(this.columns.widths.length);
  }

  /** Pixels of all rows together. */
  get height(): number {
    return this.#rows.getTotalSize();
  }

  /** The rows that are drawn. */
  get rows(): VirtualItem[] {
    return this.#rows.getVirtualItems().filter(({ index }) => index < this.#shown.rows);
  }

  /** The columns that are drawn, from left to right. */
  get slots(): ColumnSlot[] {
    const { widths } = this.columns;
    const pinned = this.#pinned;
    const slots: ColumnSlot[] = [];
    let left = this.numbersWidth;
    for (let column = 0; column < pinned; column++) {
      slots.push({ column, width: widths[column]!, gap: 0, left });
      left += widths[column]!;
    }
    for (const { index, start, end } of this.#sides.getVirtualItems()) {
      const column = index + pinned;
      if (column >= widths.length) break;
      slots.push({ column, width: widths[column]!, gap: start - left, left: null });
      left = end;
    }
    return slots;
  }

  /** Pixels of the first columns, and of the numbers of the rows. */
  #widthOf(columns: number): number {
    const { widths } = this.columns;
    return this.numbersWidth + widths.slice(0, columns).reduce((sum, width) => sum + width, 0);
  }

  /** How many columns are pinned: as said, unless they would leave no room for others. */
  #pinnable(): number {
    let count = Math.min(Math.max(0, Math.floor(this.#host.pinnedColumns)), this.columns.widths.length);
    while (count > 0 && this.#room > 0 && this.#widthOf(count) > this.#room * PINNED_SHARE) count -= 1;
    return count;
  }

  #rowOptions() {
    const height = this.rowHeight;
    return {
      ...this.#options(() => this.#selection.row),
      count: this.#shown.rows,
      estimateSize: () => height,
      overscan: ROWS_AHEAD,
      scrollMargin: height,
      scrollPaddingStart: height,
    };
  }

  #sideOptions() {
    const { widths } = this.columns;
    const pinned = this.#pinned;
    const margin = this.#widthOf(pinned);
    return {
      ...this.#options(() => this.#selection.column - pinned),
      horizontal: true,
      count: widths.length - pinned,
      estimateSize: (index: number) => widths[index + pinned] ?? 0,
      overscan: COLUMNS_AHEAD,
      scrollMargin: margin,
      scrollPaddingStart: margin,
    };
  }

  /** What holds for both directions. @param active - where the keyboard is */
  #options(active: () => number) {
    return {
      getScrollElement: this.#viewport,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      useAnimationFrameWithResizeObserver: true,
      initialRect: { width: 800, height: this.#host.maxHeight },
      rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) =>
        withActive(defaultRangeExtractor(range), active(), range.count),
      onChange: () => this.#host.requestUpdate(),
    };
  }

  #onResize(width: number): void {
    const viewport = this.#viewport();
    if (width === 0 || !viewport) return;
    const isCoarse = matchMedia(COARSE).matches;
    if (Math.abs(width - this.#room) < 1 && isCoarse === this.#isCoarse && this.#font) return;
    this.#isCoarse = isCoarse;
    this.#room = width;
    const { fontSize, fontFamily } = getComputedStyle(viewport);
    this.#font = `${fontSize} ${fontFamily}`;
    this.#host.requestUpdate();
  }
}

/** The active one is always drawn, so that the keyboard keeps its place. */
function withActive(shown: number[], active: number, count: number): number[] {
  if (active < 0 || active >= count || shown.includes(active)) return shown;
  return [...shown, active].sort((a, b) => a - b);
}
