/** @file The box in which the reader edits a message. */

import { type TemplateResult, html } from 'lit';
import { say } from '../../words/chat.ts';

/** The message that is edited. */
interface Edited {
  readonly element: HTMLElement;
  draw(): void;
  /** Takes up what was written. */
  take(text: string): void;
}

/** Edits the text of one message. */
export class MessageEditor {
  isOpen = false;
  readonly #message: Edited;

  constructor(message: Edited) {
    this.#message = message;
  }

  /** Opens the box, with a text in it. */
  open(text: string): void {
    this.isOpen = true;
    this.#message.draw();
    const box = this.#box;
    box.value = text;
    box.focus();
    box.setSelectionRange(text.length, text.length);
  }

  render(): TemplateResult {
    return html`<div class="editor">
      <textarea class="input" aria-label=${say('editMessage')} dir="auto" rows="1" @keydown=${this.#onKey}></textarea>
      <div class="editor-buttons">
        <button class="button" part="button" type="button" @click=${this.#leave}>${say('cancel')}</button>
        <button class="button primary" part="button" type="button" @click=${this.#save}>${say('save')}</button>
      </div>
    </div>`;
  }

  get #box(): HTMLTextAreaElement {
    return this.#message.element.querySelector('textarea')!;
  }

  #onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') this.#leave();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#save();
    }
  };

  #leave = (): void => {
    this.isOpen = false;
    this.#message.draw();
    this.#message.element.querySelector<HTMLElement>(`button[aria-label="${say('edit')}"]`)?.focus();
  };

  #save = (): void => {
    const text = this.#box.value;
    this.#leave();
    if (text.trim() !== '') this.#message.take(text);
  };
}
