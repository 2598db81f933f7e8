/** @file The view of a Dataframe: its toolbar, its grid, and what is below. */

import { type PropertyValues, type TemplateResult, adoptStyles, html, nothing, svg } from 'lit';
import { Expand } from '../media-frame/expand.ts';
import { save } from '../media-frame/export.ts';
import { CopyButton } from '../parts/copy.ts';
import { icon, plusIcon } from '../parts/icons.ts';
import { downloadIcon, maximizeIcon, minimizeIcon, searchIcon } from '../parts/media-icons.ts';
import type { DataframeHost } from './table/table-host.ts';
import { dataframeStyles } from './dataframe.styles.ts';
import { CellContent } from './grid/cells.ts';
import { fileOfAll, textOfAll } from './hands/blocks.ts';
import { CellEditor } from './grid/editor.ts';
import { Grid } from './grid/grid.ts';
import { gridStyles } from './grid/grid.styles.ts';
import { handsOf } from './hands/hands.ts';
import { Menus } from './grid/menus.ts';
import { Selection } from './grid/selection.ts';
import { ShownTable } from './table/shown-table.ts';
import { readNow } from './table/read.ts';
import type { ReadTable, TableValue } from './table/table.ts';
import { say } from '../../words/table.ts';

/** Table. */
const tableIcon = icon(
  svg`<path d="M12 3v18"/><rect width="18" height="18" x="3" y="3" rx="2"/><path d="M3 9h18"/><path d="M3 15h18"/>`,
);

/** All that a reader sees and presses of a Dataframe; made when it is in a page for the first time. */
export class DataframeView {
  readonly #host: DataframeHost;
  readonly #shown: ShownTable;
  readonly #selection = new Selection();
  readonly #editor: CellEditor;
  readonly #grid: Grid;
  readonly #menus: Menus;
  readonly #content: CellContent;
  readonly #expand: Expand;
  readonly #copy: CopyButton;
  #reading: Promise<void> | null = null;
  #turn = 0;
  #complaint = '';

