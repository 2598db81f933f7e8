/** @file The base of a Dropdown: the value or the list of values that it holds. */

import { property } from 'lit/decorators.js';
import type { Input } from '../../shared/protocol.ts';
import { includes, meant, meantList, placeOf } from '../choices/choices.ts';
import { RivChooser } from '../choices/chooser.ts';
import { numberConverter } from '../base/attributes.ts';

/** What a Dropdown holds: one value or a list. How it is shown and edited is the Dropdown's own part. */
export abstract class RivPicks extends RivChooser<unknown> {
  /** The chosen value, a list of them with `multiselect`; unset the first choice, `null` for none. */
  @property()
  get value(): unknown {
    const list = this.list;
    if (this.multiselect) return meantList(this.#value, list);
    if (this.#value === undefined) return list[0]?.value ?? null;
    return this.#isNone(this.#value) ? null : meant(this.#value, list);
  }
  set value(value: unknown) {
    this.#value = value;
  }
  /** Several choices at once; the value is a list. */
  @property({ type: Boolean }) multiselect = false;
  /** Takes what the user types as a value of its own. */
  @property({ type: Boolean }) allowCustomValue = false;
  /** Most choices with `multiselect`; `null` for any number. */
  @property({ converter: numberConverter }) maxChoices: number | null = null;
  /** Finds choices by typing; false gives the platform's own select. Always true for custom values. */
  @property({ type: Boolean }) filterable = true;

  #value: unknown = undefined;

  override get emptyValue(): unknown {
    return this.multiselect ? [] : null;
  }

  /** @throws {ValueError} when a value is none of the choices and `allowCustomValue` is false */
  protected override asInput(value: unknown): Input {
    const hand = (one: unknown): unknown => this.handed(one, this.allowCustomValue);
    if (this.multiselect) return { kind: 'value', value: (value as unknown[]).map(hand) };
    return { kind: 'value', value: this.#isNone(value) ? null : hand(value) };
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'value' && value === null) this.value = undefined; // the first choice again
  }

  protected override accept(given: unknown): unknown {
    if (given === null || given === undefined) return this.emptyValue;
    return this.multiselect && !Array.isArray(given) ? [given] : given;
  }

  /** True for nothing, which an attribute can only say as an empty text. */
  #isNone(value: unknown): boolean {
    return value === null || (value === '' && placeOf(value, this.list) < 0);
  }

  protected get picked(): unknown[] {
    const { value } = this;
    if (this.multiselect) return value as unknown[];
    return value === null ? [] : [value];
  }

  protected get text(): string {
    return this.multiselect ? '' : this.labelOf(this.value);
  }

  protected get full(): boolean {
    return this.multiselect && this.maxChoices !== null && this.picked.length >= this.maxChoices;
  }

  protected holds(value: unknown): boolean {
    return includes(this.picked, value);
  }
}
