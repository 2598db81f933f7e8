/** @file The base of all buttons: how they look, and what counts as a press. */

import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isImageSource } from '../parts/links.ts';
import { oneOf, textThat } from '../base/attributes.ts';
import { RivField } from '../field/field.ts';
import { buttonStyles } from './button.styles.ts';

/** What all buttons share: how they look, and what counts as a press. */
export abstract class ButtonElement<T> extends RivField<T> {
  static override styles = [...RivField.styles, buttonStyles];

  /** `primary` for the one main action, `stop` for what ends or destroys something. */
  @property({ converter: oneOf('primary', 'secondary', 'stop') }) variant: 'primary' | 'secondary' | 'stop' =
    'secondary';
  /** 32, 36 or 40 px high. */
  @property({ converter: oneOf('sm', 'md', 'lg') }) size: 'sm' | 'md' | 'lg' = 'lg';
  /** URL of a picture before the text. */
  @property({ converter: textThat(isImageSource, 'the address of a picture') }) icon = '';

  constructor(options?: object) {
    super(options);
    this.addEventListener('click', this.#guard, { capture: true });
  }

  /** The words on it. */
  protected abstract get words(): string;

  /** A press on it is none of the element. */
  protected get isLink(): boolean {
    return false;
  }

  /** A button is pressable unless `interactive` is false, also when a handler writes to it. */
  override get editable(): boolean {
    return this.interactive !== false;
  }

  /** Presses the button as the user would; does nothing while it is disabled. */
  override click(): void {
    if (!this.editable) return;
    if (this.control) this.control.click();
    else super.click();
  }

  protected override renderFrame(): TemplateResult {
    const { words, icon, variant, size } = this;
    const content = html`${icon ? html`<img class="picture" part="icon" src=${icon} alt="" />` : nothing}${
      words ? html`<span>${words}</span>` : nothing
    }`;
    const name = words ? nothing : this.accessibleName;
    return html`${this.renderMessage()}${this.renderButton(content, `button ${variant} ${size}`, name)}`;
  }

  /** Draws what is pressed. */
  protected renderButton(content: unknown, look: string, name: unknown): TemplateResult {
    return html`<button
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
    if (beside || !this.editable || this.isLink) event.stopImmediatePropagation();
  };
}
