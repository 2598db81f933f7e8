/** @file The base of pages that are shown one at a time. */

import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { EventTypes, TabEvent, TYPES } from '../../page/element-types.ts';
import { CellWatch, frameCells } from '../cells.ts';
import { LayoutElement } from '../layout.ts';
import { layoutStyles, stackStyles } from '../layout.styles.ts';

/** One of several pages that are shown one at a time. */
export abstract class Page extends LayoutElement {
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

  /** Text of its button in the bar. */
  @property() label = '';
  /** False: shown in the bar, but it cannot be chosen. */
  @property({ type: Boolean }) interactive = true;
  /** Set by what is around: true for the page that is shown. */
  @property({ type: Boolean, reflect: true }) active = false;

  constructor(options?: object, ...children: Node[]) {
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
      this.dispatchEvent(new Event('riv-page', { bubbles: true }));
  }

  protected override render(): unknown {
    return html`<div class="stack"><slot></slot></div>`;
  }
}
