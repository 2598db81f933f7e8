/** @file What is in a cell: text, a box to tick, or HTML that was made safe. */

import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { lazy } from '../../../page/lazy.ts';
import type { DataframeHost } from '../table/table-host.ts';
import type { ShownTable } from '../table/shown-table.ts';
import { type Kind, misfitOf, shownText } from '../table/kinds.ts';
import { cssOf } from './looks.ts';
import { say } from '../../../words/table.ts';

type Markup = typeof import('./markup.ts');

/** How a cell is drawn. */
interface CellView {
  classes: string;
  css: string;
  inside: unknown;
  /** What is read when the pointer rests on it. */
  title?: string | undefined;
}

/** Draws what is in the cells of a table. */
export class CellContent {
  readonly #host: DataframeHost;
  readonly #shown: ShownTable;
  #markup: Markup | null = null;
  #loading: Promise<void> | null = null;

  constructor(host: DataframeHost, shown: ShownTable) {
    this.#host = host;
    this.#shown = shown;
  }

  /** Resolves when what draws Markdown and HTML is there, if a column needs it. */
  async settled(): Promise<void> {
    await this.#loading;
  }

  /** Loads what draws Markdown and HTML, if a column holds such. */
  prepare(): void {
    if (this.#markup || this.#loading) return;
    if (!this.#shown.kinds.some((kind) => kind === 'markdown' || kind === 'html')) return;
    this.#loading = this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.#markup = await lazy(() => import('./markup.ts'));
    } catch (error) {
      this.#host.message = (error as Error).message;
    }
    this.#loading = null;
    this.#host.requestUpdate();
  }

  /** Draws a cell; of one that is edited only its looks count. */
  of(row: number, column: number, isEdited: boolean): CellView {
    const kind = this.#shown.kinds[column] ?? 'str';
    const value = this.#shown.cell(row, column);
    const { text: display, css } = this.#shown.looks(row, column);
    const look = css ? cssOf(css) : '';
    if (isEdited) return { classes: `${kind} editing`, css: look, inside: null };
    if (kind === 'bool') return { classes: kind, css: look, inside: this.#box(row, column, value) };
    const text = display ?? shownText(value, kind);
    if ((kind === 'markdown' || kind === 'html') && this.#markup)
      return { classes: `${kind} prose`, css: look, inside: unsafeHTML(this.#markup.markupOf(text, kind)) };
    const misfit = misfitOf(value, kind);
    const { maxChars } = this.#host;
    const short =
      maxChars !== null && text.length > maxChars ? `${text.slice(0, Math.max(0, maxChars))}…` : text;
    return {
      classes: `${typeOf(value, kind)} ${misfit ? 'misfit' : ''}`,
      css: look,
      inside: short,
      title: misfit
        ? say(misfit === 'not a number' ? 'notNumber' : 'notDate')
        : short === text
          ? undefined
          : text,
    };
  }

  #box(row: number, column: number, value: unknown): unknown {
    const shown = this.#shown;
    const isOn =
      value === true || value === 1 || (typeof value === 'string' && /^(true|yes|1)$/i.test(value));
    return html`<input
      class="mark"
      type="checkbox"
      tabindex="-1"
      aria-label=${shown.table.headers[column] || say('column', { number: column + 1 })}
      .checked=${live(isOn)}
      ?disabled=${!shown.canEdit(column)}
      @change=${(event: Event) => shown.edit([{ row, column, value: (event.target as HTMLInputElement).checked }])}
    />`;
  }
}

/** Numbers stand at the right, also those in a column of texts. */
const typeOf = (value: unknown, kind: Kind): string =>
  kind === 'str' && (typeof value === 'number' || typeof value === 'bigint') ? 'number' : kind;
