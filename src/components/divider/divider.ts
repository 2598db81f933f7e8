/** @file `<riv-divider>`: a line between parts of an app. */

import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { EventTypes, TYPES } from '../../page/element-types.ts';
import { oneOf } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { PlainElement } from '../base/plain.ts';
import { dividerStyles } from './divider.styles.ts';

/**
 * A line between parts of an app. Screen readers hear it as a separator.
 *
 * @csspart line - The line, with the text in it: its `::before` and `::after` are drawn on both sides of the text.
 */
@element('riv-divider', { besideCells: true })
export class RivDivider extends PlainElement {
  declare readonly [TYPES]: EventTypes;
  static override styles = dividerStyles;

  /** A text in the middle of the line. */
  @property() label = '';
  /** `vertical` stands between what is side by side in a Row, as high as the Row. */
  @property({ reflect: true, converter: oneOf('horizontal', 'vertical') })
  orientation: 'horizontal' | 'vertical' = 'horizontal';

  constructor(options?: Options<RivDivider>) {
    super(options);
  }

  protected override render() {
    return html`<div class="info" part="line" role="separator" aria-orientation=${this.orientation} aria-label=${this.label || nothing}>${this.label}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-divider': RivDivider;
  }
}
