/** @file A button that copies text. */

import { type LitElement, type TemplateResult, html } from 'lit';
import { checkIcon, copyIcon } from './icons.ts';
import { say } from '../../words/core.ts';

/** Milliseconds that the check mark stays. */
const SHOWN_MS = 1000;

/** Copies texts to the clipboard, and tells for a second that it has. */
export class Copying {
  copied = false;

  /** @param changed - Called when `copied` has changed. */
  constructor(private readonly changed: () => void) {}

  async copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    this.#set(true);
    setTimeout(() => this.#set(false), SHOWN_MS);
  }

  #set(copied: boolean): void {
    this.copied = copied;
    this.changed();
  }
}

/** A button that copies text; it shows a check mark for a second. One for each element that has one. */
export class CopyButton {
  readonly #copying: Copying;

  /** @param text - Called when pressed. @param done - Called when the clipboard has it. */
  constructor(
    host: LitElement,
    private readonly text: () => string,
    private readonly done: () => void = () => {},
  ) {
    this.#copying = new Copying(() => host.requestUpdate());
  }

  render(): TemplateResult {
    const { copied } = this.#copying;
    const name = say(copied ? 'copied' : 'copy');
    return html`<button class="icon-button copy" part="copy" aria-label=${name} title=${name} @click=${this.#copy}>
      ${copied ? checkIcon : copyIcon}
    </button>`;
  }

  #copy = async (): Promise<void> => {
    await this.#copying.copy(this.text());
    this.done();
  };
}
