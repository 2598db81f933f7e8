/** @file The view of examples: a table of rows, or chips, page by page. */

import {
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
  adoptStyles,
  html,
  nothing,
} from 'lit';
import { BlobURLs } from '../../components/file/blob-urls.ts';
import { traitsOf } from '../../page/registry.ts';
import { chevronRightIcon } from '../../components/parts/icons.ts';
import { chevronLeftIcon } from '../../components/parts/media-icons.ts';
import { type ExampleColumn, columnsOf, rowsOf } from './example-rows.ts';
import { isSource, pageMarks, wordsFor } from './example-words.ts';
import { examplesStyles } from './examples.styles.ts';
import type { Component } from '../shortcuts.ts';
import { say, sayUsual } from '../../words/apps.ts';

/** What the view needs of its element. */
interface ExamplesHost extends ReactiveControllerHost, EventTarget {
  readonly examples: readonly unknown[] | null;
  readonly targets: readonly Component[];
  readonly labels: readonly string[] | null;
  readonly label: string;
  readonly perPage: number;
  /** Fills the inputs with a row. */
  fill(index: number): void;
}

/** All that a reader sees and presses of examples: a table of rows, or chips; page by page. */
export class ExamplesView implements ReactiveController {
  readonly #host: ExamplesHost;
  readonly #urls: BlobURLs;
  #page = 0;

  constructor(host: ExamplesHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, ...examplesStyles]);
    this.#host = host;
    this.#urls = new BlobURLs(host);
    host.addController(this);
  }

  /** Its files have other URLs now. */
  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** Goes back to the first page. */
  rewind(): void {
    this.#page = 0;
  }

  render(): unknown {
    const { examples, targets, labels, label, perPage: wanted } = this.#host;
    const rows = rowsOf(examples ?? [], targets);
    this.#urls.keep(rows.flat());
    if (rows.length === 0) return nothing;
    const columns = columnsOf(rows, targets);
    const perPage = Math.max(1, Math.floor(wanted) || 10);
    const pages = Math.ceil(rows.length / perPage);
    const page = Math.min(this.#page, pages - 1);
    const range = rows
      .slice(page * perPage, (page + 1) * perPage)
      .map((row, index) => [row, page * perPage + index] as const);
    const chips = columns.length <= 1 || labels !== null;
    return html`<section aria-labelledby="heading">
      <h2 class="heading" id="heading" part="heading">${sayUsual('examples', label)}</h2>
      ${chips ? this.#chips(range, columns) : this.#table(range, columns)}
      ${pages > 1 ? this.#marks(pages, page) : nothing}
    </section>`;
  }

  #chips(rows: (readonly [unknown[], number])[], [column]: ExampleColumn[]): TemplateResult {
    return html`<div class="chips">
      ${rows.map(([row, index]) => {
        const value = column ? row[column.index] : null;
        const label = this.#host.labels?.[index];
        return html`<button class="chip" part="example" type="button" aria-label=${label ?? say('example', { number: index + 1, value: wordsFor(value) })} @click=${() => this.#host.fill(index)}>
          ${label ?? (column ? this.#shown(column.component, value) : nothing)}
        </button>`;
      })}
    </div>`;
  }

  #table(rows: (readonly [unknown[], number])[], columns: ExampleColumn[]): TemplateResult {
    const name = (row: unknown[], index: number) =>
      say('example', {
        number: index + 1,
        value: columns.map((column) => wordsFor(row[column.index])).join(', '),
      });
    return html`<div class="scroll"><table>
      <thead>
        <tr>${columns.map(({ component }) => html`<th scope="col">${component.label || nothing}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          ([row, index]) => html`<tr part="example">
            ${columns.map(
              (column, at) => html`<td>
                ${at === 0 ? html`<button class="pick" type="button" aria-label=${name(row, index)} @click=${() => this.#host.fill(index)}></button>` : nothing}
                ${this.#shown(column.component, row[column.index])}
              </td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table></div>`;
  }

  #shown(component: Component, value: unknown): unknown {
    if (value === null || value === undefined) return html`<span class="empty">–</span>`;
    if (isSource(value)) {
      const { preview } = traitsOf(component);
      if (preview === 'image')
        return html`<img src=${this.#urlOf(value)} alt=${wordsFor(value)} loading="lazy" />`;
      if (preview === 'video')
        return html`<video src=${this.#urlOf(value)} aria-label=${wordsFor(value)} muted playsinline preload="metadata"></video>`;
    }
    return html`<span class="words">${wordsFor(value)}</span>`;
  }

  #urlOf(value: string | URL | Blob): string {
    return this.#urls.of(value instanceof Blob ? value : String(value));
  }

  #marks(count: number, current: number): TemplateResult {
    const go = (page: number) => () => {
      this.#page = page;
      this.#host.requestUpdate();
    };
    return html`<nav class="pages" aria-label=${say('examplePages')}>
      <button class="page" part="page" type="button" aria-label=${say('previousPage')} ?disabled=${current === 0} @click=${go(current - 1)}>
        ${chevronLeftIcon}
      </button>
      ${pageMarks(count, current).map((mark) =>
        mark === 'gap'
          ? html`<span class="gap">…</span>`
          : html`<button
              class="page"
              part="page"
              type="button"
              aria-label=${say('page', { number: mark + 1 })}
              aria-current=${mark === current ? 'page' : nothing}
              @click=${go(mark)}
            >
              ${mark + 1}
            </button>`,
      )}
      <button class="page" part="page" type="button" aria-label=${say('nextPage')} ?disabled=${current === count - 1} @click=${go(current + 1)}>
        ${chevronRightIcon}
      </button>
    </nav>`;
  }
}
