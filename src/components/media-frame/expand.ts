/** @file Lets a part of a component cover the whole window. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Lets a part of a component cover the whole window, in the browser's top layer, so that no box around it can cut
 * it off. Escape leaves.
 */
export class Expand implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #part: () => HTMLElement | null;
  #open: HTMLElement | null = null;

  constructor(host: ReactiveControllerHost, part: () => HTMLElement | null) {
    this.#host = host;
    this.#part = part;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.leave();
  }

  get active(): boolean {
    return this.#open !== null;
  }

  toggle(): void {
    if (this.#open) return this.leave();
    const part = this.#part();
    if (!part) return;
    this.#open = part;
    part.popover = 'manual';
    part.showPopover();
    document.addEventListener('keydown', this.#onKey);
    this.#host.requestUpdate();
  }

  leave(): void {
    const part = this.#open;
    if (!part) return;
    this.#open = null;
    document.removeEventListener('keydown', this.#onKey);
    part.popover = null;
    this.#host.requestUpdate();
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.leave();
  };
}
