/** @file What every component does with its value: takes what fits, and tells of what does not. */

import { property } from 'lit/decorators.js';
import { equal } from '../parts/equal.ts';
import { RivuletError, ValueError, describe, isText, wordsOf } from '../../shared/errors.ts';
import { toText } from '../parts/text.ts';
import { HostElement } from './host-element.ts';
import { strictly } from './setting.ts';

/** What every component does with its value: takes what fits, and says at itself what did not. */
export abstract class ValueElement<T = unknown> extends HostElement {
  /** The value, as a handler gave it or the user made it. Setting it from script fires no event. */
  abstract value: T;

  /** What is wrong with the value, shown under the control until the next edit. */
  @property({ attribute: false }) message = '';

  /** What was told of each property that was set to what does not fit. */
  readonly #complaints = new Map<PropertyKey, string>();
  /** The value that is being set is known to fit. */
  #checked = false;

  /** What the component is called in messages. */
  protected abstract get accessibleName(): string;

  /** The value Clear sets; not the initial one. */
  get emptyValue(): T {
    return null as T;
  }

  /** Turns what a handler or a script gave into a value. @throws {ValueError} */
  protected accept(given: unknown): T {
    return (given ?? this.emptyValue) as T;
  }

  /** True when two values do not say the same, however deep; decides whether `change` fires. */
  protected differs(a: T, b: T): boolean {
    return !equal(a, b);
  }

  /** True when something is shown that a status must not cover. */
  protected get filled(): boolean {
    const { value } = this as { value: unknown };
    return (
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
    );
  }

  /** Makes sure that the value which a script sets fits. @throws {ValueError} */
  protected check(value: unknown): void {
    this.accept(value);
  }

  protected override misfit(name: PropertyKey, value: unknown): RivuletError | null {
    if (name !== 'value') return super.misfit(name, value);
    if (this.#checked) return null;
    const problem = super.misfit(name, value);
    if (problem || value === null || value === undefined) return problem;
    try {
      this.check(value);
      return null;
    } catch (error) {
      return error instanceof RivuletError ? error : this.refuse(value, `another value: ${wordsOf(error)}`);
    }
  }

  /** Says at the element, too, what does not fit, until something fits. */
  protected override onSet(name: PropertyKey, problem: RivuletError | null): void {
    super.onSet(name, problem);
    const before = this.#complaints.get(name);
    if (problem) {
      this.#complaints.set(name, problem.message);
      this.message = problem.message;
    } else if (before !== undefined) {
      this.#complaints.delete(name);
      if (this.message === before) this.message = '';
    }
  }

  /** Anything as text. @throws {ValueError} for what has none */
  protected textOf(given: unknown): string {
    if (given !== null && given !== undefined && typeof given !== 'symbol' && !isText(given))
      throw this.refuse(given, 'a text');
    return toText(given);
  }

  /** Sets a value that is known to fit. @throws what the setter throws all the same */
  protected put(value: T): void {
    this.message = '';
    this.#checked = true;
    try {
      strictly(() => {
        this.value = value;
      });
    } finally {
      this.#checked = false;
    }
  }

  /** Makes the error for a value that does not fit. */
  protected refuse(given: unknown, expected: string): ValueError {
    return new ValueError(
      `${this.accessibleName} (${this.localName}) got ${describe(given)}, expected ${expected}`,
      {
        target: this.id || this.localName,
      },
    );
  }
}
