/** @file The base of views of fields that are written as a text, or picked in the browser's own dialog. */

import { type CSSResult, type TemplateResult, adoptStyles, html, nothing } from 'lit';
import type { FieldHands, FieldHost, FieldView } from './lazy-field.ts';

/** Draws a text and what picks beside it. What is written is taken when it is done, and stays where it does not fit. */
export abstract class EntryView<T, Host extends FieldHost<T>> implements FieldView {
  protected readonly host: Host;
  protected readonly hands: FieldHands<T>;
  /** The value as a text when it was last shown. */
  protected shown = '';
  /** What is written and does not fit; it stays until something else is written, or set. */
  #wrong: string | null = null;

  constructor(host: Host, root: ShadowRoot, hands: FieldHands<T>, styles: CSSResult) {
    adoptStyles(root, [...root.adoptedStyleSheets, styles]);
    this.host = host;
    this.hands = hands;
  }

  /** What is written into the empty text, as an example. */
  protected abstract get placeholder(): string;

  /** The value as a text; empty for none. */
  protected abstract get text(): string;

  /** Says what is wrong with a text; nothing of one that fits. */
  protected abstract problemOf(text: string): string;

  /** Makes a text that fits the value, as an edit of the user; empty is none. */
  protected abstract commit(text: string): void;

  /** Draws what picks. */
  protected abstract renderPicker(): TemplateResult;

  render(): TemplateResult {
    const { message, interactive, editable } = this.host;
    const { spokenName, describedBy } = this.hands;
    return html`<div class="box ${editable ? '' : 'still'} ${message ? 'wrong' : ''}" part="control">
      <input
        id="control"
        class="entry"
        part="entry"
        type="text"
        placeholder=${this.placeholder}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-label=${spokenName}
        aria-describedby=${describedBy}
        aria-invalid=${message ? 'true' : nothing}
        ?disabled=${interactive === false}
        ?readonly=${!editable}
        @change=${this.#write}
        @keydown=${this.#onKey}
      />
      ${this.renderPicker()}
    </div>`;
  }

  /** What is being written stays, unless the value has changed meanwhile. */
  updated(): void {
    const { text } = this;
    if (text !== this.shown || !this.host.message) this.#wrong = null;
    if (text !== this.shown || !this.find('#control')?.matches(':focus')) this.#show();
  }

  /** Takes what was written or picked. Returns false where it does not fit, and says so. */
  protected take(written: string): boolean {
    const text = written.trim();
    const problem = text && this.problemOf(text);
    this.#wrong = problem ? written : null;
    this.host.message = problem;
    if (problem) return false;
    this.commit(text);
    this.#show();
    return true;
  }

  protected find(selector: string): HTMLInputElement | null {
    return this.host.renderRoot.querySelector<HTMLInputElement>(selector);
  }

  #show(): void {
    const entry = this.find('#control');
    if (!entry) return;
    this.shown = this.text;
    const text = this.#wrong ?? this.shown;
    if (entry.value !== text) entry.value = text;
  }

  #write = (event: Event): void => {
    this.take((event.target as HTMLInputElement).value);
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || !this.host.editable) return;
    event.preventDefault();
    if (this.take((event.target as HTMLInputElement).value))
      this.hands.emit('submit', { value: this.host.value });
  };
}
