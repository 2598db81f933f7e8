/** @file `<riv-divider>`: a line between parts of an app. */

import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { EventTypes, TYPES } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
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
  /** `vertical` stands between what is side by side in a Row, as high as the Row; not where the Row wraps. */
  @property({ reflect: true, converter: oneOf('horizontal', 'vertical') })
  orientation: 'horizontal' | 'vertical' = 'horizontal';

  #ends: Promise<unknown> | null = null;

  constructor(options?: Options<RivDivider>) {
    super(options);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (this.orientation !== 'vertical') return;
    // Without it there is a line too much: not worth a word, and tried again with the next update.
    this.#ends ??= lazy(() => import('./line-ends.ts')).then(
      ({ LineEnds }) => new LineEnds(this),
      () => (this.#ends = null),
    );
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
