/** @file `<riv-group>`: joins what is in it. */

import { css, html } from 'lit';
import type { EventTypes, TYPES } from '../page/element-types.ts';
import type { Options } from '../components/base/base.ts';
import { element } from '../components/base/element.ts';
import { CellWatch, isField } from './cells.ts';
import { LayoutElement } from './layout.ts';
import { layoutStyles } from './layout.styles.ts';

/**
 * Joins what is in it: no gaps, one border around.
 *
 * @slot - What is joined.
 */
@element('riv-group')
export class RivGroup extends LayoutElement {
  declare readonly [TYPES]: EventTypes;
  static override styles = [
    ...layoutStyles,
    css`
      .joined {
        --_gap: 0px;
        overflow: clip;
        border: 1px solid var(--_border);
        border-radius: calc(var(--_radius) + 2px);
        background: var(--_surface);
        color: var(--_text);
      }
      /* Children that draw their own frame lend its outer lines to the group; the last one need not be in sight. */
      slot {
        display: flex;
        flex-direction: column;
        margin: 0 -1px -1px;
      }
      ::slotted(*) {
        margin-top: -1px;
      }
      ::slotted(:not([cell])) {
        --riv-radius: 0px;
      }
    `,
  ];

  constructor(options?: Options<RivGroup> | Node, ...children: Node[]) {
    super(options, ...children);
    new CellWatch(this, (elements) => {
      for (const each of elements)
        if (isField(each) && each.getAttribute('cell') !== 'inner') each.setAttribute('cell', 'inner');
    });
  }

  protected override render(): unknown {
    return html`<div class="joined"><slot></slot></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-group': RivGroup;
  }
}
