/** @file The menus of columns and cells, and the small forms that they open. */

import { type TemplateResult, html, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { DataframeHost } from '../table/table-host.ts';
import type { ShownTable } from '../table/shown-table.ts';
import { type Operator, isAboutEmptiness, operatorsFor } from '../table/order.ts';
import type { CellEditor } from './editor.ts';
import type { Grid } from './grid.ts';
import { HEADER, type Selection } from './selection.ts';
import { say } from '../../../words/table.ts';

/** One line of a menu. */
interface MenuItem {
  name: string;
  act(): void;
}

/** What is open: a menu, or a form about a column. */
type Opened =
  | { kind: 'menu'; name: string; items: readonly (MenuItem | null)[] }
  | { kind: 'filter' | 'rename'; column: number };

/** Room between a popup and the edge of the window. */
const EDGE = 8;

/** What the menus work on. */
interface MenuParts {
  shown: ShownTable;
  selection: Selection;
  editor: CellEditor;
  grid: Grid;
}

/** Opens menus beside what they are of. */
export class Menus {
  readonly #host: DataframeHost;
  readonly #parts: MenuParts;
  readonly #popup = createRef<HTMLElement>();
  #opened: Opened | null = null;
  #at = { x: 0, y: 0 };

  constructor(host: DataframeHost, parts: MenuParts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** Opens what can be done with a column. */
  openColumn(column: number, event?: Event): void {
    const { shown } = this.#parts;
    const sort = (descending: boolean) => () => this.#arrange({ sorts: [{ column, descending }] });
    const items: (MenuItem | null)[] = [
      { name: say('sortUp'), act: sort(false) },
      { name: say('sortDown'), act: sort(true) },
      shown.sorts.length > 0 ? { name: say('clearSort'), act: () => this.#arrange({ sorts: [] }) } : null,
      { name: say('filterMore'), act: () => this.#openForm('filter', column) },
      shown.conditions.length > 0
        ? { name: say('clearFilters'), act: () => this.#arrange({ conditions: [] }) }
        : null,
      shown.canEdit(column) ? { name: say('renameMore'), act: () => this.openRename(column) } : null,
      ...this.#columnEdits(column, column),
    ];
    this.#open({ kind: 'menu', name: say('columnActions'), items }, event);
  }

  /** Opens what can be done with the selected cells, and the rows and columns of them. */
  openCell(event?: Event): void {
    const { shown, selection, editor, grid } = this.#parts;
    const { top, bottom, left, right } = selection.range;
    const rows = bottom - top + 1;
    const edit = () => {
      if (editor.start(selection.row, selection.column)) grid.focus();
    };
    const add = (row: number) => () => (shown.addRow(row), this.#done());
    const remove = () => (shown.deleteRows(top, rows), this.#done());
    const items: (MenuItem | null)[] = [
      shown.canEdit(selection.column) ? { name: say('edit'), act: edit } : null,
      { name: say('copy'), act: () => document.execCommand('copy') },
      shown.canAddRows ? { name: say('addRowAbove'), act: add(top) } : null,
      shown.canAddRows ? { name: say('addRowBelow'), act: add(bottom + 1) } : null,
      shown.canAddRows
        ? { name: rows > 1 ? say('deleteRows', { count: rows }) : say('deleteRow'), act: remove }
        : null,
      ...this.#columnEdits(left, right),
    ];
    this.#open({ kind: 'menu', name: say('cellActions'), items }, event);
  }

  #columnEdits(from: number, to: number): (MenuItem | null)[] {
    const { shown } = this.#parts;
    if (!shown.canAddColumns) return [];
    const count = to - from + 1;
    const remove = () => (shown.deleteColumns(from, count), this.#done());
    return [
      { name: say('addColumnLeft'), act: () => (shown.addColumn(from), this.#done()) },
      { name: say('addColumnRight'), act: () => (shown.addColumn(to + 1), this.#done()) },
      shown.columns > count
        ? { name: count > 1 ? say('deleteColumns', { count }) : say('deleteColumn'), act: remove }
        : null,
    ];
  }

  /** Asks for another name of a column. */
  openRename(column: number): void {
    if (this.#parts.shown.canEdit(column)) this.#openForm('rename', column);
  }

  #openForm(kind: 'filter' | 'rename', column: number): void {
    this.#parts.selection.go(HEADER, column);
    this.#open({ kind, column });
  }

  #arrange(asked: Partial<Pick<ShownTable, 'sorts' | 'conditions'>>): void {
    this.#parts.shown.arrange(asked);
    this.#done();
  }

  #done(): void {
    const { shown, selection } = this.#parts;
    selection.clamp(shown.rows, shown.columns);
    this.#host.requestUpdate();
  }

  /** Opens at the pointer, else under the cell that is active. */
  #open(opened: Opened, event?: Event): void {
    const { selection, grid } = this.#parts;
    this.#opened = opened;
    const cell = grid.cellOf(selection.row, selection.column);
    const from = event?.currentTarget instanceof HTMLButtonElement ? event.currentTarget : cell;
    const box = from?.getBoundingClientRect();
    const isPointer =
      event instanceof MouseEvent && event.type === 'contextmenu' && event.clientX + event.clientY > 0;
    this.#at = isPointer
      ? { x: event.clientX, y: event.clientY }
      : { x: box?.left ?? 0, y: (box?.bottom ?? 0) + 2 };
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#show());
  }

  #show(): void {
    const popup = this.#popup.value;
    if (!popup || !this.#opened) return;
    if (!popup.matches(':popover-open')) popup.showPopover();
    const { width, height } = popup.getBoundingClientRect();
    const left = Math.max(EDGE, Math.min(this.#at.x, innerWidth - width - EDGE));
    const top = Math.max(EDGE, Math.min(this.#at.y, innerHeight - height - EDGE));
    Object.assign(popup.style, { left: `${left}px`, top: `${top}px` });
    popup.querySelector<HTMLElement>('[role=menuitem], input, select')?.focus();
  }

  #close(): void {
    this.#popup.value?.hidePopover();
    this.#opened = null;
    this.#host.requestUpdate();
  }

  readonly #onToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    this.#opened = null;
    this.#host.requestUpdate();
    // Whoever has gone elsewhere stays there.
    if (this.#popup.value?.matches(':focus-within')) this.#parts.grid.focus();
  };

  render(): TemplateResult {
    const opened = this.#opened;
    const isMenu = opened?.kind === 'menu';
    return html`<div
      ${ref(this.#popup)}
      class="popup"
      part="menu"
      popover="auto"
      role=${isMenu ? 'menu' : 'dialog'}
      aria-label=${opened ? (isMenu ? opened.name : say(opened.kind === 'filter' ? 'filter' : 'rename')) : say('menu')}
      @beforetoggle=${this.#onToggle}
      @keydown=${this.#onKey}
    >
      ${opened ? (isMenu ? this.#items(opened.items) : opened.kind === 'filter' ? this.#filter(opened.column) : this.#rename(opened.column)) : nothing}
    </div>`;
  }

  #items(items: readonly (MenuItem | null)[]): unknown {
    const press = (item: MenuItem) => {
      const before = this.#opened;
      item.act();
      if (this.#opened === before) this.#close();
    };
    return items.map((item) =>
      item
        ? html`<button class="item" role="menuitem" type="button" tabindex="-1" @click=${() => press(item)}>${item.name}</button>`
        : nothing,
    );
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const popup = event.currentTarget as HTMLElement;
    const items = [...popup.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const at = items.indexOf((this.#host.renderRoot as ShadowRoot).activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape' || (event.key === 'Tab' && items.length > 0)) this.#close();
    else if (to === undefined || items.length === 0) return;
    else items.at(to % items.length)?.focus();
    event.preventDefault();
  };

  #filter(column: number): TemplateResult {
    const { shown } = this.#parts;
    const operators = operatorsFor(shown.kinds[column] ?? 'str');
    const before = shown.conditions.find((each) => each.column === column);
    const others = shown.conditions.filter((each) => each.column !== column);
    const apply = (event: Event) => {
      event.preventDefault();
      const form = new FormData(event.currentTarget as HTMLFormElement);
      const operator = form.get('operator') as Operator;
      const value = String(form.get('value') ?? '');
      const isAsked = value.trim() !== '' || isAboutEmptiness(operator);
      shown.arrange({ conditions: isAsked ? [...others, { column, operator, value }] : others });
      this.#done();
      this.#close();
    };
    const clear = () => {
      this.#arrange({ conditions: others });
      this.#close();
    };
    return html`<form class="form" @submit=${apply}>
      <select class="input" name="operator" aria-label=${say('condition')}>
        ${operators.map((each) => html`<option value=${each} ?selected=${each === before?.operator}>${/[a-z]/.test(each) ? say(each as 'is') : each}</option>`)}
      </select>
      <input class="input" name="value" aria-label=${say('value')} placeholder=${say('value')} .value=${before?.value ?? ''} />
      <div class="buttons">
        <button class="button" type="button" @click=${clear}>${say('clear')}</button>
        <button class="button primary" type="submit">${say('filter')}</button>
      </div>
    </form>`;
  }

  #rename(column: number): TemplateResult {
    const { shown } = this.#parts;
    const apply = (event: Event) => {
      event.preventDefault();
      const name = new FormData(event.currentTarget as HTMLFormElement).get('name');
      shown.rename(column, String(name ?? ''));
      this.#close();
    };
    return html`<form class="form" @submit=${apply}>
      <input class="input" name="name" aria-label=${say('columnName')} .value=${shown.table.headers[column] ?? ''} />
      <div class="buttons"><button class="button primary" type="submit">${say('rename')}</button></div>
    </form>`;
  }
}
