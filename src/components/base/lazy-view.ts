/** @file Loads the view of a component when it is in a page for the first time. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A component whose inside is drawn by a part that is loaded later. */
interface ViewHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** A sentence about what is wrong. */
  message: string;
}

/**
 * What draws a component, and what its user presses: loaded when the component is in a page for the first time. After
 * a failure, which the component tells of, it is tried again when the component is put into the page again.
 */
export class LazyView<View> implements ReactiveController {
  /** `null` until it is there. */
  view: View | null = null;
  #loading: Promise<void> | null = null;
  #complaint = '';
  readonly #host: ViewHost;
  readonly #load: (root: ShadowRoot) => Promise<View>;

  /** @param load - gives the view of the component with this root. */
  constructor(host: ViewHost, load: (root: ShadowRoot) => Promise<View>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    this.#loading ??= this.#fetch();
  }

  /** Resolves when the view is there, or cannot be had, or nobody needs it yet. */
  async settled(): Promise<void> {
    await this.#loading;
  }

  async #fetch(): Promise<void> {
    try {
      this.view = await this.#load(this.#host.renderRoot as ShadowRoot);
      if (this.#complaint && this.#host.message === this.#complaint) this.#host.message = '';
    } catch (error) {
      this.#loading = null;
      this.#host.message = this.#complaint = (error as Error).message;
    }
    this.#host.requestUpdate();
  }
}
