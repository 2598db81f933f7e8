/** @file Submit, and Stop in its place while a run is on. */

import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Binding } from '../../bind/binding/binding.ts';
import { say, sayUsual } from '../../words/core.ts';

/** Milliseconds for which a run may last before Stop shows, so that quick runs do not flash. */
const STOP_AFTER_MS = 150;
/** The same where runs come by themselves: there Stop is the way out of one that does not end. */
const LIVE_STOP_AFTER_MS = 5000;

/** What the buttons know of their Interface. */
interface RunHost extends ReactiveControllerHost, Element {
  live: boolean;
  submitLabel: string;
  stopLabel: string;
  readonly binding: Binding | null;
  run(): void;
}

/**
 * Submit, and Stop in its place while a run is on. A live Interface has no Submit; Stop is shown there for a run that
 * goes on and on.
 */
export class RunButtons implements ReactiveController {
  #stopping = false;
  #binding: Binding | null = null;
  #timer = 0;
  #focused = '';

  constructor(private readonly host: RunHost) {
    host.addController(this);
  }

  /** Follows another binding from now on, or none. */
  follow(binding: Binding | null): void {
    for (const name of ['start', 'end']) {
      this.#binding?.removeEventListener(name, this.#look);
      binding?.addEventListener(name, this.#look);
    }
    this.#binding = binding;
    this.#look();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  hostConnected(): void {
    this.#look();
  }

  /** The focus goes with a button that is hidden, so it is looked for before. */
  hostUpdate(): void {
    this.#focused = this.host.shadowRoot?.activeElement?.id ?? '';
  }

  /** Moves the focus from the button that goes to the one that takes its place. */
  hostUpdated(): void {
    const [gone, ...heirs] = this.#stopping ? ['submit', 'stop'] : ['stop', 'submit', 'clear'];
    if (this.#focused !== gone) return;
    const root = this.host.shadowRoot;
    heirs
      .map((id) => root?.getElementById(id))
      .find(Boolean)
      ?.focus();
  }

  /** The buttons as they are to be shown. @param generates - True where there are no inputs. */
  view(generates: boolean): unknown {
    const { live, submitLabel, stopLabel } = this.host;
    return html`${
      live && !generates
        ? nothing
        : html`<button class="button primary" part="button" id="submit" type="button" ?hidden=${this.#stopping} @click=${() => this.host.run()}>
            ${generates ? say('generate') : sayUsual('submit', submitLabel)}
          </button>`
    }
    ${
      this.#stopping || !live
        ? html`<button class="button stop" part="button" id="stop" type="button" ?hidden=${!this.#stopping} @click=${() => this.host.binding?.cancel()}>
            ${sayUsual('stop', stopLabel)}
          </button>`
        : nothing
    }`;
  }

  #look = (): void => {
    if (!this.#binding?.running) {
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#show(false);
    } else if (!this.#timer && !this.#stopping) {
      this.#timer = window.setTimeout(
        () => {
          this.#timer = 0;
          this.#show(this.#binding?.running ?? false);
        },
        this.host.live ? LIVE_STOP_AFTER_MS : STOP_AFTER_MS,
      );
    }
  };

  #show(stopping: boolean): void {
    if (this.#stopping === stopping) return;
    this.#stopping = stopping;
    this.host.requestUpdate();
  }
}
