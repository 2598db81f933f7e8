/** @file Gives fields that follow each other in a stack one common frame. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { traitsOf } from '../page/registry.ts';

const ATTRIBUTE = 'cell';

/** Returns true for a field that wants a frame. */
export function isField(element: Element): boolean {
  return !!traitsOf(element).cell && (element as { container?: boolean }).container !== false;
}

/** Says where an element stands in its run of fields. */
function placeOf(before: Element | undefined, after: Element | undefined): string {
  if (before && isField(before)) return after && isField(after) ? 'middle' : 'last';
  return after && isField(after) ? 'first' : 'only';
}

/** Elements without a place on the screen (State, Timer, hidden ones) do not break a run of fields. */
export function shown(elements: readonly Element[]): Element[] {
  return elements.filter((element) => !element.hasAttribute('hidden') && !traitsOf(element).unseen);
}

/** Tells each field of a stack which part of the common frame it draws. */
export function frameCells(elements: readonly Element[]): void {
  const row = shown(elements);
  for (const element of elements)
    if (isField(element) && !row.includes(element)) element.removeAttribute(ATTRIBUTE);
  for (const [index, element] of row.entries()) {
    if (!isField(element)) continue;
    const place = placeOf(row[index - 1], row[index + 1]);
    if (element.getAttribute(ATTRIBUTE) !== place) element.setAttribute(ATTRIBUTE, place);
  }
}

/** Takes the frames away again. */
export function unframeCells(elements: readonly Element[]): void {
  for (const element of elements) if (element.hasAttribute(ATTRIBUTE)) element.removeAttribute(ATTRIBUTE);
}

/**
 * Watches the elements in the host's slots, also those of slots within slots: calls `arrange` for each slot when
 * they change, and when one of them is hidden or shown.
 */
export class CellWatch implements ReactiveController {
  #observer = new MutationObserver(() => this.#look());
  #root: ShadowRoot | null = null;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly arrange: (elements: Element[]) => void,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#root) return;
    this.#root = this.host.shadowRoot;
    this.#root?.addEventListener('slotchange', () => this.#look());
    this.#look();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostConnected(): void {
    if (this.#root) this.#look();
  }

  #look(): void {
    this.#observer.disconnect();
    for (const slot of this.#root?.querySelectorAll('slot') ?? []) {
      const elements = slot.assignedElements({ flatten: true });
      this.arrange(elements);
      for (const element of elements)
        this.#observer.observe(element, { attributes: true, attributeFilter: ['hidden', 'container'] });
    }
  }
}
