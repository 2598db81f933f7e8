/** @file The view of a DateTime: a text, and a button that opens the browser's own calendar. */

import { type TemplateResult, html, svg } from 'lit';
import { cut } from '../../shared/errors.ts';
import { EntryView } from '../field/entry-view.ts';
import type { FieldHands } from '../field/lazy-field.ts';
import { icon } from '../parts/icons.ts';
import type { DateTimeHost, Moment } from './date-time-host.ts';
import { dateTimeStyles } from './date-time.styles.ts';
import { isMomentText } from './moment-text.ts';
import { convert, isRelative, millisecondsOf, textOf } from './moments.ts';
import { say } from '../../words/text.ts';

export { convert } from './moments.ts';

/** Calendar. From lucide, as those of `icons.ts`. */
const calendarIcon = icon(
  svg`<path d="M8 2v4"/><path d="M16 2v4"/><rect width="18" height="18" x="3" y="4" rx="2"/><path d="M3 10h18"/>`,
);

/** What is seen and pressed of a DateTime. */
export class DateTimeView extends EntryView<Moment | null, DateTimeHost> {
  constructor(host: DateTimeHost, root: ShadowRoot, hands: FieldHands<Moment | null>) {
    super(host, root, hands, dateTimeStyles);
  }

  protected get placeholder(): string {
    return this.host.includeTime ? 'YYYY-MM-DD HH:MM:SS' : 'YYYY-MM-DD';
  }

  /** The value as a text: `now` as it is, all else as the clock shows it. */
  protected get text(): string {
    const { value } = this.host;
    return isRelative(value) ? String(value) : this.#clock;
  }

  /** What the clock shows at the value. */
  get #clock(): string {
    const { value, timezone } = this.host;
    return value === null ? '' : textOf(millisecondsOf(value, timezone), this.host);
  }

  protected problemOf(text: string): string {
    const example = this.host.includeTime ? '2030-01-31 12:00:00' : '2030-01-31';
    return isMomentText(text) ? '' : say('noDate', { text: cut(text), example });
  }

  /** Takes a text as the kind of value that handlers are given. */
  protected commit(text: string): void {
    if (text === this.shown) return;
    this.hands.commit(text === '' ? null : isRelative(text) ? text : convert(text, this.host));
  }

  protected renderPicker(): TemplateResult {
    const { editable, includeTime } = this.host;
    return html`<span class="tools">
      <input
        class="native"
        type=${includeTime ? 'datetime-local' : 'date'}
        step="1"
        tabindex="-1"
        aria-hidden="true"
        ?disabled=${!editable}
        @change=${this.#pick}
      />
      <button
        class="icon-button"
        part="button"
        type="button"
        aria-label=${say('calendarNamed', { name: this.hands.name })}
        title=${say('calendar')}
        ?disabled=${!editable}
        @click=${this.#open}
      >
        ${calendarIcon}
      </button>
    </span>`;
  }

  #open = (): void => {
    const native = this.find('.native');
    if (!native) return;
    native.value = this.#clock.replace(' ', 'T');
    try {
      native.showPicker();
    } catch {
      this.host.message = say('noCalendar');
    }
  };

  #pick = (event: Event): void => {
    this.take((event.target as HTMLInputElement).value);
  };
}
