/** @file The cell that the keyboard is in, and the range around it. */

/** The row of a selection that stands for the header. */
export const HEADER = -1;

/** Cells from one to another, both counted in. */
export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The cell that the keyboard is in, and the range that goes from it to where Shift was let go. */
export class Selection {
  row = 0;
  column = 0;
  /** The other end of the range. */
  #anchor = { row: 0, column: 0 };

  /** The cells that are selected, the active one among them. */
  get range(): Range {
    const { row, column } = this;
    const anchor = this.#anchor;
    return {
      top: Math.min(row, anchor.row),
      bottom: Math.max(row, anchor.row),
      left: Math.min(column, anchor.column),
      right: Math.max(column, anchor.column),
    };
  }

  /** True for more than one cell. */
  get isRange(): boolean {
    const { row, column } = this;
    return row !== this.#anchor.row || column !== this.#anchor.column;
  }

  has(row: number, column: number): boolean {
    const { top, bottom, left, right } = this.range;
    return row >= top && row <= bottom && column >= left && column <= right;
  }

  /** Goes to a cell; with `extend` the range grows to it. */
  go(row: number, column: number, extend = false): void {
    this.row = row;
    this.column = column;
    if (!extend) this.#anchor = { row, column };
  }

  /** Selects all cells between two. */
  span(from: { row: number; column: number }, to: { row: number; column: number }): void {
    this.#anchor = from;
    this.row = to.row;
    this.column = to.column;
  }

  /** Stays within a table of this size. */
  clamp(rows: number, columns: number): void {
    const last = { row: Math.max(rows - 1, rows === 0 ? HEADER : 0), column: Math.max(0, columns - 1) };
    this.row = Math.min(this.row, last.row);
    this.column = Math.min(this.column, last.column);
    this.#anchor = {
      row: Math.min(this.#anchor.row, last.row),
      column: Math.min(this.#anchor.column, last.column),
    };
  }
}
