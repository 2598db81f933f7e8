/** @file A button that copies text. */

import { type LitElement, type TemplateResult, html } from 'lit';
import { checkIcon, copyIcon } from './icons.ts';

/** Milliseconds that the check mark stays. */
const SHOWN_MS = 1000;

/** A button that copies text; it shows a check mark for a second. One for each element that has one. */
export class CopyButton {
  #copied = false;

  /** @param text - Called when pressed. @param done - Called when the clipboard has it. */
  constructor(
    private readonly host: LitElement,
    private readonly text: () => string,
    private readonly done: () => void = () => {},
  ) {}

  render(): TemplateResult {
    const name = this.#copied ? 'Copied' : 'Copy';
    return html`<button class="icon-button copy" part="copy" aria-label=${name} title=${name} @click=${this.#copy}>
      ${this.#copied ? checkIcon : copyIcon}
    </button>`;
  }

  #copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(this.text());
    this.done();
    this.#copied = true;
    this.host.requestUpdate();
    setTimeout(() => {
      this.#copied = false;
      this.host.requestUpdate();
    }, SHOWN_MS);
  };
}
