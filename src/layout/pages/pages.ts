/** @file The base of boxes that show one of several pages at a time. */

import { html } from 'lit';
import { property } from 'lit/decorators.js';
import type { EventTypes, TabEvent, TYPES } from '../../page/element-types.ts';
import { LayoutElement } from '../layout.ts';
import { Page } from './page.ts';

/** Shows one of several pages, and a bar to choose from. */
export abstract class Pages extends LayoutElement {
  declare readonly [TYPES]: EventTypes<{ select: TabEvent; change: TabEvent }>;
  static override events = ['change', 'select'];

  /** The shown page: its `id`, or its place from 0. Unset: the first that can be chosen. */
  @property({
    converter: { fromAttribute: (text) => (text !== null && /^\d+$/.test(text) ? Number(text) : text) },
  })
  selected: string | number | null = null;

  protected tabs: Page[] = [];
  protected current: Page | undefined;

  constructor(options?: object, ...children: Node[]) {
    super(options, ...children);
    this.addEventListener('riv-page', () => this.requestUpdate());
  }

  /** A handler's choice fires `change`; a page script's does not. */
  override update(props: Record<string, unknown> | Map<PropertyKey, unknown>): void {
    const before = this.current;
    super.update(props);
    if (props instanceof Map) return;
    this.#settle();
    if (this.current && this.current !== before) this.emit('change', this.#detail(this.current));
  }

  protected override willUpdate(): void {
    this.tabs = [...this.children].filter((child) => child instanceof Page);
    this.#settle();
  }

  protected override render(): unknown {
    return html`${this.renderBar()}<slot @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  /** What the user chooses from. */
  protected abstract renderBar(): unknown;

  /** Finds the tab to show, and shows it alone. */
  #settle(): void {
    const { selected } = this;
    const wanted = this.tabs.find((tab, index) =>
      selected === null ? false : tab.id === selected || index === selected,
    );
    const free = (tab: Page | undefined): boolean => tab?.visible === true && this.tabs.includes(tab);
    const usable = [wanted, this.current].find((tab) => free(tab));
    const shown = usable ?? this.tabs.find((tab) => free(tab) && tab.interactive);
    const first = this.current === undefined;
    this.current = shown;
    for (const tab of this.tabs) tab.active = tab === shown;
    if (first && shown) queueMicrotask(() => this.#emit(shown));
  }

  /** Takes the user's choice. */
  protected choose(tab: Page): void {
    if (tab === this.current || !tab.interactive) return;
    this.selected = tab.id || this.tabs.indexOf(tab);
    this.#settle();
    this.#emit(tab);
    this.emit('select', this.#detail(tab));
    this.emit('change', this.#detail(tab));
  }

  #emit(tab: Page): void {
    tab.dispatchEvent(new CustomEvent('select', { detail: this.#detail(tab) }));
  }

  #detail(tab: Page): { value: string; index: number; id: string } {
    return { value: tab.label, index: this.tabs.indexOf(tab), id: tab.id };
  }
}
