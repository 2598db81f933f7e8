/** @file `<riv-accordion>`: a part of the page that can be folded. */

import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { EventTypes, FoldEvents, TYPES } from '../page/element-types.ts';
import type { Options } from '../components/base/base.ts';
import { element } from '../components/base/element.ts';
import { chevronDownIcon } from '../components/parts/icons.ts';
import { CellWatch, unframeCells } from './cells.ts';
import { LayoutElement } from './layout.ts';
import { layoutStyles, stackStyles } from './layout.styles.ts';
import { say } from '../words/core.ts';

/**
 * A part of the page that can be folded.
 *
 * @slot - What is folded.
 * @event expand - The user opened it.
 * @event collapse - The user closed it.
 * @csspart label - The line that is pressed.
 * @csspart content - What is folded.
 */
@element('riv-accordion')
export class RivAccordion extends LayoutElement {
  declare readonly [TYPES]: EventTypes<FoldEvents>;
  static override events = ['expand', 'collapse'];
  static override styles = [
    ...layoutStyles,
    stackStyles,
    css`
      details {
        border: 1px solid var(--_border);
        border-radius: calc(var(--_radius) + 2px);
        background: var(--_surface);
        color: var(--_text);
      }
      summary {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: calc(var(--_space) * 3);
        min-height: 44px;
        padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
        border-radius: calc(var(--_radius) + 1px);
        font-weight: 600;
        list-style: none;
        cursor: pointer;
        user-select: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover {
        background: color-mix(in srgb, var(--_text) 4%, transparent);
      }
      summary:focus-visible {
        outline-offset: -2px;
      }
      summary .icon {
        color: var(--_text-muted);
        transition: rotate 160ms ease-out;
      }
      details[open] summary .icon {
        rotate: 180deg;
      }
      .stack {
        padding: calc(var(--_space) * 1) calc(var(--_space) * 4) calc(var(--_space) * 4);
      }
    `,
  ];

  /** The line that is pressed. */
  @property() label = '';
  /** True while what is in it is shown. */
  @property({ type: Boolean }) open = true;

  constructor(options?: Options<RivAccordion> | Node, ...children: Node[]) {
    super(options, ...children);
    new CellWatch(this, unframeCells); // it is a frame itself
  }

  protected override render(): unknown {
    return html`<details .open=${this.open} @toggle=${this.#onToggle}>
      <summary part="label"><span>${this.label || say('details')}</span>${chevronDownIcon}</summary>
      <div class="stack" part="content"><slot></slot></div>
    </details>`;
  }

  #onToggle(event: Event): void {
    const { open } = event.currentTarget as HTMLDetailsElement;
    if (open === this.open) return;
    this.open = open;
    this.emit(open ? 'expand' : 'collapse', { open });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-accordion': RivAccordion;
  }
}
