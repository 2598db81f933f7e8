/** @file Loads the view of a component when it is in a page for the first time. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A component whose inside is drawn by a part that is loaded later. */
interface FaceHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** A sentence about what is wrong. */
  message: string;
}

/**
 * What draws a component, and what its user presses: loaded when the component is in a page for the first time. After
 * a failure, which the component tells of, it is tried again when the component is put into the page again.
 */
export class Faced<Face> implements ReactiveController {
  /** `null` until it is there. */
  face: Face | null = null;
  #loading: Promise<void> | null = null;
  #complaint = '';
  readonly #host: FaceHost;
  readonly #load: (root: ShadowRoot) => Promise<Face>;

  /** @param load - gives the face of the component with this root. */
  constructor(host: FaceHost, load: (root: ShadowRoot) => Promise<Face>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    this.#loading ??= this.#fetch();
  }

  /** Resolves when the face is there, or cannot be had, or nobody needs it yet. */
  async settled(): Promise<void> {
    await this.#loading;
  }

  async #fetch(): Promise<void> {
    try {
      this.face = await this.#load(this.#host.renderRoot as ShadowRoot);
      if (this.#complaint && this.#host.message === this.#complaint) this.#host.message = '';
    } catch (error) {
      this.#loading = null;
      this.#host.message = this.#complaint = (error as Error).message;
    }
    this.#host.requestUpdate();
  }
}
