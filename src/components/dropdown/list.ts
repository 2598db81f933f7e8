/** @file Draws the list of a Dropdown. */

import { type TemplateResult, adoptStyles, html, nothing } from 'lit';
import type { Choice } from '../choices/choices.ts';
import { checkIcon } from '../parts/icons.ts';
import { follow } from './popup.ts';
import { listStyles } from './list.styles.ts';
import { say } from '../../words/core.ts';

/** What the list of a Dropdown shows. */
export interface ShownList {
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

/** Choices that are drawn at a time: those around the active one. */
const DRAWN = 500;

const more = (count: number) =>
  count > 0
    ? html`<div class="option" role="option" aria-selected="false" aria-disabled="true"><span>${say('typeToFind', { count })}</span></div>`
    : nothing;

const keepFocus = (event: Event): void => event.preventDefault();

/** The list under a Dropdown: a listbox in the top layer, which leaves the focus in the text box. */
export class ListView {
  readonly #root: ShadowRoot;
  #placing = new AbortController();
  #open = false;

  constructor(root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, listStyles]);
    this.#root = root;
  }

  /** Opens it at its box, or closes it. */
  toggle(open: boolean): void {
    if (this.#open === open) return;
    this.#open = open;
    const popup = this.#root.getElementById('list');
    const box = this.#root.querySelector('.box');
    this.#placing.abort();
    if (!popup || !box) return;
    if (open) {
      this.#placing = new AbortController();
      popup.showPopover();
      follow(box, popup, this.#placing.signal);
    } else popup.hidePopover();
  }

  render(list: ShownList): TemplateResult {
    return renderList(list);
  }
}

function renderList({ shown, active, multiple, name, full, picked, pick }: ShownList): TemplateResult {
  const place = shown.length > DRAWN ? shown.findIndex(({ index }) => index === active) : 0;
  const from = Math.max(0, Math.min(place - DRAWN / 2, shown.length - DRAWN));
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
    ${more(from)}
    ${shown.slice(from, from + DRAWN).map(({ choice, index }) => {
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
    ${more(shown.length - from - DRAWN)}
    ${
      shown.length
        ? nothing
        : html`<div class="option" role="option" aria-selected="false" aria-disabled="true"><span>${say('noMatch')}</span></div>`
    }
  </div>`;
}
