/** @file `<riv-tabs>`: pages with a bar to choose from. */

import { html } from 'lit';
import { property } from 'lit/decorators.js';
import type { EventTypes, TabEvent, TYPES } from '../page/element-types.ts';
import type { Options } from '../components/base/base.ts';
import { element } from '../components/base/element.ts';
import { LayoutElement } from './layout.ts';
import { RivTab } from './tab.ts';
import { styles } from './tabs.styles.ts';

/**
 * Pages with a bar to choose from. Arrow keys move along the bar, Home and End to its ends.
 *
 * @slot - The `riv-tab`s.
 * @event select - The user chose a tab. `detail`: `{ value, index, id }`, the label, the place from 0, the tab's id.
 * @event change - Another tab is shown than before, by the user or a handler. `detail` as in `select`.
 * @csspart bar - The row of buttons.
 * @csspart tab - One button.
 */
@element('riv-tabs')
export class RivTabs extends LayoutElement {
  declare readonly [TYPES]: EventTypes<{ select: TabEvent; change: TabEvent }>;
  static override events = ['change', 'select'];
  static override styles = styles;

  /** The shown tab: its `id`, or its place from 0. Unset: the first that can be chosen. */
  @property({
    converter: { fromAttribute: (text) => (text !== null && /^\d+$/.test(text) ? Number(text) : text) },
  })
  selected: string | number | null = null;

  #tabs: RivTab[] = [];
  #current: RivTab | undefined;

  constructor(options?: Options<RivTabs> | Node, ...children: Node[]) {
    super(options, ...children);
    this.addEventListener('riv-tab', () => this.requestUpdate());
  }

  /** A handler's choice fires `change`; a page script's does not. */
  override update(props: Record<string, unknown> | Map<PropertyKey, unknown>): void {
    const before = this.#current;
    super.update(props);
    if (props instanceof Map) return;
    this.#settle();
    if (this.#current && this.#current !== before) this.emit('change', this.#detail(this.#current));
  }

  protected override willUpdate(): void {
    this.#tabs = [...this.children].filter((child) => child instanceof RivTab);
    this.#settle();
  }

  protected override render(): unknown {
    return html`<div class="bar" part="bar" role="tablist" @keydown=${this.#onKey}>
        ${this.#tabs.filter((tab) => tab.visible === true).map((tab) => this.#renderButton(tab))}
      </div>
      <slot @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  #renderButton(tab: RivTab): unknown {
    const chosen = tab === this.#current;
    return html`<button
      role="tab"
      part="tab"
      aria-selected=${chosen}
      tabindex=${chosen ? 0 : -1}
      ?disabled=${!tab.interactive}
      .ariaControlsElements=${[tab]}
      @click=${() => this.#choose(tab)}
    >
      ${tab.label || `Tab ${this.#tabs.indexOf(tab) + 1}`}
    </button>`;
  }

  /** Finds the tab to show, and shows it alone. */
  #settle(): void {
    const { selected } = this;
    const wanted = this.#tabs.find((tab, index) =>
      selected === null ? false : tab.id === selected || index === selected,
    );
    const free = (tab: RivTab | undefined): boolean => tab?.visible === true && this.#tabs.includes(tab);
    const usable = [wanted, this.#current].find((tab) => free(tab));
    const shown = usable ?? this.#tabs.find((tab) => free(tab) && tab.interactive);
    const first = this.#current === undefined;
    this.#current = shown;
    for (const tab of this.#tabs) tab.active = tab === shown;
    if (first && shown) queueMicrotask(() => this.#emit(shown));
  }

  #choose(tab: RivTab): void {
    if (tab === this.#current || !tab.interactive) return;
    this.selected = tab.id || this.#tabs.indexOf(tab);
    this.#settle();
    this.#emit(tab);
    this.emit('select', this.#detail(tab));
    this.emit('change', this.#detail(tab));
  }

  #emit(tab: RivTab): void {
    tab.dispatchEvent(new CustomEvent('select', { detail: this.#detail(tab) }));
  }

  #detail(tab: RivTab): { value: string; index: number; id: string } {
    return { value: tab.label, index: this.#tabs.indexOf(tab), id: tab.id };
  }

  #onKey(event: KeyboardEvent): void {
    const buttons = [
      ...(event.currentTarget as HTMLElement).querySelectorAll<HTMLButtonElement>('button:enabled'),
    ];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const step = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const to = { ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const button = buttons[(to + buttons.length) % buttons.length];
    button?.focus();
    button?.click();
    button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-tabs': RivTabs;
  }
}
