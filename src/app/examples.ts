import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { notify } from '../bind/notify.ts';
import type { Options } from '../components/base.ts';
import { element } from '../components/element.ts';
import { HostElement } from '../components/host.ts';
import { chevronLeftIcon, chevronRightIcon } from '../components/icons.ts';
import { type ExampleColumn, columnsOf, isSource, rowsOf, wordsFor } from './example-rows.ts';
import { examplesStyles } from './examples.styles.ts';
import { elementById } from './ids.ts';
import { pageMarks } from './pages.ts';
import { parsed } from './parsed.ts';
import type { Component } from './shortcuts.ts';

/**
 * Rows of values that fill inputs at a click.
 *
 * @event select - The user picked a row; `detail` is `{ index, value }`.
 * @csspart heading - The word "Examples".
 * @csspart example - One row, or one chip.
 * @csspart page - One page number.
 */
@element('riv-examples')
export class RivExamples extends HostElement {
  static override styles = examplesStyles;
  /** Names of the events that a binding may listen to. */
  static events = ['select'];

  /** Rows of values for the inputs; with one input a plain list. */
  @property({ type: Array }) examples: readonly unknown[] | null = null;
  /** What a click fills: components, or their ids. */
  @property() inputs: readonly Component[] | string = [];
  /** Names for the examples, shown in place of their values. */
  @property({ type: Array }) labels: readonly string[] | null = null;
  /** Rows to a page. */
  @property({ type: Number }) perPage = 10;
  /** Heading over the examples. */
  @property() label = 'Examples';

  /** Wraps a fill: many changes, one run. */
  @property({ attribute: false }) together: (work: () => void) => void = (work) => work();

  #page = 0;
  #pictures = new Map<Blob, string>();

  constructor(options?: Options<RivExamples>) {
    super(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const url of this.#pictures.values()) URL.revokeObjectURL(url);
    this.#pictures.clear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void parsed().then(() => this.requestUpdate());
  }

  get #targets(): readonly Component[] {
    if (typeof this.inputs !== 'string') return this.inputs;
    return this.inputs
      .split(/[\s,]+/)
      .flatMap((id) => (id && (elementById(this, id) as Component | null)) || []);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('examples')) this.#page = 0;
    if (this.labels && this.examples && this.labels.length !== this.examples.length)
      console.warn(`There are ${this.examples.length} examples, but ${this.labels.length} labels for them`);
  }

  /** Fills the inputs with a row, as a click on it does. */
  fill(index: number): void {
    const rows = rowsOf(this.examples ?? [], this.#targets);
    const row = rows[index];
    if (!row) return;
    try {
      this.together(() => {
        for (const { component, index: place } of columnsOf(rows, this.#targets))
          if (place < row.length) component.fromHandler(row[place]);
      });
    } catch (error) {
      console.error(error);
      notify(this, { level: 'error', message: (error as Error).message, source: this });
    }
    this.dispatchEvent(new CustomEvent('select', { detail: { index, value: row } }));
  }

  protected override render(): unknown {
    const rows = rowsOf(this.examples ?? [], this.#targets);
    if (rows.length === 0) return nothing;
    const columns = columnsOf(rows, this.#targets);
    const perPage = Math.max(1, Math.floor(this.perPage) || 10);
    const pages = Math.ceil(rows.length / perPage);
    const page = Math.min(this.#page, pages - 1);
    const range = rows
      .slice(page * perPage, (page + 1) * perPage)
      .map((row, index) => [row, page * perPage + index] as const);
    const chips = columns.length <= 1 || this.labels !== null;
    return html`<section aria-labelledby="heading">
      <h2 class="heading" id="heading" part="heading">${this.label}</h2>
      ${chips ? this.#renderChips(range, columns) : this.#renderTable(range, columns)}
      ${pages > 1 ? this.#renderPages(pages, page) : nothing}
    </section>`;
  }

  #renderChips(rows: (readonly [unknown[], number])[], [column]: ExampleColumn[]): TemplateResult {
    return html`<div class="chips">
      ${rows.map(([row, index]) => {
        const value = column ? row[column.index] : null;
        const label = this.labels?.[index];
        return html`<button class="chip" part="example" type="button" aria-label=${label ?? `Example ${index + 1}: ${wordsFor(value)}`} @click=${() => this.fill(index)}>
          ${label ?? (column ? this.#renderValue(column.component, value) : nothing)}
        </button>`;
      })}
    </div>`;
  }

  #renderTable(rows: (readonly [unknown[], number])[], columns: ExampleColumn[]): TemplateResult {
    const name = (row: unknown[], index: number) =>
      `Example ${index + 1}: ${columns.map((column) => wordsFor(row[column.index])).join(', ')}`;
    return html`<div class="scroll"><table>
      <thead>
        <tr>${columns.map(({ component }) => html`<th scope="col">${component.label || nothing}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          ([row, index]) => html`<tr part="example">
            ${columns.map(
              (column, at) => html`<td>
                ${at === 0 ? html`<button class="pick" type="button" aria-label=${name(row, index)} @click=${() => this.fill(index)}></button>` : nothing}
                ${this.#renderValue(column.component, row[column.index])}
              </td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table></div>`;
  }

  #renderValue(component: Component, value: unknown): unknown {
    if (value === null || value === undefined) return html`<span class="empty">–</span>`;
    if (isSource(value)) {
      if (component.localName === 'riv-image')
        return html`<img src=${this.#urlOf(value)} alt=${wordsFor(value)} loading="lazy" />`;
      if (component.localName === 'riv-video')
        return html`<video src=${this.#urlOf(value)} aria-label=${wordsFor(value)} muted playsinline preload="metadata"></video>`;
    }
    return html`<span class="words">${wordsFor(value)}</span>`;
  }

  #urlOf(value: string | URL | Blob): string {
    if (!(value instanceof Blob)) return String(value);
    const url = this.#pictures.get(value) ?? URL.createObjectURL(value);
    this.#pictures.set(value, url);
    return url;
  }

  #renderPages(count: number, current: number): TemplateResult {
    const go = (page: number) => () => {
      this.#page = page;
      this.requestUpdate();
    };
    return html`<nav class="pages" aria-label="Pages of examples">
      <button class="page" part="page" type="button" aria-label="Previous page" ?disabled=${current === 0} @click=${go(current - 1)}>
        ${chevronLeftIcon}
      </button>
      ${pageMarks(count, current).map((mark) =>
        mark === 'gap'
          ? html`<span class="gap">…</span>`
          : html`<button
              class="page"
              part="page"
              type="button"
              aria-label=${`Page ${mark + 1}`}
              aria-current=${mark === current ? 'page' : nothing}
              @click=${go(mark)}
            >
              ${mark + 1}
            </button>`,
      )}
      <button class="page" part="page" type="button" aria-label="Next page" ?disabled=${current === count - 1} @click=${go(current + 1)}>
        ${chevronRightIcon}
      </button>
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-examples': RivExamples;
  }
}
