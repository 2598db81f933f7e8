/** @file `<riv-slider>`: a number in a range, by a knob or by typing. */

import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { EditEvents, TYPES, ValueEvent, ValueTypes } from '../../page/element-types.ts';
import { ValueError } from '../../shared/errors.ts';
import type { Input } from '../../shared/protocol.ts';
import { buttonsConverter, numberConverter, precisionConverter, stepConverter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { RivField } from '../field/field.ts';
import { resetIcon } from '../parts/icons.ts';
import { outside, round, shownNumber, toNumber } from '../parts/numbers.ts';
import { sliderStyles } from './slider.styles.ts';
import { say } from '../../words/core.ts';

interface SliderEvents extends EditEvents<number> {
  release: ValueEvent<number>;
}

/**
 * A number in a range, by a knob or by typing. Without a value it is at its minimum.
 *
 * @input A number.
 * @output A number.
 * @event input - The user moved the knob, typed a number or pressed reset.
 * @event change - The number changed, by the user or by a handler.
 * @event release - The user let the knob go, left the number box or pressed reset.
 * @csspart track - The native range input.
 * @csspart entry - The number box.
 * @csspart button - The reset button.
 */
@element('riv-slider', { cell: true })
export class RivSlider extends RivField<number> {
  declare readonly [TYPES]: ValueTypes<number, SliderEvents>;
  static override styles = [...RivField.styles, sliderStyles];
  static override events = ['change', 'input', 'release'];
  static override kind = 'Slider';

  /** The number; unset it is the minimum. */
  @property({ converter: numberConverter })
  get value(): number {
    return this.#value ?? this.minimum;
  }
  set value(value: number | null | undefined) {
    this.#value = toNumber(value) ?? null;
  }
  /** The left end. */
  @property({ type: Number }) minimum = 0;
  /** The right end. */
  @property({ type: Number }) maximum = 100;
  /** Distance between two numbers, above 0; unset a power of ten, about a hundredth of the range. */
  @property({ converter: stepConverter }) step: number | null = null;
  /** Digits after the point that a handler gets; 0 for whole numbers, `null` for all. */
  @property({ converter: precisionConverter }) precision: number | null = null;
  /** Starts at a random number of the range. */
  @property({ type: Boolean }) randomize = false;
  /** Small buttons: `["reset"]`, or `[]` for none. */
  @property({ converter: buttonsConverter }) override buttons: readonly (string | Node)[] = ['reset'];

  #value: number | null = null;
  /** A handler gave the value since the last update. */
  #unchecked = false;
  #initial: number | null = null;

  constructor(options?: Options<RivSlider>) {
    super(options);
  }

  override get emptyValue(): number {
    return this.minimum;
  }

  /** @throws {ValueError} when the number is outside the range, or the range is none */
  protected override asInput(given: number): Input {
    const value = round(given, this.precision);
    const problem = this.#badRange || outside(value, this.minimum, this.maximum);
    if (problem)
      throw new ValueError(`${this.accessibleName}: ${problem}`, { target: this.id || this.localName });
    return { kind: 'value', value };
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'value' && value === null) this.value = null; // the minimum of now, not of the beginning
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.randomize && this.#value === null) this.value = this.#random();
  }

  /** A handler's number outside the range, once that has come too, is kept as it is; the track can only show its end. */
  override fromHandler(given: unknown): void {
    super.fromHandler(given);
    this.#unchecked = true;
    this.requestUpdate();
  }

  protected override accept(given: unknown): number {
    const value = toNumber(given);
    if (value === undefined) throw this.refuse(given, `a number from ${this.minimum} to ${this.maximum}`);
    return value === null ? this.minimum : round(value, this.precision);
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.#initial = this.#value;
    if (this.#badRange) this.message = this.#badRange;
    else if (this.#unchecked) this.message = outside(this.value, this.minimum, this.maximum);
    this.#unchecked = false;
  }

  get #badRange(): string {
    return this.minimum < this.maximum
      ? ''
      : `minimum ${this.minimum} is not less than maximum ${this.maximum}.`;
  }

  get #stepSize(): number {
    return this.step ?? (10 ** Math.floor(Math.log10(this.maximum - this.minimum) - 2) || 1);
  }

  #random(): number {
    const steps = Math.floor((this.maximum - this.minimum) / this.#stepSize);
    return round(this.minimum + Math.floor(Math.random() * (steps + 1)) * this.#stepSize, 12);
  }

  protected override renderLabel(): unknown {
    const reset = this.buttons?.includes('reset') && this.editable;
    return html`<div class="head">
      ${super.renderLabel()}
      <span class="side">
        ${
          reset
            ? html`<button class="icon-button" part="button" type="button" aria-label=${say('reset')} @click=${this.#reset}>
                ${resetIcon}
              </button>`
            : nothing
        }
        <span class="box ${this.editable ? '' : 'still'} ${this.message ? 'wrong' : ''}">
          <input
            id="entry"
            class="entry"
            part="entry"
            type="number"
            min=${this.minimum}
            max=${this.maximum}
            step=${this.#stepSize}
            aria-label=${say('numberInput', { name: this.accessibleName })}
            ?disabled=${!this.editable}
            @input=${this.#type}
            @blur=${this.#leave}
          />
        </span>
      </span>
    </div>`;
  }

  protected override renderControl() {
    return html`<div class="range" part="control">
      <span class="bound" aria-hidden="true">${this.minimum}</span>
      <input
        id="control"
        class="track"
        part="track"
        type="range"
        min=${this.minimum}
        max=${this.maximum}
        step=${this.#stepSize}
        .value=${live(String(this.value))}
        aria-label=${this.spokenName}
        aria-describedby=${this.describedBy}
        ?disabled=${!this.editable}
        @input=${this.#slide}
        @change=${this.#release}
      />
      <span class="bound" aria-hidden="true">${this.maximum}</span>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const share = (this.value - this.minimum) / (this.maximum - this.minimum);
    this.control?.style.setProperty('--share', String(Math.min(1, Math.max(0, share || 0))));
    const digits = Math.max(
      ...[this.minimum, this.maximum, this.value].map((number) => shownNumber(number).length),
    );
    this.#entry?.style.setProperty('--digits', String(digits));
    if (this.#entry && !this.#entry.matches(':focus')) this.#entry.value = shownNumber(this.value);
  }

  get #entry(): HTMLInputElement | null {
    return this.shadowRoot?.getElementById('entry') as HTMLInputElement | null;
  }

  #edit(value: number): void {
    if (value !== this.value) this.commit(value);
  }

  #release = (): void => {
    this.emit('release', { value: this.value });
  };

  #slide = (): void => {
    this.#edit((this.control as HTMLInputElement).valueAsNumber);
    if (this.#entry) this.#entry.value = shownNumber(this.value);
  };

  // What is typed counts once it lies in the range: on the way to 150 there is a 1.
  #type = (event: Event): void => {
    const typed = (event.target as HTMLInputElement).valueAsNumber;
    if (!Number.isNaN(typed) && !outside(typed, this.minimum, this.maximum)) this.#edit(typed);
  };

  #leave = (event: Event): void => {
    const entry = event.target as HTMLInputElement;
    const typed = entry.valueAsNumber;
    if (!Number.isNaN(typed) && entry.value !== shownNumber(this.value))
      this.#edit(Math.min(this.maximum, Math.max(this.minimum, typed)));
    entry.value = shownNumber(this.value);
    this.#release();
  };

  #reset = (): void => {
    this.#edit(this.#initial ?? this.minimum);
    if (this.#entry) this.#entry.value = shownNumber(this.value);
    this.#release();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-slider': RivSlider;
  }
  interface RivuletShortcuts {
    slider: RivSlider;
  }
}
