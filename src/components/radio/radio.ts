/** @file `<riv-radio>`: one of a few choices, all in sight. */

import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Any, ChoiceEvents, ElementTypes, Or, TYPES } from '../../page/element-types.ts';
import type { Input } from '../../shared/protocol.ts';
import type { Options } from '../base/base.ts';
import { type ChoicesOf, type ChoiceType, type ChosenOf, meant, placeOf } from '../choices/choices.ts';
import { markStyles, pillStyles } from '../choices/choices.styles.ts';
import { RivChooser } from '../choices/chooser.ts';
import { element } from '../base/element.ts';
import { say } from '../../words/core.ts';

interface RadioTypes<Value, Type> extends ElementTypes {
  input: ChosenOf<Value, Type> | null;
  output: NonNullable<ChosenOf<Value, 'value'>>;
  events: ChoiceEvents<Value | null, Value>;
}

/**
 * One of a few choices, all in sight. Nothing is chosen at first: the value is `null`.
 *
 * @input A value, or `null`.
 * @output A value, or `null`.
 * @event input - The user picked a choice.
 * @event select - The user picked a choice; the detail is `{ index, value, selected }`.
 * @event change - The choice changed, by the user or by a handler.
 * @csspart control - The row of choices.
 * @csspart choice - One choice.
 */
@element('riv-radio', { cell: true })
export class RivRadio<Value = Any, Type extends ChoiceType = Any> extends RivChooser<unknown> {
  declare readonly [TYPES]: RadioTypes<Value, Or<Type, 'value'>>;
  static override styles = [...RivChooser.styles, markStyles, pillStyles];
  static override events = ['change', 'input', 'select'];
  static override kind = 'Radio';

  /** The chosen value; `null` for none. */
  @property()
  get value(): unknown {
    return meant(this.#value, this.list);
  }
  set value(value: unknown) {
    this.#value = value ?? null;
  }
  /** Lays the choices out from right to left. */
  @property({ type: Boolean }) rtl = false;

  #value: unknown = null;

  constructor(options?: Options<RivRadio, { choices?: ChoicesOf<Value>; type?: Type }>) {
    super(options);
  }

  /** @throws {ValueError} when the value is none of the choices */
  protected override asInput(value: unknown): Input {
    return { kind: 'value', value: value === null ? null : this.handed(value) };
  }

  protected override renderLabel(): unknown {
    return this.renderGroupLabel();
  }

  protected override renderControl() {
    const list = this.list;
    const chosen = placeOf(this.value, list);
    // With nothing chosen the first one takes the focus, as in a native group.
    const main = Math.max(chosen, 0);
    return html`<div
      class="pills"
      part="control"
      role="radiogroup"
      dir=${this.rtl ? 'rtl' : nothing}
      aria-labelledby=${this.label && this.container ? 'label' : nothing}
      aria-label=${this.spokenName}
      aria-describedby=${this.describedBy}
    >
      ${this.shownChoices((index) => index === chosen).map(
        ({ choice: { label }, index }) => html`<label class="pill" part="choice">
          <input
            class="mark"
            id=${index === main ? 'control' : nothing}
            type="radio"
            name="choice"
            .checked=${live(index === chosen)}
            ?disabled=${!this.editable}
            @change=${() => this.#pick(index)}
          /><span>${label}</span>
        </label>`,
      )}
      ${this.renderMore()} ${list.length ? nothing : html`<span class="empty">${say('noChoices')}</span>`}
    </div>`;
  }

  #pick(index: number): void {
    const value = this.list[index]?.value;
    this.choose(value, { index, value, selected: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-radio': RivRadio<Any, ChoiceType>;
  }
  interface RivuletShortcuts {
    radio: RivRadio;
  }
}