  constructor(host: DataframeHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, dataframeStyles, gridStyles]);
    this.#host = host;
    const shown = new ShownTable(host);
    const selection = this.#selection;
    const editor = new CellEditor(host, shown);
    const content = new CellContent(host, shown);
    const grid = new Grid(host, { shown, selection, editor, content });
    const menus = new Menus(host, { shown, selection, editor, grid });
    grid.listener = handsOf(host, { shown, selection, editor, grid, menus });
    this.#shown = shown;
    this.#editor = editor;
    this.#content = content;
    this.#grid = grid;
    this.#menus = menus;
    this.#expand = new Expand(host, () => root.querySelector<HTMLElement>('.panel'));
    this.#copy = new CopyButton(host, () => textOfAll(shown));
    root.addEventListener('dragover', this.#onDrag);
    root.addEventListener('drop', this.#onDrop);
    this.#take(host.value);
    content.prepare();
  }

  /** Something that is shown has changed. */
  changed(changed: PropertyValues): void {
    const { value } = this.#host;
    const isNew = changed.has('value') && !this.#shown.made(value);
    // An empty table is as its options say.
    const isOther = ['headers', 'rowCount', 'columnCount'].some((name) => changed.has(name));
    if (isNew || (isOther && !this.#shown.made(value))) this.#take(value);
    else if (changed.has('datatype')) {
      this.#shown.retype();
      this.#shown.arrange();
    }
    this.#content.prepare();
  }

  /** Resolves when all that came is shown. */
  async settled(): Promise<void> {
    await this.#reading;
    await this.#content.settled();
  }

  /** Shows a value; what has to be parsed first leaves the one before in its place until then. */
  #take(value: TableValue): void {
    const turn = ++this.#turn;
    try {
      const table = readNow(value, this.#host);
      if (!(table instanceof Promise)) return this.#show(table);
      this.#reading = table.then(
        (made) => {
          if (turn !== this.#turn) return;
          this.#show(made);
          this.#content.prepare();
          this.#host.requestUpdate();
        },
        (error: Error) => {
          if (turn === this.#turn) this.#complain(error.message);
        },
      );
    } catch (error) {
      this.#complain(say('tableUnread', { why: (error as Error)?.message ?? `${error}` }));
    }
  }

  #show(table: ReadTable): void {
    this.#shown.show(table);
    this.#selection.clamp(this.#shown.rows, this.#shown.columns);
    const { at } = this.#editor;
    if (at && (at.row >= this.#shown.rows || at.column >= this.#shown.columns)) this.#editor.cancel();
    this.#complain(table.problem ?? '');
  }

  #complain(words: string): void {
    if (words || this.#host.message === this.#complaint) this.#host.message = words;
    this.#complaint = words;
  }

  render(): TemplateResult {
    const { isBlank, editable, headers } = this.#host;
    if (isBlank && !editable && headers.length === 0)
      return html`<div class="nothing">${tableIcon}<span>${say('nothingYet')}</span></div>`;
    return html`${this.#toolbar()} ${this.#grid.render()} ${this.#foot()} ${this.#menus.render()}`;
  }

  #toolbar(): unknown {
    const { showSearch, buttons, editable } = this.#host;
    const shown = this.#shown;
    const has = (name: string) => buttons.includes(name);
    const [resize, resizeIcon] = this.#expand.active
      ? [say('exitFullscreen'), minimizeIcon]
      : [say('fullscreen'), maximizeIcon];
    if (showSearch === 'none' && !buttons.some((each) => typeof each === 'string')) return nothing;
    return html`<div class="toolbar" part="toolbar">
      ${
        showSearch === 'none'
          ? nothing
          : html`<label class="search">${searchIcon}<input
                type="search"
                aria-label=${say('search')}
                placeholder=${say('search')}
                .value=${shown.query}
                @input=${this.#onSearch}
              /></label>`
      }
      ${
        showSearch === 'filter' && editable && shown.isFiltered
          ? html`<button class="button keep" part="button" type="button" @click=${this.#onKeep}>${say('keepRows')}</button>`
          : nothing
      }
      <div class="tools">
        ${has('copy') ? this.#copy.render() : nothing}
        ${has('download') ? iconButton(say('download'), downloadIcon, this.#onDownload) : nothing}
        ${has('fullscreen') ? iconButton(resize as string, resizeIcon as TemplateResult, this.#onExpand) : nothing}
      </div>
    </div>`;
  }

  /** Counts the rows where some are left out, and adds rows and columns. */
  #foot(): unknown {
    const shown = this.#shown;
    const { isFiltered } = shown;
    const words = isFiltered ? say('rowsOf', { count: shown.rows, total: shown.table.rows.length }) : '';
    const isEmpty = shown.rows === 0 && !isFiltered;
    return html`<div class="foot" ?hidden=${!words && !isEmpty && !shown.canAddRows && !shown.canAddColumns}>
      ${shown.canAddRows ? addButton(say('row'), say('addRow'), () => this.#add(() => shown.addRow(shown.rows))) : nothing}
      ${shown.canAddColumns ? addButton(say('columnWord'), say('addColumn'), () => this.#add(() => shown.addColumn(shown.columns))) : nothing}
      <span class="count" role="status">${words}${isEmpty ? say('noRows') : nothing}</span>
    </div>`;
  }

  #add(work: () => void): void {
    const { rows, columns } = this.#shown;
    work();
    const shown = this.#shown;
    if (shown.columns > columns) this.#selection.go(0, shown.columns - 1);
    else this.#selection.go(Math.max(0, shown.rows - 1), this.#selection.column);
    if (shown.rows === rows && shown.columns === columns && shown.table.rows.length === 0) return;
    // The new row is measured before it can be scrolled to.
    void this.#host.updateComplete.then(() => {
      this.#grid.reveal();
      this.#grid.focus();
    });
  }

  readonly #onSearch = (event: Event): void => {
    this.#shown.arrange({ query: (event.target as HTMLInputElement).value });
    this.#selection.clamp(this.#shown.rows, this.#shown.columns);
    this.#grid.toTop();
    this.#host.requestUpdate();
  };

  readonly #onKeep = (): void => {
    this.#shown.keepShown();
    this.#selection.clamp(this.#shown.rows, this.#shown.columns);
    this.#host.requestUpdate();
  };

  readonly #onDownload = (): void => save(fileOfAll(this.#shown), 'table.csv');

  readonly #onExpand = (): void => this.#expand.toggle();

  readonly #onDrag = (event: Event): void => {
    if (this.#host.editable && (event as DragEvent).dataTransfer?.types.includes('Files'))
      event.preventDefault();
  };

  readonly #onDrop = (event: Event): void => {
    const [file] = (event as DragEvent).dataTransfer?.files ?? [];
    if (!file || !this.#host.editable) return;
    event.preventDefault();
    void this.#readFile(file);
  };

  /** Takes a file of CSV or TSV that the user dropped. */
  async #readFile(file: File): Promise<void> {
    const isText = /\.(csv|tsv|tab|txt)$/i.test(file.name) || /^text\/|csv/.test(file.type);
    try {
      if (!isText) throw new Error(say('noTable', { name: file.name }));
      const table = await readNow(file, this.#host);
      this.#shown.replace(table);
      this.#selection.go(0, 0);
      this.#complain(table.problem ?? '');
      this.#content.prepare();
    } catch (error) {
      this.#complain((error as Error).message);
      this.#host.dispatchEvent(new CustomEvent('error', { detail: { error } }));
    }
    this.#host.requestUpdate();
  }
}

const iconButton = (name: string, drawing: TemplateResult, click: () => void): TemplateResult =>
  html`<button class="icon-button" part="button" type="button" aria-label=${name} title=${name} @click=${click}>${drawing}</button>`;

const addButton = (words: string, name: string, click: () => void): TemplateResult =>
  html`<button class="add" part="button" type="button" aria-label=${name} @click=${click}>${plusIcon}${words}</button>`;
