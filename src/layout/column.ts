/** @file `<riv-column>`: stacks what is in it. */

import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { EventTypes, TYPES } from '../page/element-types.ts';
import type { Options } from '../components/base/base.ts';
import { element } from '../components/base/element.ts';
import { CellWatch, frameCells } from './cells.ts';
import { LayoutElement } from './layout.ts';
import { layoutStyles, stackStyles } from './layout.styles.ts';

/**
 * Stacks what is in it. Fields that follow each other share one frame.
 *
 * @slot - What is stacked.
 * @cssproperty --riv-gap - Distance between the children.
 */
@element('riv-column')
export class RivColumn extends LayoutElement {
  declare readonly [TYPES]: EventTypes;
  static override styles = [
    ...layoutStyles,
    stackStyles,
    css`
      :host {
        --riv-min-width: 320px;
      }
    `,
  ];

  /** `panel` draws a ground under the children, `compact` moves them together. */
  @property({ reflect: true }) variant: 'default' | 'panel' | 'compact' = 'default';
  override scale: number | null = 1;
  override minWidth = 320;

  constructor(options?: Options<RivColumn> | Node, ...children: Node[]) {
    super(options, ...children);
    new CellWatch(this, frameCells);
  }

  protected override get usualWidth(): number {
    return 320;
  }

  protected override render(): unknown {
    return html`<div class="stack"><slot></slot></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-column': RivColumn;
  }
}
