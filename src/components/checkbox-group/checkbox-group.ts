/** @file `<riv-checkbox-group>`: any number of a few choices, all in sight. */

import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Any, ChoiceEvents, ElementTypes, Or, TYPES } from '../../page/element-types.ts';
import type { Input } from '../../shared/protocol.ts';
import { listTextConverter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import {
  type ChoicesOf,
  type ChoiceType,
  type ChosenOf,
  among,
  includes,
  meantList,
  same,
} from '../choices/choices.ts';
import { markStyles, pillStyles } from '../choices/choices.styles.ts';
import { RivChooser } from '../choices/chooser.ts';
import { element } from '../base/element.ts';
import { say } from '../../words/core.ts';

interface GroupTypes<Value, Type> extends ElementTypes {
  input: ChosenOf<Value, Type>[];
  output: ChosenOf<Value, 'value'>[];
  events: ChoiceEvents<Value[], Value>;
}

/**
 * Any number of a few choices, all in sight. The value is a list, in the order of picking.
 *
 * @input A list of values.
 * @output A list.
 * @event input - The user picked or dropped a choice.
 * @event select - The same; the detail is `{ index, value, selected }`. Not fired by "Select all".
 * @event change - The list changed, by the user or by a handler.
 * @csspart control - The row of choices.
 * @csspart choice - One choice.
 */
@element('riv-checkbox-group', { cell: true })
export class RivCheckboxGroup<Value = Any, Type extends ChoiceType = Any> extends RivChooser<unknown[]> {
  declare readonly [TYPES]: GroupTypes<Value, Or<Type, 'value'>>;
  static override styles = [...RivChooser.styles, markStyles, pillStyles];
  static override events = ['change', 'input', 'select'];
  static override kind = 'Checkbox Group';

  /** The chosen values; as an attribute JSON or a comma-separated list. */
  @property({ converter: listTextConverter })
  get value(): unknown[] {
    return meantList(this.#value, this.list);
  }
  set value(value: unknown[]) {
    this.#value = value;
  }
  /** Adds one box in front that picks or drops all. */
  @property({ type: Boolean }) showSelectAll = false;

  #value: unknown = [];

  constructor(options?: Options<RivCheckboxGroup, { choices?: ChoicesOf<Value>; type?: Type }>) {
    super(options);
  }

  override get emptyValue(): unknown[] {
    return [];
  }

  /** @throws {ValueError} when one of the values is none of the choices */
  protected override asInput(values: unknown[]): Input {
    return { kind: 'value', value: values.map((value) => this.handed(value)) };
  }

  protected override accept(given: unknown): unknown[] {
    if (given === null || given === undefined) return [];
    return Array.isArray(given) ? given : [given];
  }

  protected override renderLabel(): unknown {
    return this.renderGroupLabel();
  }

  protected override renderControl() {
    const list = this.list;
    const has = among(this.value);
    return html`<div
      class="pills"
      part="control"
      role="group"
      aria-labelledby=${this.label && this.container ? 'label' : nothing}
      aria-label=${this.spokenName}
      aria-describedby=${this.describedBy}
    >
      ${this.showSelectAll && list.length ? this.#renderAll(has) : nothing}
      ${this.shownChoices((index) => has(list[index]?.value)).map(
        ({ choice: { label, value }, index }) => html`<label class="pill" part="choice">
          <input
            class="mark"
            id=${index === 0 ? 'control' : nothing}
            type="checkbox"
            .checked=${live(has(value))}
            ?disabled=${!this.editable}
            @change=${() => this.#toggle(index)}
          /><span>${label}</span>
        </label>`,
      )}
      ${this.renderMore()} ${list.length ? nothing : html`<span class="empty">${say('noChoices')}</span>`}
    </div>`;
  }

  #renderAll(has: (value: unknown) => boolean) {
    const picked = this.list.filter(({ value }) => has(value)).length;
    const all = picked === this.list.length;
    return html`<label class="pill all" part="choice">
      <input
        class="mark"
        type="checkbox"
        .checked=${live(all)}
        .indeterminate=${live(picked > 0 && !all)}
        ?disabled=${!this.editable}
        @change=${() => this.commit(all ? [] : this.list.map(({ value }) => value))}
      /><span>${say('selectAll')}</span>
    </label>`;
  }

  #has(value: unknown): boolean {
    return includes(this.value, value);
  }

  #toggle(index: number): void {
    const value = this.list[index]?.value;
    const selected = !this.#has(value);
    const others = this.value.filter((one) => !same(one, value));
    this.choose(selected ? [...others, value] : others, { index, value, selected });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-checkbox-group': RivCheckboxGroup<Any, ChoiceType>;
  }
  interface RivuletShortcuts {
    'checkbox-group': RivCheckboxGroup;
  }
}
