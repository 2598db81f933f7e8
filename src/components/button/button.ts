/** @file `<riv-button>`: a button, or a link that looks like one. */

import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { TYPES, ValueEvent, ValueTypes } from '../../page/element-types.ts';
import { textThat } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { toText } from '../parts/text.ts';
import { A_LINK, isLink } from '../parts/links.ts';
import { ButtonElement } from './button-element.ts';
import { sayUsual } from '../../words/core.ts';

interface ButtonEvents {
  click: MouseEvent;
  change: ValueEvent<string>;
}

/**
 * A button, or with `link` a link that looks like one.
 *
 * @input Its text.
 * @output Its text.
 * @event click - The user pressed the button. A link fires none.
 * @event change - A handler changed the text.
 * @csspart button - The native button or link.
 * @csspart icon - The picture before the text.
 */
@element('riv-button', { besideCells: true, unlabelled: true })
export class RivButton extends ButtonElement<string> {
  declare readonly [TYPES]: ValueTypes<string, ButtonEvents>;
  static override events = ['click', 'change'];
  static override kind = 'Button';

  /** The text on the button. */
  @property()
  get value(): string {
    return this.#value;
  }
  set value(value: string) {
    this.#value = toText(value);
  }
  /** Makes the button a link to this URL: http, https, mailto, tel, blob, or relative to the page. */
  @property({ converter: textThat(isLink, A_LINK) }) link = '';
  /** Where the link opens: `_self`, `_blank` … */
  @property() linkTarget = '';

  #value = 'Run';

  constructor(options?: Options<RivButton>) {
    super(options);
  }

  override get emptyValue(): string {
    return '';
  }

  protected override get words(): string {
    return sayUsual('run', this.value);
  }

  protected override get isLink(): boolean {
    return this.link !== '';
  }

  protected override accept(given: unknown): string {
    return this.textOf(given);
  }

  protected override renderButton(content: unknown, look: string, name: unknown): TemplateResult {
    if (!this.link || !this.editable) return super.renderButton(content, look, name);
    return html`<a
      id="control"
      class=${look}
      part="button"
      href=${this.link}
      target=${this.linkTarget || nothing}
      rel=${this.linkTarget === '_blank' ? 'noopener' : nothing}
      aria-label=${name}
      >${content}</a
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-button': RivButton;
  }
  interface RivuletShortcuts {
    button: RivButton;
  }
}
