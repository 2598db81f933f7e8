/** @file `<riv-textbox>`: a box for text, one line or many. */

import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { EditEvents, TYPES, ValueEvent, ValueTypes } from '../../page/element-types.ts';
import { buttonsConverter, oneOf, numberConverter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { type FocusEvents, RivField } from '../field/field.ts';
import { arrowUpIcon, checkIcon, copyIcon, stopIcon } from '../parts/icons.ts';
import { toText } from '../parts/text.ts';
import { buttonConverter } from './button-converter.ts';
import { textboxStyles } from './textbox.styles.ts';
import { say } from '../../words/core.ts';

type Entry = HTMLTextAreaElement | HTMLInputElement;

/** How near the end, in pixels, still counts as reading along. */
const NEAR_END = 100;

interface TextboxEvents extends EditEvents<string>, FocusEvents {
  submit: ValueEvent<string>;
  stop: ValueEvent<string>;
  copy: ValueEvent<string>;
  select: CustomEvent<{ value: string; index: [start: number, end: number]; selected: true }>;
}

/**
 * A box for text, one line or many; grows with what is written.
 *
 * @input A string.
 * @output A string.
 * @event input - The user edited the text.
 * @event change - The text changed, by the user or by a handler.
 * @event submit - Enter (with several lines Shift+Enter), or the submit button.
 * @event select - The user selected text; the detail is `{ value, index: [start, end] }`.
 * @event stop - The stop button was pressed.
 * @event copy - The copy button was pressed; the detail is `{ value }`.
 * @event focus - The box got the focus.
 * @event blur - The box lost the focus.
 * @csspart control - The box.
 * @csspart entry - The native text control in it.
 * @csspart button - Its buttons.
 */
@element('riv-textbox', { cell: true, shortcuts: { text: {}, textarea: { lines: 7 } } })
export class RivTextbox extends RivField<string> {
  declare readonly [TYPES]: ValueTypes<string, TextboxEvents>;
  static override styles = [...RivField.styles, textboxStyles];
  static override events = ['change', 'input', 'submit', 'select', 'stop', 'copy', 'focus', 'blur'];
  static override kind = 'Textbox';

  /** The text, never `null`; whatever is set is turned into text. */
  @property()
  get value(): string {
    return this.#value;
  }
  set value(value: string) {
    this.#value = toText(value);
  }
  /** Lines that are shown at least. With more than one, Enter makes a new line and Shift+Enter submits. */
  @property({ type: Number }) lines = 1;
  /** Lines after which the box scrolls; `null` for 20, or `lines` when that is more. */
  @property({ converter: numberConverter }) maxLines: number | null = null;
  /** Shown in the empty box. */
  @property() placeholder = '';
  /** `password` and `email` have one line. */
  @property({ converter: oneOf('text', 'password', 'email') }) type: 'text' | 'password' | 'email' = 'text';
  /** Takes the focus when it comes into the page. */
  @property({ type: Boolean }) override autofocus = false;
  /** Follows the end of the text while a handler writes, unless the user has scrolled up. */
  @property({ type: Boolean }) autoscroll = true;
  /** Most characters the user may type; `null` for any number. */
  @property({ converter: numberConverter }) maxLength: number | null = null;
  /** A button that fires `submit`: `true` for an icon, or its text. */
  @property({ converter: buttonConverter }) submitBtn: boolean | string = false;
  /** A button that fires `stop`: `true` for an icon, or its text. */
  @property({ converter: buttonConverter }) stopBtn: boolean | string = false;
  /** Small buttons: `["copy"]`. */
  @property({ converter: buttonsConverter }) override buttons: readonly (string | Node)[] = [];
  /** Writes from right to left. */
  @property({ type: Boolean }) rtl = false;
  /** Side the text keeps to. */
  @property({ converter: oneOf('left', 'right') }) textAlign: 'left' | 'right' | null = null;

  @state() private copied = false;
  #value = '';
  #follow = false;

  constructor(options?: Options<RivTextbox>) {
    super(options);
  }

  override get emptyValue(): string {
    return '';
  }

  protected override accept(given: unknown): string {
    return this.textOf(given);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const entry = this.#entry;
    this.#follow =
      this.autoscroll &&
      changed.has('value') &&
      entry !== null &&
      this.shadowRoot?.activeElement !== entry &&
      entry.scrollHeight - entry.scrollTop - entry.clientHeight < NEAR_END;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const entry = this.#entry;
    if (!entry) return;
    if (entry.value !== this.value) this.#write(entry);
    entry.style.setProperty('--lines', String(this.lines));
    entry.style.setProperty('--most', String(this.maxLines ?? Math.max(this.lines, 20)));
    entry.style.textAlign = this.textAlign ?? '';
    if (!CSS.supports('field-sizing', 'content')) this.#grow(entry);
    if (this.#follow) entry.scrollTop = entry.scrollHeight;
  }

  protected override firstUpdated(): void {
    if (this.autofocus) this.focus();
  }

  // A handler's text must not send the caret of somebody who is typing to the end.
  #write(entry: Entry): void {
    const { selectionStart: start, selectionEnd: end } = entry;
    const typing = this.shadowRoot?.activeElement === entry && start !== null && start === end;
    entry.value = this.value;
    if (typing) entry.setSelectionRange(start, start);
  }

  get #entry(): Entry | null {
    return this.control as Entry | null;
  }

  #grow(entry: Entry): void {
    entry.style.height = '0';
    entry.style.height = `${entry.scrollHeight}px`;
  }

  protected override renderControl() {
    const still = !this.editable;
    return html`<div class="box ${still ? 'still' : ''} ${this.message ? 'wrong' : ''}" part="control">
      ${this.type === 'text' ? this.#renderArea(still) : this.#renderLine(still)} ${this.#renderTools(still)}
    </div>`;
  }

  #renderArea(still: boolean) {
    return html`<textarea
      id="control"
      class="entry"
      part="entry"
      rows=${this.lines}
      dir=${this.rtl ? 'rtl' : nothing}
      placeholder=${this.placeholder || nothing}
      maxlength=${ifDefined(this.maxLength ?? undefined)}
      aria-label=${this.spokenName}
      aria-describedby=${this.describedBy}
      aria-invalid=${this.message ? 'true' : nothing}
      ?disabled=${this.interactive === false}
      ?readonly=${still}
      @input=${this.#read}
      @keydown=${this.#onKey}
      @select=${this.#onSelect}
      @copy=${this.#keep}
    ></textarea>`;
  }

  #renderLine(still: boolean) {
    return html`<input
      id="control"
      class="entry"
      part="entry"
      type=${this.type}
      dir=${this.rtl ? 'rtl' : nothing}
      placeholder=${this.placeholder || nothing}
      maxlength=${ifDefined(this.maxLength ?? undefined)}
      autocomplete=${this.type === 'email' ? 'email' : 'current-password'}
      aria-label=${this.spokenName}
      aria-describedby=${this.describedBy}
      aria-invalid=${this.message ? 'true' : nothing}
      ?disabled=${this.interactive === false}
      ?readonly=${still}
      @input=${this.#read}
      @keydown=${this.#onKey}
      @select=${this.#onSelect}
      @copy=${this.#keep}
    />`;
  }

  #renderTools(still: boolean) {
    const copy = this.buttons?.includes('copy');
    if (!copy && !this.submitBtn && !this.stopBtn) return nothing;
    return html`<span class="tools">
      ${
        copy
          ? html`<button
              class="icon-button ${this.copied ? 'copied' : ''}"
              part="button"
              type="button"
              aria-label=${say(this.copied ? 'copied' : 'copy')}
              @click=${this.#copy}
            >
              ${this.copied ? checkIcon : copyIcon}
            </button>`
          : nothing
      }
      ${
        this.stopBtn
          ? html`<button class="send halt" part="button" type="button" aria-label=${say('stop')} @click=${this.#stop}>
              ${this.stopBtn === true ? stopIcon : this.stopBtn}
            </button>`
          : nothing
      }
      ${
        this.submitBtn
          ? html`<button
              class="send"
              part="button"
              type="button"
              aria-label=${this.submitBtn === true ? say('submit') : nothing}
              ?disabled=${still}
              @click=${this.#submit}
            >
              ${this.submitBtn === true ? arrowUpIcon : this.submitBtn}
            </button>`
          : nothing
      }
    </span>`;
  }

  #read = (event: Event): void => {
    const text = (event.target as Entry).value;
    if (text !== this.value) this.commit(text);
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || !this.editable) return;
    const several = this.type === 'text' && this.lines > 1;
    if (this.type === 'text' && event.shiftKey !== several) return;
    event.preventDefault();
    this.#submit();
  };

  #submit = (): void => {
    this.emit('submit', { value: this.value });
  };

  #stop = (): void => {
    this.emit('stop', { value: this.value });
  };

  #onSelect = (event: Event): void => {
    const { selectionStart: start, selectionEnd: end, value } = event.target as Entry;
    if (start === null || end === null || start === end) return;
    this.emit('select', { value: value.slice(start, end), index: [start, end], selected: true });
  };

  // Ctrl+C copies a part of the text; the event of that name tells of the button.
  #keep = (event: Event): void => event.stopPropagation();

  #copy = async (): Promise<void> => {
    const { value } = this;
    await navigator.clipboard.writeText(value);
    this.emit('copy', { value });
    this.copied = true;
    setTimeout(() => {
      this.copied = false;
    }, 1000);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-textbox': RivTextbox;
  }
  interface RivuletShortcuts {
    textbox: RivTextbox;
    text: RivTextbox;
    textarea: RivTextbox;
  }
}
