/** @file `<riv-state>`: remembers a value between runs. */

import { property } from 'lit/decorators.js';
import type { Any, HeldOf, TYPES, ValueTypes } from '../../page/element-types.ts';
import { ValueError, describe } from '../../shared/errors.ts';
import type { Input } from '../../shared/protocol.ts';
import { functionConverter, anyConverter, numberConverter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { UnseenElement } from '../base/unseen.ts';
import { timerMs } from '../../shared/abort.ts';

/**
 * Remembers a value between runs; shows nothing. Handlers get a copy, and what they give back is copied in.
 *
 * @input A copy of what it holds.
 * @output Anything that can be cloned.
 * @event change - A handler gave a value that differs, however deep.
 */
@element('riv-state', { unseen: true })
export class RivState<Value = Any> extends UnseenElement<unknown> {
  declare readonly [TYPES]: ValueTypes<HeldOf<Value>>;
  static override kind = 'State';

  /** Seconds after the last write when the value goes and the initial one is back; `null` for never. */
  @property({ converter: numberConverter }) timeToLive: number | null = null;
  /** Told once of a value that went by `timeToLive`. */
  @property({ attribute: false, converter: functionConverter }) deleteCallback:
    | ((value: unknown) => void)
    | null = null;

  #value: unknown = null;
  #initial: unknown = null;
  #begun = false;
  #end: ReturnType<typeof setTimeout> | undefined;

  constructor(options?: Options<RivState, { value?: Value }>) {
    super(options);
  }

  /**
   * What is remembered: a copy of what was set, and given as a copy to all who ask. What is set before the first run is
   * also what Clear returns to.
   */
  @property({ converter: anyConverter })
  get value(): unknown {
    return this.#copy(this.#value);
  }
  set value(given: unknown) {
    this.#value = this.#copy(given ?? null);
    if (this.#begun) this.#live();
    else this.#initial = this.#copy(this.#value);
  }

  override get emptyValue(): unknown {
    return this.#copy(this.#initial);
  }

  override toHandler(): Input {
    this.#begun = true;
    return this.asInput(this.#value);
  }

  protected override asInput(value: unknown): Input {
    return { kind: 'value', value: this.#copy(value) };
  }

  override fromHandler(given: unknown): void {
    this.#begun = true;
    const value = given ?? null;
    const changed = this.differs(this.#value, value);
    this.put(value);
    if (changed) this.emit('change', { value });
  }

  #live(): void {
    clearTimeout(this.#end);
    if (this.timeToLive === null) return;
    this.#end = setTimeout(
      () => {
        const gone = this.#value;
        this.#value = this.#copy(this.#initial);
        this.deleteCallback?.(gone);
      },
      timerMs(this.timeToLive * 1000),
    );
  }

  #copy(value: unknown): unknown {
    try {
      return structuredClone(value);
    } catch (cause) {
      throw new ValueError(
        `State${this.id && ` "${this.id}"`} cannot hold ${describe(value)}: it cannot be copied`,
        {
          target: this.id || this.localName,
          cause,
        },
      );
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-state': RivState<Any>;
  }
  interface RivuletShortcuts {
    state: RivState;
  }
}
