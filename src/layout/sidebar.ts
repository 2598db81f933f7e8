/** @file `<riv-sidebar>`: a panel at one side of the box that it is in. */

import { html } from 'lit';
import { property } from 'lit/decorators.js';
import type { EventTypes, FoldEvents, TYPES } from '../page/element-types.ts';
import type { Options } from '../components/base/base.ts';
import { element } from '../components/base/element.ts';
import { sidebarIcon } from '../components/parts/icons.ts';
import { CellWatch, unframeCells } from './cells.ts';
import { LayoutElement } from './layout.ts';
import { styles } from './sidebar.styles.ts';
import { say } from '../words/core.ts';

/** Pixels of the box around, below which the panel lies over the content instead of beside it. */
const NARROW = 768;
/** Pixels that stay for the button when it is closed. */
const RAIL = 48;

/**
 * A panel at one side of the box that it is in. It moves the rest aside; where that is narrow it lies over it.
 *
 * @slot - What the panel shows.
 * @event expand - The user opened it.
 * @event collapse - The user closed it.
 * @csspart panel - The panel.
 * @csspart button - Opens and closes it.
 */
@element('riv-sidebar')
export class RivSidebar extends LayoutElement {
  declare readonly [TYPES]: EventTypes<FoldEvents>;
  static override events = ['expand', 'collapse'];
  static override styles = styles;

  /** Name of the panel, and its heading. */
  @property() label = '';
  /** True while the panel is shown. */
  @property({ type: Boolean, reflect: true }) open = true;
  /** The side. */
  @property({ reflect: true }) position: 'left' | 'right' = 'left';
  /** Pixels. */
  @property({ type: Number }) width = 320;

  #box: HTMLElement | null = null;
  #measured = false;
  // In the next frame: what is done changes the size that is watched.
  #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  constructor(options?: Options<RivSidebar> | Node, ...children: Node[]) {
    super(options, ...children);
    new CellWatch(this, unframeCells); // it is a frame itself
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#box = this.parentElement;
    if (!this.#box) return;
    if (getComputedStyle(this.#box).position === 'static') this.#box.style.position = 'relative';
    this.#observer.observe(this.#box);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#box?.style.removeProperty('padding-left');
    this.#box?.style.removeProperty('padding-right');
    this.#box = null;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    this.style.setProperty('--_width', `${this.width}px`);
    this.#makeRoom();
  }

  /** Nobody wants to find a page covered: in a box that is narrow from the start the panel waits for its button. */
  #measure(): void {
    this.#makeRoom();
    if (!this.#measured && this.hasAttribute('narrow')) this.open = false;
    this.#measured = true;
  }

  #makeRoom(): void {
    const box = this.#box;
    if (!box) return;
    const narrow = box.clientWidth < Math.max(NARROW, this.width * 2);
    this.toggleAttribute('narrow', narrow);
    const room = this.visible !== true ? 0 : this.open && !narrow ? this.width + 16 : RAIL;
    box.style.paddingLeft = this.position === 'left' ? `${room}px` : '';
    box.style.paddingRight = this.position === 'right' ? `${room}px` : '';
  }

  protected override render(): unknown {
    const name = this.label || say('sidebar');
    return html`<button
        class="icon-button"
        part="button"
        aria-expanded=${this.open}
        aria-controls="panel"
        aria-label=${say(this.open ? 'closeNamed' : 'open', { name })}
        title=${say(this.open ? 'closeNamed' : 'open', { name })}
        @click=${this.#onClick}
        @keydown=${this.#onKey}
      >
        ${sidebarIcon}
      </button>
      <section id="panel" class="panel" part="panel" aria-label=${name} ?inert=${!this.open} @keydown=${this.#onKey}>
        <div class="heading">${this.label}</div>
        <div class="stack"><slot></slot></div>
      </section>`;
  }

  #onClick(): void {
    this.open = !this.open;
    this.emit(this.open ? 'expand' : 'collapse', { open: this.open });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open || !this.hasAttribute('narrow')) return;
    event.stopPropagation();
    this.#onClick();
    this.shadowRoot?.querySelector('button')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-sidebar': RivSidebar;
  }
}
