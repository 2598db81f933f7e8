/** @file `<riv-clear-button>`: a button that empties components. */

import { property } from 'lit/decorators.js';
import type { TYPES, ValueEvent, ValueTypes } from '../../page/element-types.ts';
import { elementById } from '../../page/around.ts';
import type { Port } from '../../shared/port.ts';
import type { Converter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { ButtonElement } from '../button/button-element.ts';
import { sayUsual } from '../../words/core.ts';

/** A component, as far as it can be emptied. */
type Clearable = HTMLElement & Port & { clear?(): void };

/** What a ClearButton may be told to empty: a component, several, or their ids. */
export type Cleared = Clearable | readonly Clearable[] | string;

interface ClearButtonEvents {
  click: MouseEvent;
  change: ValueEvent<string>;
}

const isClearable = (each: unknown) => typeof (each as Clearable | null)?.clear === 'function';

const componentsConverter: Converter<Cleared> = {
  fromAttribute: (text) => text ?? '',
  expects: (value) =>
    typeof value === 'string' || [value].flat().every(isClearable)
      ? undefined
      : 'components, or their ids in one text',
};

/**
 * A button that empties components, as Clear of an Interface does: `new rv.ClearButton([a, b])`.
 *
 * @input Its text.
 * @output Its text.
 * @event click - The user pressed the button, and the components are empty.
 * @event change - A handler changed the text.
 * @csspart button - The native button.
 * @csspart icon - The picture before the text.
 */
@element('riv-clear-button', { besideCells: true, unlabelled: true })
export class RivClearButton extends ButtonElement<string> {
  declare readonly [TYPES]: ValueTypes<string, ClearButtonEvents>;
  static override events = ['click', 'change'];
  static override kind = 'Clear button';

  /** The text on the button. */
  @property() value = 'Clear';
  /** What a press empties: components; in HTML their ids, separated by spaces or commas. */
  @property({ converter: componentsConverter }) components: Cleared = [];

  /** `components` may come first, then the other options. */
  static positional([first, ...others]: unknown[]): unknown[] {
    const listed = typeof first === 'string' || Array.isArray(first) || isClearable(first);
    return listed ? [{ components: first, ...(others[0] as object) }] : [first, ...others];
  }

  constructor(components?: Cleared | Options<RivClearButton>, options?: Options<RivClearButton>) {
    super(options ?? (components as object));
    // Before what is bound to it reads them.
    this.addEventListener('click', () => this.#empty());
  }

  /** Adds to what a press empties. */
  add(components: Exclude<Cleared, string>): this {
    this.components = [...this.#targets(), ...[components].flat()] as Clearable[];
    return this;
  }

  override get emptyValue(): string {
    return '';
  }

  protected override get words(): string {
    return sayUsual('clear', this.value);
  }

  protected override accept(given: unknown): string {
    return this.textOf(given);
  }

  /** @throws nothing: an id that is nobody's is told of. */
  #targets(): Clearable[] {
    const { components } = this;
    if (typeof components !== 'string') return [components].flat() as Clearable[];
    const ids = components.split(/[\s,]+/).filter(Boolean);
    const found = ids.map((id) => elementById(this, id) as Clearable | null);
    const missing = ids.filter((_, at) => !isClearable(found[at]));
    this.message = missing.length > 0 ? `There is no component "${missing.join('", "')}" to empty.` : '';
    return found.filter(isClearable) as Clearable[];
  }

  #empty(): void {
    for (const component of this.#targets()) {
      component.clear?.();
      if (component.status?.stage === 'error') component.status = { stage: 'idle', show: 'full' };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-clear-button': RivClearButton;
  }
  interface RivuletShortcuts {
    'clear-button': RivClearButton;
  }
}
