/** @file `<riv-checkbox>`: a box that is checked or not. */

import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { ChoiceEvents, TYPES, ValueTypes } from '../../page/element-types.ts';
import type { Options } from '../base/base.ts';
import { markStyles } from '../choices/choices.styles.ts';
import { element } from '../base/element.ts';
import { RivField } from '../field/field.ts';
import { checkboxStyles } from './checkbox.styles.ts';

/**
 * A box that is checked or not.
 *
 * @input `true` or `false`.
 * @output The same.
 * @event input - The user checked or unchecked the box.
 * @event select - The same; the detail is `{ index: 0, value, selected }`.
 * @event change - The value changed, by the user or by a handler.
 * @csspart control - The native check box.
 * @csspart label - The text beside it.
 */
@element('riv-checkbox', { cell: true })
export class RivCheckbox extends RivField<boolean> {
  declare readonly [TYPES]: ValueTypes<boolean, ChoiceEvents<boolean>>;
  static override styles = [...RivField.styles, markStyles, checkboxStyles];
  static override events = ['change', 'input', 'select'];
  static override kind = 'Checkbox';

  /** True when checked; whatever is set counts by its truth. */
  @property({ type: Boolean })
  get value(): boolean {
    return this.#value;
  }
  set value(value: boolean) {
    this.#value = Boolean(value);
  }

  #value = false;

  constructor(options?: Options<RivCheckbox>) {
    super(options);
  }

  override get emptyValue(): boolean {
    return false;
  }

  protected override accept(given: unknown): boolean {
    return Boolean(given);
  }

  /** The text stands beside the box, not above it. */
  protected override renderLabel(): unknown {
    return '';
  }

  protected override renderControl() {
    const text = this.accessibleName;
    return html`<label class="check">
      <input
        id="control"
        class="mark"
        part="control"
        type="checkbox"
        aria-describedby=${this.describedBy}
        .checked=${live(this.value)}
        ?disabled=${!this.editable}
        @change=${this.#toggle}
        @keydown=${this.#onKey}
      /><span class=${this.showLabel && this.container ? '' : 'visually-hidden'} part="label">${text}</span>
    </label>`;
  }

  #toggle = (): void => {
    const value = !this.value;
    this.choose(value, { index: 0, value, selected: value });
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.#toggle();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-checkbox': RivCheckbox;
  }
  interface RivuletShortcuts {
    checkbox: RivCheckbox;
  }
}
