/** @file `<riv-dropdown>`: one of many choices, or several, found by typing. */

import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Any, Or, TYPES } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import type { Options } from '../base/base.ts';
import { LazyView } from '../base/lazy-view.ts';
import { type Choice, type ChoiceType, among, matching, placeOf, same } from '../choices/choices.ts';
import { element } from '../base/element.ts';
import { chevronDownIcon, closeIcon } from '../parts/icons.ts';
import type { Choosing, DropdownTypes } from './dropdown-types.ts';
import { dropdownStyles } from './dropdown.styles.ts';
import type { ListView } from './list.ts';
import { renderSelect, renderTokens } from './dropdown-views.ts';
import { RivPicks } from './picks.ts';
import { say } from '../../words/core.ts';

/**
 * One of many choices, or several with `multiselect`, found by typing. Without a value the first choice is
 * chosen; `value: null` (`value=""` as an attribute) chooses none.
 *
 * @input A value; a list with `multiselect`.
 * @output The same.
 * @event input - The user picked a choice, dropped one, or gave a text of their own.
 * @event select - The user picked or dropped a choice; the detail is `{ index, value, selected }`.
 * @event change - The value changed, by the user or by a handler.
 * @event keyUp - A key was released; the detail is `{ key, inputValue }`.
 * @event focus - The control got the focus.
 * @event blur - The control lost the focus.
 * @csspart control - The box.
 * @csspart entry - The text box or native select in it.
 * @csspart token - A picked choice, with `multiselect`.
 * @csspart button - The buttons that take choices back.
 * @csspart list - The list of choices.
 * @csspart option - One of them.
 */
@element('riv-dropdown', { cell: true })
export class RivDropdown<
  Value = Any,
  Type extends ChoiceType = Any,
  Many extends boolean = Any,
