/** @file `<riv-date-time>`: a date, with or without the time of day. */

import { property } from 'lit/decorators.js';
import type { Any, EditEvents, TYPES, ValueEvent } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import type { Input } from '../../shared/protocol.ts';
import { type Converter, oneOf, textThat } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import type { FocusEvents } from '../field/field.ts';
import { type FieldHands, LazyField } from '../field/lazy-field.ts';
import type { Moment } from './date-time-host.ts';
import { isMomentText } from './moment-text.ts';

/** What was expected where something is no date. */
const A_TIME = 'seconds since 1970, a Date, or a text such as "2030-01-31 12:00:00" or "now - 5m"';

/** A text that is a number means seconds; any other stays. */
const momentConverter: Converter = {
  fromAttribute: (text) => (text && /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : text),
};

const isZone = (timeZone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
};

interface DateTimeEvents extends EditEvents<Moment | null>, FocusEvents {
  submit: ValueEvent<Moment | null>;
}

/**
 * A date, with or without the time of day: written, or picked in the browser's own calendar. A text such as `now` or
 * `now - 5m` (`d`, `h`, `m`, `s`) is a time that each run counts anew.
 *
 * @input Seconds since 1970; with `type: "date"` a `Date`, with `"string"` a text such as `"2030-01-31 12:00:00"`;
 * `null` when it is empty.
 * @output Any of those.
 * @event input - The user picked or wrote another date.
 * @event change - The date changed, by the user or by a handler.
 * @event submit - Enter was pressed in the text.
 * @event focus - The box got the focus.
 * @event blur - The box lost the focus.
 * @csspart control - The box.
 * @csspart entry - The native text control in it.
 * @csspart button - The button that opens the calendar.
 */
@element('riv-date-time', { cell: true })
export class RivDateTime extends LazyField<Moment | null> {
  declare readonly [TYPES]: {
    input: Any;
    output: Moment;
    events: DateTimeEvents;
  };
  static override events = ['change', 'input', 'submit', 'focus', 'blur'];
  static override kind = 'Date and time';

  /** The date, as it was given; what the user writes is of the kind that `type` names. `null` is none. */
  @property({ converter: momentConverter }) value: Moment | null = null;
  /** What a handler is given: seconds since 1970, a `Date`, or a text. */
  @property({ converter: oneOf('timestamp', 'date', 'string') }) type: 'timestamp' | 'date' | 'string' =
    'timestamp';
  /** False leaves out the time of day. */
  @property({ type: Boolean }) includeTime = true;
  /** The time zone of what is written, such as `Europe/Berlin`; without one the reader's. */
  @property({ converter: textThat(isZone, 'a time zone, such as "Europe/Berlin"') }) timezone = '';

  constructor(options?: Options<RivDateTime>) {
    super(options);
  }

  protected override accept(given: unknown): Moment | null {
    if (given === null || given === undefined || given === '') return null;
    const fits =
      typeof given === 'string'
        ? isMomentText(given)
        : (typeof given === 'number' || given instanceof Date) && Math.abs(+given) < 8.64e15;
    if (!fits) throw this.refuse(given, A_TIME);
    return given as Moment;
  }

  protected override asInput(value: Moment | null): Input | Promise<Input> {
    const { type } = this;
    const known =
      value === null || (type === 'date' ? value instanceof Date : type === 'timestamp' && value === +value);
    return known ? { kind: 'value', value } : this.#converted(value);
  }

  async #converted(value: Moment): Promise<Input> {
    const { convert } = await lazy(() => import('./date-time-view.ts'));
    return { kind: 'value', value: convert(value, this) };
  }

  protected override async loadView(root: ShadowRoot, hands: FieldHands<Moment | null>) {
    const { DateTimeView } = await lazy(() => import('./date-time-view.ts'));
    return new DateTimeView(this, root, hands);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-date-time': RivDateTime;
  }
  interface RivuletShortcuts {
    'date-time': RivDateTime;
  }
}
