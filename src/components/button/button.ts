/** @file `<riv-button>`: a button, or a link that looks like one. */

import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { TYPES, ValueEvent, ValueTypes } from '../../page/element-types.ts';
import { oneOf, textThat } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { RivField } from '../field/field.ts';
import { buttonStyles } from './button.styles.ts';
import { toText } from '../parts/text.ts';
import { A_LINK, isImageSource, isLink } from '../../page/links.ts';

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
export class RivButton extends RivField<string> {
  declare readonly [TYPES]: ValueTypes<string, ButtonEvents>;
  static override styles = [...RivField.styles, buttonStyles];
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
  /** `primary` for the one main action, `stop` for what ends or destroys something. */
  @property({ converter: oneOf('primary', 'secondary', 'stop') }) variant: 'primary' | 'secondary' | 'stop' =
    'secondary';
  /** 32, 36 or 40 px high. */
  @property({ converter: oneOf('sm', 'md', 'lg') }) size: 'sm' | 'md' | 'lg' = 'lg';
  /** URL of a picture before the text. */
  @property({ converter: textThat(isImageSource, 'the address of a picture') }) icon = '';
  /** Makes the button a link to this URL: http, https, mailto, tel, blob, or relative to the page. */
  @property({ converter: textThat(isLink, A_LINK) }) link = '';
  /** Where the link opens: `_self`, `_blank` … */
  @property() linkTarget = '';

  #value = 'Run';

  constructor(options?: Options<RivButton>) {
    super(options);
    this.addEventListener('click', this.#guard, { capture: true });
  }

  /** A button is pressable unless `interactive` is false, also when a handler writes its text. */
  override get editable(): boolean {
    return this.interactive !== false;
  }

  override get emptyValue(): string {
    return '';
  }

  /** Presses the button as the user would; does nothing while it is disabled. */
  override click(): void {
    if (!this.editable) return;
    if (this.control) this.control.click();
    else super.click();
  }

  protected override accept(given: unknown): string {
    return this.textOf(given);
  }

  protected override renderFrame(): TemplateResult {
    const look = `button ${this.variant} ${this.size}`;
    const content = html`${
      this.icon ? html`<img class="picture" part="icon" src=${this.icon} alt="" />` : nothing
    }${this.value ? html`<span>${this.value}</span>` : nothing}`;
    const name = this.value ? nothing : this.accessibleName;
    if (this.link && this.editable) {
      return html`${this.renderMessage()}<a
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
    return html`${this.renderMessage()}<button
      id="control"
      class=${look}
      part="button"
      type="button"
      aria-label=${name}
      ?disabled=${!this.editable}
    >
      ${content}
    </button>`;
  }

  protected override renderControl(): unknown {
    return nothing;
  }

  // A press beside the inner button, on a disabled one, or on a link is no click of this element.
  #guard = (event: Event): void => {
    const beside = event.isTrusted && event.composedPath()[0] === this;
    if (beside || !this.editable || this.link) event.stopImmediatePropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-button': RivButton;
  }
  interface RivuletShortcuts {
    button: RivButton;
  }
}
