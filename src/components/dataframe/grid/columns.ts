/** @file How wide columns are: as said, as dragged, else as what is in them. */

import type { CellSize } from '../table/table.ts';
import type { ShownTable } from '../table/shown-table.ts';
import { shownText } from '../table/kinds.ts';

/** Rows whose texts are measured. */
const SAMPLED = 40;
const LEAST = 72;
const MOST = 320;
/** Room beside a cell's text. */
const PADDING = 26;
/** Room beside a header's name: for its arrow and its menu. */
const HEADER_PADDING = 60;

/** How wide the columns of a table are. */
export class Columns {
  /** Pixels, by column. */
  widths: readonly number[] = [];
  readonly #dragged = new Map<number, number>();
  #measured: number[] = [];
  #sampled = 0;
  #names = '';
  #key = '';

  /** Sets a width by hand. */
  drag(column: number, width: number): void {
    this.#dragged.set(column, Math.max(40, Math.round(width)));
    this.#key = '';
  }

  /**
   * Finds the widths; what is left of the room is shared.
   *
   * @param given - as the page said. @param room - pixels. @returns true when they are others than before
   */
  fit(shown: ShownTable, given: readonly CellSize[], room: number, font: string): boolean {
    this.#measure(shown, font);
    const key = `${this.#measured.join()};${given.join()};${room}`;
    if (key === this.#key) return false;
    this.#key = key;
    const fixed = this.#measured.map(
      (_, column) => this.#dragged.get(column) ?? pixelsOf(given[column], room),
    );
    const widths = fixed.map((width, column) => width ?? this.#measured[column]!);
    const free = fixed.filter((width) => width === undefined).length;
    const left = Math.floor(room - widths.reduce((sum, width) => sum + width, 0));
    if (left > 0 && free > 0) {
      let rest = left;
      let count = free;
      fixed.forEach((width, column) => {
        if (width !== undefined) return;
        const share = Math.floor(rest / count);
        widths[column]! += share;
        rest -= share;
        count -= 1;
      });
    }
    this.widths = widths;
    return true;
  }

  /** Measures what was not measured yet: columns grow with what comes, and do not shrink. */
  #measure({ table, kinds }: ShownTable, font: string): void {
    const names = `${font}\0${table.headers.join('\0')}`;
    if (names !== this.#names) {
      this.#names = names;
      this.#sampled = 0;
      this.#measured = table.headers.map((header) =>
        clamp(widthOf(header, `600 ${font}`) + HEADER_PADDING, LEAST, MOST),
      );
    }
    const last = Math.min(SAMPLED, table.rows.length);
    for (let row = this.#sampled; row < last; row++)
      kinds.forEach((kind, column) => {
        if (kind === 'bool') return;
        const text = shownText(table.rows[row]?.[column] ?? null, kind).slice(0, 80);
        const line = kind === 'html' ? text.replace(/<[^>]*>/g, '') : text;
        this.#measured[column] = Math.max(
          this.#measured[column]!,
          clamp(widthOf(line, font) + PADDING, LEAST, MOST),
        );
      });
    this.#sampled = Math.max(this.#sampled, last);
  }
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

function pixelsOf(size: CellSize | undefined, room: number): number | undefined {
  if (typeof size !== 'number' && typeof size !== 'string') return undefined;
  const text = String(size).trim();
  const number = Number.parseFloat(text);
  if (Number.isNaN(number) || number <= 0) return undefined;
  return Math.max(40, Math.round(text.endsWith('%') ? (number / 100) * room : number));
}

let context: OffscreenCanvasRenderingContext2D | null = null;

function widthOf(text: string, font: string): number {
  context ??= new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return text.length * 8;
  if (context.font !== font) context.font = font;
  return Math.ceil(context.measureText(text).width);
}
