/** @file Keeps the keyboard's place when a control makes room for another. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where a component's controls are, and what follows one that goes. */
export interface FocusPlaces {
  /** The root whose controls these are. */
  root(): ShadowRoot;
  /** Ids of the controls that take the place of one without a namesake, the best first. */
  heirs: readonly string[];
  /** True while the next control is still on its way: the focus is kept for it. */
  waits?(): boolean;
}

/**
 * Keeps the keyboard's place in a component whose controls make room for others, as Record does for Stop: when the one
 * that has the focus goes, the one of the same `id` gets it, else an heir. Nothing is taken from what the user has
 * gone to meanwhile.
 */
export class FocusKeeper implements ReactiveController {
  readonly #places: FocusPlaces;
  #had: Element | null = null;

  constructor(host: ReactiveControllerHost, places: FocusPlaces) {
    this.#places = places;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#had = this.#places.root().activeElement ?? this.#had;
  }

  hostUpdated(): void {
    const { heirs, waits } = this.#places;
    const root = this.#places.root();
    const had = this.#had;
    if (!had || root.contains(had) || !isLost()) return void (this.#had = null);
    for (const id of [had.id, ...heirs]) {
      const heir = id ? root.getElementById(id) : null;
      if (!heir) continue;
      this.#had = null;
      return heir.focus({ preventScroll: true });
    }
    if (!waits?.()) this.#had = null;
  }
}

/** True when nothing in the page has the focus. */
const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;
