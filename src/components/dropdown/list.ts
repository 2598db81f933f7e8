import { html, nothing } from 'lit';
import type { Choice } from '../choices.ts';
import { checkIcon } from '../icons.ts';

/** What the list of a Dropdown shows. */
export interface ListView {
  /** Choices to show, each with its place in the whole list. */
  shown: readonly { choice: Choice; index: number }[];
  /** Place of the choice that Enter would pick; −1 for none. */
  active: number;
  multiple: boolean;
  name: string;
  /** True when no further choice may be picked. */
  full: boolean;
  picked(choice: Choice): boolean;
  pick(index: number): void;
}

const keepFocus = (event: Event): void => event.preventDefault();

/** The list under a Dropdown: a listbox in the top layer, which leaves the focus in the text box. */
export function renderList({ shown, active, multiple, name, full, picked, pick }: ListView) {
  return html`<div
    id="list"
    class="list"
    part="list"
    role="listbox"
    popover="manual"
    aria-label=${name}
    aria-multiselectable=${multiple ? 'true' : nothing}
    @mousedown=${keepFocus}
  >
    ${shown.map(({ choice, index }) => {
      const selected = picked(choice);
      const off = full && !selected;
      return html`<div
        id="option-${index}"
        class="option ${index === active ? 'active' : ''}"
        part="option"
        role="option"
        aria-selected=${selected}
        aria-disabled=${off ? 'true' : nothing}
        @click=${off ? nothing : () => pick(index)}
      >
        <span>${choice.label}</span>${selected ? checkIcon : nothing}
      </div>`;
    })}
    ${
      shown.length
        ? nothing
        : html`<div class="option" role="option" aria-selected="false" aria-disabled="true"><span>No match</span></div>`
    }
  </div>`;
}
