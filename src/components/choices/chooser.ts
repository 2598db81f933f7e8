/** @file The base of Radio, CheckboxGroup and Dropdown. */

import { type PropertyValues, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ValueError, describe } from '../../shared/errors.ts';
import type { Input } from '../../shared/protocol.ts';
import { type Converter, listConverter, oneOf } from '../base/attributes.ts';
import {
  type Choice,
  type Choices,
  type ChoiceType,
  listChoices,
  meant,
  placeOf,
  same,
  textOf,
} from './choices.ts';
import { RivField } from '../field/field.ts';
import { say } from '../../words/core.ts';

const choicesConverter: Converter<unknown[]> = {
  ...listConverter,
  nullable: true,
  expects: (value) =>
    Array.isArray(value) ? listConverter.expects!(value) : 'a list of values, or of pairs [label, value]',
};

/** Choices that a message names. */
const MOST_NAMED = 50;

/** Choices that are drawn before the user asks for more, and with each time. */
const DRAWN = 500;

/** A value as JSON writes it, where it can. */
function namedIn(value: unknown): string {
  try {
    return JSON.stringify(value) ?? describe(value);
  } catch {
    return describe(value);
  }
}

/** What Radio, CheckboxGroup and Dropdown share: a list of choices, and how one of them is handed over. */
export abstract class RivChooser<T> extends RivField<T> {
  /** Values, or pairs `[label, value]`. As an attribute JSON or a comma-separated list. */
  @property({ converter: choicesConverter }) choices: Choices = [];
  /** What handlers get: the value, or its place in the list. */
  @property({ converter: oneOf('value', 'index') }) type: ChoiceType = 'value';

  /** The value that a handler gave, until another one is set. */
  #given: { value: unknown } | null = null;
  /** What was said of it. */
  #complaint = '';
  /** Choices that are drawn, the chosen ones aside. */
  @state() private drawn = DRAWN;
  #list: { of: Choices; choices: Choice[] } | null = null;

  protected get list(): readonly Choice[] {
    if (this.#list?.of !== this.choices)
      this.#list = { of: this.choices, choices: listChoices(this.choices) };
    return this.#list.choices;
  }

  /** The choices that are drawn, each with its place in the whole list: very long lists only in part, with what is chosen. */
  protected shownChoices(isChosen: (index: number) => boolean): { choice: Choice; index: number }[] {
    const { list, drawn } = this;
    const shown = list.slice(0, drawn).map((choice, index) => ({ choice, index }));
    for (let index = drawn; index < list.length && shown.length < drawn + DRAWN; index++)
      if (isChosen(index)) shown.push({ choice: list[index]!, index });
    return shown;
  }

  /** The button that draws more of a very long list. */
  protected renderMore(): unknown {
    const rest = this.list.length - this.drawn;
    if (rest <= 0) return nothing;
    const count = Math.min(rest, DRAWN);
    return html`<button class="pill more" part="button" type="button" @click=${() => (this.drawn += DRAWN)}>
      ${say('showMore', { count, total: this.list.length })}
    </button>`;
  }

  /** The label of a value; a value that is no choice is its own label. */
  protected labelOf(value: unknown): string {
    const list = this.list;
    return list[placeOf(value, list)]?.label ?? (value === null || value === undefined ? '' : textOf(value));
  }

  /**
   * Takes a value. Where there are no choices yet the list may follow: what is odd is said with the next update, when
   * both have come.
   *
   * @throws {ValueError} when the value is none of the choices
   */
  override fromHandler(given: unknown): void {
    const odd = this.#oddity(this.accept(given));
    if (odd) throw new ValueError(`${this.accessibleName}: ${odd}`, { target: this.id || this.localName });
    super.fromHandler(given);
    this.#given = { value: this.value };
    this.requestUpdate();
  }

  /** Gives the value; where choices are still on their way it waits for them. */
  override toHandler(): Input | Promise<Input> {
    if (this.list.length > 0 || !this.isConnected || !this.isUpdatePending) return super.toHandler();
    return this.updateComplete.then(() => super.toHandler());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.#given) return;
    if (!same(this.#given.value, this.value)) this.#given = null; // another one, which nobody has to check
    const odd = this.#given ? this.#oddity(this.value) : '';
    if (odd || this.message === this.#complaint) this.message = odd;
    this.#complaint = odd;
  }

  /** Says what is odd about a handler's value: that it is none of the choices, where there are some. */
  #oddity(value: unknown): string {
    const { list } = this;
    if (this.takesOthers || value === null || value === undefined || !list.length) return '';
    const values: unknown[] = Array.isArray(value) && placeOf(value, list) < 0 ? value : [value];
    const strange = values.find((each) => placeOf(meant(each, list), list) < 0);
    return strange === undefined ? '' : this.#noChoice(strange);
  }

  /** True when values that are no choices are welcome. */
  protected get takesOthers(): boolean {
    return false;
  }

  #noChoice(value: unknown): string {
    const some = this.list.slice(0, MOST_NAMED).map((choice) => namedIn(choice.value));
    const rest = this.list.length - some.length;
    const choices = `[${some.join(',')}${rest > 0 ? `, and ${rest} more` : ''}]`;
    return `value ${describe(value)} is not in the list of choices: ${choices}`;
  }

  /** Returns what a handler gets for one value. @throws {ValueError} when it is none of the choices */
  protected handed(given: unknown, custom = false): unknown {
    const list = this.list;
    const value = meant(given, list);
    const index = placeOf(value, list);
    if (index < 0 && !custom)
      throw new ValueError(`${this.accessibleName}: ${this.#noChoice(value)}`, {
        target: this.id || this.localName,
      });
    if (this.type === 'index') return index < 0 ? null : index;
    return index < 0 ? value : list[index]?.value;
  }
}
