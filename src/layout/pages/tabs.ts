/** @file `<riv-tabs>`: pages with a bar to choose from. */

import { html, nothing } from 'lit';
import type { Options } from '../../components/base/base.ts';
import { element } from '../../components/base/element.ts';
import type { Page } from './page.ts';
import { Pages } from './pages.ts';
import { styles } from './tabs.styles.ts';
import { say } from '../../words/core.ts';

/**
 * Pages with a bar to choose from. Arrow keys move along the bar, Home and End to its ends. Tabs that do not fit are in a
 * menu at its end.
 *
 * @slot - The `riv-tab`s.
 * @event select - The user chose a tab. `detail`: `{ value, index, id }`, the label, the place from 0, the tab's id.
 * @event change - Another tab is shown than before, by the user or a handler. `detail` as in `select`.
 * @csspart bar - The row of buttons.
 * @csspart tab - One button.
 * @csspart more - The menu of tabs that do not fit.
 */
@element('riv-tabs')
export class RivTabs extends Pages {
  static override styles = styles;

  /** Tabs that the bar has no room for. */
  #hidden: readonly Page[] = [];
  #planned = 0;
  // A frame later: what is measured changes what is observed.
  readonly #sizes = new ResizeObserver(() => {
    this.#planned ||= requestAnimationFrame(() => {
      this.#planned = 0;
      this.#measure();
    });
  });

  constructor(options?: Options<RivTabs> | Node, ...children: Node[]) {
    super(options, ...children);
  }

  /** The bar is watched again. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    cancelAnimationFrame(this.#planned);
    this.#planned = 0;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    const bar = this.renderRoot.querySelector('.bar');
    if (bar && this.isConnected) this.#sizes.observe(bar);
    this.#measure();
  }

  protected override renderBar(): unknown {
    return html`<div class="row">
      <div class="bar" part="bar" role="tablist" @keydown=${this.#onKey} @scroll=${this.#measure}>
        ${this.tabs.filter((tab) => tab.visible === true).map((tab) => this.#renderButton(tab))}
      </div>
      ${this.#hidden.length > 0 ? this.#renderMenu() : nothing}
    </div>`;
  }

  #renderButton(tab: Page): unknown {
    const chosen = tab === this.current;
    return html`<button
      role="tab"
      part="tab"
      aria-selected=${chosen}
      tabindex=${chosen ? 0 : -1}
      ?disabled=${!tab.interactive}
      .ariaControlsElements=${[tab]}
      @click=${() => this.choose(tab)}
    >
      ${this.#nameOf(tab)}
    </button>`;
  }

  /** A native select: its list opens where there is room for it, and every keyboard and finger knows it. */
  #renderMenu(): unknown {
    const others = this.#hidden.filter((tab) => tab !== this.current);
    return html`<span class="more" part="more">
      <span aria-hidden="true">⋯</span>
      <select aria-label=${say('moreTabs')} .value=${''} @change=${this.#pick}>
        <option value="" disabled selected hidden>${say('moreTabs')}</option>
        ${others.map((tab) => html`<option value=${this.tabs.indexOf(tab)} ?disabled=${!tab.interactive}>${this.#nameOf(tab)}</option>`)}
      </select>
    </span>`;
  }

  #nameOf(tab: Page): string {
    return tab.label || say('tab', { number: this.tabs.indexOf(tab) + 1 });
  }

  #pick = (event: Event): void => {
    const list = event.target as HTMLSelectElement;
    const tab = this.tabs[Number(list.value)];
    list.value = '';
    if (!tab) return;
    this.choose(tab);
    void this.updateComplete.then(() => this.#reveal());
  };

  #reveal(): void {
    const button = this.renderRoot.querySelector('[role=tab][aria-selected=true]');
    button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Finds the tabs that are not wholly in the bar. */
  #measure = (): void => {
    const bar = this.renderRoot.querySelector('.bar');
    if (!bar) return;
    const { left, right } = bar.getBoundingClientRect();
    const seen = this.tabs.filter((tab) => tab.visible === true);
    const buttons = [...bar.querySelectorAll('[role=tab]')];
    const hidden = seen.filter((_, at) => {
      const box = buttons[at]?.getBoundingClientRect();
      return box !== undefined && box.width > 0 && (box.left < left - 1 || box.right > right + 1);
    });
    if (hidden.length === this.#hidden.length && hidden.every((tab, at) => tab === this.#hidden[at])) return;
    this.#hidden = hidden;
    this.requestUpdate();
  };

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
