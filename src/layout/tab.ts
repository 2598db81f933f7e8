/** @file `<riv-tab>`: one page of `<riv-tabs>`. */

import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { EventTypes, TabEvent, TYPES } from '../page/element-types.ts';
import type { Options } from '../components/base/base.ts';
import { element } from '../components/base/element.ts';
import { CellWatch, frameCells } from './cells.ts';
import { LayoutElement } from './layout.ts';
import { layoutStyles, stackStyles } from './layout.styles.ts';

/**
 * One page of `riv-tabs`. What is in an unselected tab lives on: its values can be read and set.
 *
 * @slot - What the page shows.
 * @event select - The tab was chosen, or is the first one shown. Does not bubble. `detail` as in `riv-tabs`.
 */
@element('riv-tab')
export class RivTab extends LayoutElement {
  declare readonly [TYPES]: EventTypes<{ select: TabEvent }>;
  static override events = ['select'];
  static override styles = [
    ...layoutStyles,
    stackStyles,
    css`
      :host(:not([active])) {
        display: none;
      }
    `,
  ];

  /** Text of its button. */
  @property() label = '';
  /** False: shown in the bar, but it cannot be chosen. */
  @property({ type: Boolean }) interactive = true;
  /** Set by the tabs around: true for the page that is shown. */
  @property({ type: Boolean, reflect: true }) active = false;

  constructor(options?: Options<RivTab> | Node, ...children: Node[]) {
    super(options, ...children);
    new CellWatch(this, frameCells);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'tabpanel');
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (changed.has('label')) this.setAttribute('aria-label', this.label);
    // The bar shows label, visible and interactive of its tabs.
    if (changed.has('label') || changed.has('visible') || changed.has('interactive'))
      this.dispatchEvent(new Event('riv-tab', { bubbles: true }));
  }

  protected override render(): unknown {
    return html`<div class="stack"><slot></slot></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-tab': RivTab;
  }
}
