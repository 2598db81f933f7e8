/** @file `<riv-number>`: a box for a number. */

import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { EditEvents, TYPES, ValueEvent, ValueTypes } from '../../page/element-types.ts';
import { ValueError } from '../../shared/errors.ts';
import type { Input } from '../../shared/protocol.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { type FocusEvents, RivField } from '../field/field.ts';
import { minusIcon, plusIcon } from '../parts/icons.ts';
import { numberConverter, precisionConverter, stepConverter } from '../base/attributes.ts';
import { outside, round, shownNumber, toNumber } from '../parts/numbers.ts';
import { numberStyles } from './number.styles.ts';

interface NumberEvents extends EditEvents<number | null>, FocusEvents {
  submit: ValueEvent<number | null>;
}

/**
 * A box for a number. Empty is `null`, also at first.
 *
 * @input A number; `null` when it is empty.
 * @output A number or `null`.
 * @event input - The user edited the number.
 * @event change - The number changed, by the user or by a handler.
 * @event submit - Enter was pressed.
 * @event focus - The box got the focus.
 * @event blur - The box lost the focus.
 * @csspart control - The box.
 * @csspart entry - The native number input in it.
 * @csspart button - The two buttons that step the number.
 */
@element('riv-number', { cell: true })
export class RivNumber extends RivField<number | null> {
  declare readonly [TYPES]: ValueTypes<number | null, NumberEvents>;
  static override styles = [...RivField.styles, numberStyles];
  static override events = ['change', 'input', 'submit', 'focus', 'blur'];
  static override kind = 'Number';

  /** The number; `null` is empty. */
  @property({ converter: numberConverter }) value: number | null = null;
  /** The least number a handler may be given; `null` is no bound. */
  @property({ converter: numberConverter }) minimum: number | null = null;
  /** The greatest number a handler may be given; `null` is no bound. */
  @property({ converter: numberConverter }) maximum: number | null = null;
  /** What the arrow keys and the step buttons add, above 0. */
  @property({ converter: stepConverter }) step = 1;
  /** Digits after the point that are kept; 0 for whole numbers, `null` for all. */
  @property({ converter: precisionConverter }) precision: number | null = null;
  /** Shown in the empty box. */
  @property() placeholder = '';

  #shownProblem = '';

  constructor(options?: Options<RivNumber>) {
    super(options);
  }

  /** @throws {ValueError} when the number is outside its bounds */
  protected override asInput(given: number | null): Input {
    const value = given === null ? null : round(given, this.precision);
    const problem = outside(value, this.minimum, this.maximum);
    if (problem)
      throw new ValueError(`${this.accessibleName}: ${problem}`, { target: this.id || this.localName });
    return { kind: 'value', value };
  }

  protected override accept(given: unknown): number | null {
    const value = toNumber(given);
    if (value === undefined) throw this.refuse(given, 'a number or null');
    return value === null ? null : round(value, this.precision);
  }

  protected override willUpdate(): void {
    const problem = this.editable ? outside(this.value, this.minimum, this.maximum) : '';
    if (problem || this.message === this.#shownProblem) this.message = problem;
    this.#shownProblem = problem;
  }

  protected override renderControl() {
    const still = !this.editable;
    const unlisted = this.value !== null && !Number.isFinite(this.value);
    return html`<div class="box ${still ? 'still' : ''} ${this.message ? 'wrong' : ''}" part="control">
      <input
        id="control"
        class="entry ${unlisted ? 'unlisted' : ''}"
        part="entry"
        type="number"
        min=${this.minimum ?? nothing}
        max=${this.maximum ?? nothing}
        step=${this.step}
        placeholder=${unlisted ? String(this.value) : this.placeholder || nothing}
        aria-label=${this.spokenName}
        aria-describedby=${this.describedBy}
        aria-invalid=${this.message ? 'true' : nothing}
        ?disabled=${this.interactive === false}
        ?readonly=${still}
        @input=${this.#read}
        @keydown=${this.#onKey}
        @blur=${this.#show}
      />
      ${still ? nothing : this.#renderSteps()}
    </div>`;
  }

  // The arrow keys of the box do the same, so the buttons stay out of the tab order and of the reading order.
  #renderSteps() {
    return html`<span class="steps" aria-hidden="true">
      <button class="icon-button" part="button" type="button" tabindex="-1" @click=${() => this.#step(-1)}>${minusIcon}</button>
      <button class="icon-button" part="button" type="button" tabindex="-1" @click=${() => this.#step(1)}>${plusIcon}</button>
    </span>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // What is being typed stays as it is typed: "1.0" is the number 1, on its way to 1.05.
    if (this.#box && !Object.is(this.#typed(this.#box), this.value)) this.#show();
  }

  get #box(): HTMLInputElement | null {
    return this.control as HTMLInputElement | null;
  }

  #typed(box: HTMLInputElement): number | null | undefined {
    if (box.validity.badInput) return box.matches(':focus') ? this.value : undefined;
    return box.value === '' ? null : round(box.valueAsNumber, this.precision);
  }

  #read = (): void => {
    const box = this.#box;
    if (!box || box.validity.badInput) return; // half a number, such as "-": not a value yet
    const value = this.#typed(box) as number | null;
    if (!Object.is(value, this.value)) this.commit(value);
  };

  #show = (): void => {
    const box = this.#box;
    if (!box) return;
    const { value } = this;
    const own = Object.is(this.#typed(box), value); // as many digits as the user has typed
    const text = value === null || !Number.isFinite(value) ? '' : own ? String(value) : shownNumber(value);
    if (box.validity.badInput || box.value !== text) box.value = text;
  };

  #step(direction: 1 | -1): void {
    const box = this.#box;
    if (!box) return;
    if (direction > 0) box.stepUp();
    else box.stepDown();
    this.#read();
    box.focus();
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || !this.editable) return;
    event.preventDefault();
    this.emit('submit', { value: this.value });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-number': RivNumber;
  }
  interface RivuletShortcuts {
    number: RivNumber;
  }
}