> extends RivPicks {
  declare readonly [TYPES]: DropdownTypes<Value, Or<Type, 'value'>, Or<Many, false>>;
  static override styles = [...RivPicks.styles, dropdownStyles];
  static override events = ['change', 'input', 'select', 'focus', 'blur', 'keyUp'];
  static override kind = 'Dropdown';

  @state() private open = false;
  /** What the user is typing; `null` while the box shows the value. */
  @state() private query: string | null = null;
  @state() private active = -1;

  readonly #lazyView = new LazyView<ListView>(this, async (root) => {
    const { ListView } = await lazy(() => import('./list.ts'));
    return new ListView(root);
  });

  constructor(options?: Options<RivDropdown, Choosing<Value, Type, Many>>) {
    super(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.editable || this.visible === false) this.#close();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#lazyView.view?.toggle(this.open);
    if (this.open && changed.has('active')) {
      this.shadowRoot?.getElementById(`option-${this.active}`)?.scrollIntoView({ block: 'nearest' });
    }
  }

  protected override get takesOthers(): boolean {
    return this.allowCustomValue;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#lazyView.settled();
    return super.getUpdateComplete();
  }

  protected override renderControl() {
    if (!this.filterable && !this.allowCustomValue && !this.multiselect) {
      return renderSelect({
        list: this.list,
        chosen: placeOf(this.value, this.list),
        text: this.text,
        off: !this.editable,
        name: this.spokenName,
        describedBy: this.describedBy,
        pick: (index) => this.#pick(index),
      });
    }
    const expanded = this.open && this.editable;
    const has = among(this.picked);
    const still = this.editable ? '' : 'still';
    return html`<div
        class="box ${still} ${expanded ? 'open' : ''} ${this.multiselect ? 'many' : ''} ${this.message ? 'wrong' : ''}"
        part="control"
        @mousedown=${this.#onBoxDown}
        @click=${this.#onBoxClick}
        @focusout=${this.#onLeave}
      >
        <span class="body">
          ${this.multiselect ? renderTokens(this.picked, (value) => this.labelOf(value), this.editable ? (value) => this.#drop(value) : undefined) : nothing}
          <input
            id="control"
            class="entry"
            part="entry"
            type="text"
            role="combobox"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-expanded=${expanded}
            aria-controls="list"
            aria-haspopup="listbox"
            aria-autocomplete=${this.filterable || this.allowCustomValue ? 'list' : 'none'}
            aria-activedescendant=${expanded && this.active >= 0 ? `option-${this.active}` : nothing}
            aria-label=${this.spokenName}
            aria-describedby=${this.describedBy}
            placeholder=${this.editable && this.picked.length === 0 ? say('select') : nothing}
            .value=${live(this.query ?? this.text)}
            ?readonly=${!this.filterable && !this.allowCustomValue}
            ?disabled=${!this.editable}
            @input=${this.#onType}
            @keydown=${this.#onKey}
            @keyup=${this.#onKeyUp}
          />
        </span>
        ${
          this.multiselect && this.editable && this.picked.length > 0
            ? html`<button class="icon-button clear" part="button" type="button" aria-label=${say('removeAll')} @click=${this.#removeAll}>
                ${closeIcon}
              </button>`
            : nothing
        }
        <span class="chevron" aria-hidden="true">${chevronDownIcon}</span>
      </div>
      ${this.#lazyView.view?.render({
        shown: expanded ? this.#shown : [],
        active: this.active,
        multiple: this.multiselect,
        name: this.accessibleName,
        full: this.full,
        picked: ({ value }) => has(value),
        pick: (index) => this.#pick(index),
      })}`;
  }

  get #shown(): { choice: Choice; index: number }[] {
    return matching(this.query ?? '', this.list);
  }

  #show(): void {
    if (!this.editable || this.open) return;
    this.open = true;
    this.active = placeOf(this.picked[0], this.list);
  }

  #close(): void {
    this.open = false;
    this.active = -1;
  }

  #pick(index: number): void {
    const choice = this.list[index];
    if (!choice) return;
    this.query = null;
    const { value } = choice;
    const held = this.holds(value);
    if (!this.multiselect) {
      this.#close();
      if (!held) this.choose(value, { index, value, selected: true });
    } else if (held) this.#drop(value);
    else if (!this.full) {
      this.choose([...this.picked, value], { index, value, selected: true });
      if (this.full) this.#close();
    }
  }

  #drop(value: unknown): void {
    const rest = this.picked.filter((one) => !same(one, value));
    this.choose(rest, { index: placeOf(value, this.list), value, selected: false });
    this.focus();
  }

  #removeAll = (): void => {
    this.commit([]);
    this.focus();
  };

  /** Takes what was typed: the choice that reads so, or the text itself where that is allowed. */
  #takeText(): void {
    const text = this.query?.trim() ?? '';
    this.query = null;
    const index = this.list.findIndex(({ label }) => label === text);
    if (index >= 0) {
      if (!this.holds(this.list[index]?.value)) this.#pick(index);
    } else if (this.allowCustomValue && this.multiselect) {
      if (text && !this.holds(text) && !this.full) this.commit([...this.picked, text]);
    } else if (this.allowCustomValue && text !== this.text) this.commit(text || null);
  }

  #onType = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    this.#show();
    this.active = this.allowCustomValue ? -1 : (this.#shown[0]?.index ?? -1);
  };

  #onBoxDown = (event: MouseEvent): void => {
    if ((event.target as Element).closest('button, input')) return;
    event.preventDefault(); // the focus stays in, or goes to, the text box
    this.focus();
  };

  #onBoxClick = (event: MouseEvent): void => {
    if ((event.target as Element).closest('button') || this.query !== null) return;
    if (this.open) {
      this.#close();
      return;
    }
    this.#show();
    if (!this.multiselect) (this.control as HTMLInputElement).select();
  };

  #onLeave = (event: FocusEvent): void => {
    if (this.shadowRoot?.contains(event.relatedTarget as Node | null)) return;
    if (this.allowCustomValue && this.query !== null) this.#takeText();
    this.query = null;
    this.#close();
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || !this.editable) return;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') this.#move(key === 'ArrowDown' ? 1 : -1, event.altKey);
    else if (key === 'Escape' && this.open) {
      this.query = null;
      this.#close();
    } else if (key === 'Enter' && this.open && this.active >= 0) this.#pick(this.active);
    else if (key === 'Enter' && this.query !== null) {
      this.#takeText();
      if (!this.multiselect) this.#close();
    } else if (key === ' ' && !this.filterable && !this.allowCustomValue) {
      if (this.open && this.active >= 0) this.#pick(this.active);
      else this.#show();
    } else {
      const last = this.picked.at(-1);
      if (key === 'Backspace' && this.multiselect && !this.query && last !== undefined) this.#drop(last);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  #move(by: 1 | -1, alt: boolean): void {
    if (alt && by < 0) {
      this.#close();
      return;
    }
    const wasOpen = this.open;
    this.#show();
    const shown = this.#shown;
    const at = shown.findIndex(({ index }) => index === this.active);
    if (alt || (!wasOpen && at >= 0) || shown.length === 0) return;
    const next = at < 0 && by < 0 ? -1 : at + by;
    this.active = shown.at(next % shown.length)?.index ?? -1;
  }

  #onKeyUp = (event: KeyboardEvent): void => {
    this.emit('keyUp', { key: event.key, inputValue: (event.target as HTMLInputElement).value });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-dropdown': RivDropdown<Any, ChoiceType, boolean>;
  }
  interface RivuletShortcuts {
    dropdown: RivDropdown;
  }
}
