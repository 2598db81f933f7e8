/** @file The view of a DateTime: a text, and a button that opens the browser's own calendar. */

import { type TemplateResult, adoptStyles, html, nothing, svg } from 'lit';
import { cut } from '../../shared/errors.ts';
import type { FieldHands, FieldView } from '../field/lazy-field.ts';
import { icon } from '../parts/icons.ts';
import type { DateTimeHost, Moment } from './date-time-host.ts';
import { dateTimeStyles } from './date-time.styles.ts';
import { isMomentText } from './moment-text.ts';
import { convert, isRelative, millisecondsOf, textOf } from './moments.ts';

export { convert } from './moments.ts';

/** Calendar. From lucide, as those of `icons.ts`. */
const calendarIcon = icon(
  svg`<path d="M8 2v4"/><path d="M16 2v4"/><rect width="18" height="18" x="3" y="4" rx="2"/><path d="M3 10h18"/>`,
);

/** What is seen and pressed of a DateTime. */
export class DateTimeView implements FieldView {
  readonly #host: DateTimeHost;
  readonly #hands: FieldHands<Moment | null>;
  /** What is written and is no date; it stays until something else is written, or set. */
  #wrong: string | null = null;
  /** What the value was when its text was written. */
  #shown = '';

  constructor(host: DateTimeHost, root: ShadowRoot, hands: FieldHands<Moment | null>) {
    adoptStyles(root, [...root.adoptedStyleSheets, dateTimeStyles]);
    this.#host = host;
    this.#hands = hands;
  }

  render(): TemplateResult {
    const { message, interactive, editable, includeTime } = this.#host;
    const { spokenName, describedBy, name } = this.#hands;
    const still = !editable;
    return html`<div class="box ${still ? 'still' : ''} ${message ? 'wrong' : ''}" part="control">
      <input
        id="control"
        class="entry"
        part="entry"
        type="text"
        placeholder=${includeTime ? 'YYYY-MM-DD HH:MM:SS' : 'YYYY-MM-DD'}
        autocomplete="off"
        spellcheck="false"
        aria-label=${spokenName}
        aria-describedby=${describedBy}
        aria-invalid=${message ? 'true' : nothing}
        ?disabled=${interactive === false}
        ?readonly=${still}
        @change=${this.#write}
        @keydown=${this.#onKey}
      />
      <span class="tools">
        <input
          class="native"
          type=${includeTime ? 'datetime-local' : 'date'}
          step="1"
          tabindex="-1"
          aria-hidden="true"
          ?disabled=${still}
          @change=${this.#pick}
        />
        <button
          class="icon-button"
          part="button"
          type="button"
          aria-label=${`Open the calendar: ${name}`}
          title="Open the calendar"
          ?disabled=${still}
          @click=${this.#open}
        >
          ${calendarIcon}
        </button>
      </span>
    </div>`;
  }

  /** What is being written stays, unless the value or its form has changed meanwhile. */
  updated(): void {
    const entry = this.#find<HTMLInputElement>('#control');
    if (!entry) return;
    const text = this.#text();
    if (text !== this.#shown || !this.#host.message) this.#wrong = null;
    if (text === this.#shown && entry.matches(':focus')) return;
    this.#show();
  }

  /** The value as a text: `now` as it is, all else as the clock shows it. */
  #text(): string {
    const { value, timezone } = this.#host;
    if (value === null) return '';
    return isRelative(value) ? String(value) : textOf(millisecondsOf(value, timezone), this.#host);
  }

  #show(): void {
    this.#shown = this.#text();
    const entry = this.#find<HTMLInputElement>('#control');
    const text = this.#wrong ?? this.#shown;
    if (entry && entry.value !== text) entry.value = text;
  }

  #find<E extends HTMLElement>(selector: string): E | null {
    return this.#host.renderRoot.querySelector<E>(selector);
  }

  #write = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    const text = value.trim();
    if (text !== '' && !isMomentText(text)) {
      this.#wrong = value;
      const example = this.#host.includeTime ? '2030-01-31 12:00:00' : '2030-01-31';
      this.#host.message = `“${cut(text)}” is no date: write it as ${example}, or now, or now - 5m`;
      return;
    }
    this.#host.message = '';
    this.#wrong = null;
    if (text !== this.#shown) this.#commit(text);
    this.#show();
  };

  /** Takes a text that is a date as the kind of value that handlers are given. */
  #commit(text: string): void {
    const value = text === '' ? null : isRelative(text) ? text : convert(text, this.#host);
    this.#hands.commit(value);
  }

  #open = (): void => {
    const native = this.#find<HTMLInputElement>('.native');
    if (!native) return;
    const { value, timezone } = this.#host;
    native.value =
      value === null ? '' : textOf(millisecondsOf(value, timezone), this.#host).replace(' ', 'T');
    try {
      native.showPicker();
    } catch {
      this.#host.message = 'The browser does not open its calendar here: write the date.';
    }
  };

  #pick = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    this.#wrong = null;
    this.#commit(value);
    this.#show();
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || !this.#host.editable) return;
    event.preventDefault();
    this.#write(event);
    if (this.#wrong === null) this.#hands.emit('submit', { value: this.#host.value });
  };
}
