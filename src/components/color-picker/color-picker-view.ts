/** @file The view of a ColorPicker: a text, and the browser's own control beside it. */

import { type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { cut } from '../../shared/errors.ts';
import type { FieldHands, FieldHost, FieldView } from '../field/lazy-field.ts';
import { hexOf } from '../parts/colour.ts';
import { isColour } from '../parts/is-colour.ts';
import { colorPickerStyles } from './color-picker.styles.ts';

export { hexOf } from '../parts/colour.ts';

/** What is seen and pressed of a ColorPicker. */
export class ColorPickerView implements FieldView {
  readonly #host: FieldHost<string | null>;
  readonly #hands: FieldHands<string | null>;
  /** What is written and is no colour; it stays until something else is written, or set. */
  #wrong: string | null = null;
  #shown: string | null = null;

  constructor(host: FieldHost<string | null>, root: ShadowRoot, hands: FieldHands<string | null>) {
    adoptStyles(root, [...root.adoptedStyleSheets, colorPickerStyles]);
    this.#host = host;
    this.#hands = hands;
    this.#shown = host.value;
  }

  render(): TemplateResult {
    const { value, message, interactive, editable } = this.#host;
    const { spokenName, describedBy, name } = this.#hands;
    const still = !editable;
    return html`<div class="box ${still ? 'still' : ''} ${message ? 'wrong' : ''}" part="control">
      <input
        id="control"
        class="entry"
        part="entry"
        type="text"
        placeholder="#rrggbb"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-label=${spokenName}
        aria-describedby=${describedBy}
        aria-invalid=${message ? 'true' : nothing}
        ?disabled=${interactive === false}
        ?readonly=${still}
        @change=${this.#write}
        @keydown=${this.#onKey}
      />
      <input
        class="swatch ${value === null ? 'none' : ''}"
        part="swatch"
        type="color"
        aria-label=${`Pick: ${name}`}
        ?disabled=${still}
        .value=${value === null ? '#000000' : hexOf(value)}
        @input=${this.#pick}
        @change=${this.#release}
      />
    </div>`;
  }

  /** What is being written stays, unless the value has changed meanwhile. */
  updated(): void {
    const { value } = this.#host;
    const entry = this.#entry;
    if (!entry) return;
    if (value !== this.#shown || !this.#host.message) this.#wrong = null;
    if (value === this.#shown && this.#isWriting(entry)) return;
    this.#shown = value;
    const text = this.#wrong ?? value ?? '';
    if (entry.value !== text) entry.value = text;
  }

  #isWriting(entry: HTMLInputElement): boolean {
    return entry.matches(':focus') && entry.value !== '';
  }

  get #entry(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('#control');
  }

  #write = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    const text = value.trim();
    const next = text === '' ? null : isColour(text) ? hexOf(text) : undefined;
    if (next === undefined) {
      this.#wrong = value;
      this.#host.message = `“${cut(text)}” is no colour: write any CSS colour, such as #ff8800 or teal`;
      return;
    }
    this.#host.message = '';
    this.#wrong = null;
    if (next !== this.#host.value) this.#hands.commit(next);
    this.#show();
  };

  #show(): void {
    const { value } = this.#host;
    this.#shown = value;
    if (this.#entry) this.#entry.value = value ?? '';
  }

  #pick = (event: Event): void => {
    this.#wrong = null;
    this.#hands.commit((event.target as HTMLInputElement).value);
    this.#show();
  };

  #release = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    if (this.#host.value === null || hexOf(this.#host.value) !== value) this.#pick(event); // a dialog that tells only its end
    this.#hands.emit('release', { value: this.#host.value });
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || !this.#host.editable) return;
    event.preventDefault();
    this.#write(event);
    if (this.#wrong === null) this.#hands.emit('submit', { value: this.#host.value });
  };
}
