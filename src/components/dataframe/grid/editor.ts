/** @file The box in which a cell is edited. */

import { type TemplateResult, html } from 'lit';
import type { DataframeHost } from '../table/table-host.ts';
import type { ShownTable } from '../table/shown-table.ts';
import { shownText, textOf, typedValue } from '../table/kinds.ts';
import { say } from '../../../words/table.ts';

/** Edits one cell at a time. */
export class CellEditor {
  /** The cell that is edited: a row as it is shown, and a column. */
  at: { row: number; column: number } | null = null;
  /** Called when the box closes. @param by - the key that closed it; nothing when the focus went elsewhere. */
  onClose: (by?: KeyboardEvent) => void = () => {};
  readonly #host: DataframeHost;
  readonly #shown: ShownTable;
  #text = '';
  #first = '';

  constructor(host: DataframeHost, shown: ShownTable) {
    this.#host = host;
    this.#shown = shown;
  }

  isAt(row: number, column: number): boolean {
    return this.at?.row === row && this.at.column === column;
  }

  /** Begins with what the cell holds, or with what was typed. @returns false where the cell may not be edited */
  start(row: number, column: number, typed?: string): boolean {
    if (!this.#shown.canEdit(column)) return false;
    const value = this.#shown.cell(row, column);
    const kind = this.#shown.kinds[column] ?? 'str';
    this.at = { row, column };
    this.#first =
      kind === 'date' ? shownText(value, kind) : typeof value === 'number' ? String(value) : textOf(value);
    this.#text = typed ?? this.#first;
    this.#host.requestUpdate();
    return true;
  }

  /** Sets the cell to what was typed. */
  commit(): void {
    const { at } = this;
    if (!at) return;
    this.at = null;
    this.#host.requestUpdate();
    if (this.#text === this.#first) return;
    const kind = this.#shown.kinds[at.column] ?? 'str';
    const value = typedValue(this.#text, kind, this.#shown.cell(at.row, at.column));
    this.#shown.edit([{ ...at, value }]);
  }

  /** Leaves the cell as it is. */
  cancel(): void {
    this.at = null;
    this.#host.requestUpdate();
  }

  focus(cell: Element): void {
    const box = cell.querySelector('textarea');
    if (!box || box.matches(':focus')) return;
    box.focus({ preventScroll: true });
    box.setSelectionRange(box.value.length, box.value.length);
  }

  render(name: string): TemplateResult {
    const isNumber = this.#shown.kinds[this.at?.column ?? 0] === 'number';
    return html`<textarea
      class="editor"
      part="editor"
      rows="1"
      spellcheck="false"
      aria-label=${name ? say('editNamed', { name }) : say('editCell')}
      inputmode=${isNumber ? 'decimal' : 'text'}
      .value=${this.#text}
      @input=${this.#onInput}
      @keydown=${this.#onKey}
      @blur=${this.#onBlur}
    ></textarea>`;
  }

  readonly #onInput = (event: Event): void => {
    this.#text = (event.target as HTMLTextAreaElement).value;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    event.stopPropagation(); // the keys are those of a text box
    if (event.isComposing) return;
    const { key } = event;
    if (key === 'Enter' && (event.altKey || event.shiftKey)) {
      if (event.altKey) this.#breakLine(event.target as HTMLTextAreaElement);
      return;
    }
    if (key !== 'Enter' && key !== 'Tab' && key !== 'Escape') return;
    event.preventDefault();
    if (key === 'Escape') this.cancel();
    else this.commit();
    this.onClose(event);
  };

  #breakLine(box: HTMLTextAreaElement): void {
    box.setRangeText('\n', box.selectionStart, box.selectionEnd, 'end');
    this.#text = box.value;
  }

  readonly #onBlur = (): void => {
    if (!this.at) return;
    this.commit();
    this.onClose();
  };
}
