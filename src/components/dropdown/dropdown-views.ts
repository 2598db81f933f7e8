/** @file Draws the picked choices of a Dropdown, and the platform's own select. */

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Choice } from '../choices/choices.ts';
import { chevronDownIcon, closeIcon } from '../parts/icons.ts';
import { say } from '../../words/core.ts';

/** Draws the picked choices of a Dropdown with `multiselect`; without `drop` they cannot be taken back. */
export function renderTokens(
  picked: readonly unknown[],
  labelOf: (value: unknown) => string,
  drop?: (value: unknown) => void,
) {
  return picked.map((value) => {
    const label = labelOf(value);
    return html`<span class="token ${drop ? '' : 'bare'}" part="token"
      >${label}${
        drop
          ? html`<button
              class="icon-button"
              part="button"
              type="button"
              aria-label=${say('removeNamed', { name: label })}
              @click=${() => drop(value)}
            >
              ${closeIcon}
            </button>`
          : nothing
      }</span
    >`;
  });
}

/** What the platform's own select shows. */
export interface SelectView {
  list: readonly Choice[];
  /** Place of the chosen one, −1 for none of them; then `text` is shown. */
  chosen: number;
  text: string;
  off: boolean;
  name: unknown;
  describedBy: unknown;
  pick(index: number): void;
}

/** Draws the platform's own select, in our frame. */
export function renderSelect({ list, chosen, text, off, name, describedBy, pick }: SelectView) {
  return html`<div class="box plain ${off ? 'still' : ''}" part="control">
    <select
      id="control"
      class="entry"
      part="entry"
      aria-label=${name}
      aria-describedby=${describedBy}
      ?disabled=${off}
      @change=${(event: Event) => pick(Number((event.target as HTMLSelectElement).value))}
    >
      ${chosen < 0 ? html`<option value="-1" disabled hidden .selected=${live(true)}>${text}</option>` : nothing}
      ${list.map(({ label }, index) => html`<option value=${index} .selected=${live(index === chosen)}>${label}</option>`)}
    </select>
    <span class="chevron" aria-hidden="true">${chevronDownIcon}</span>
  </div>`;
}
