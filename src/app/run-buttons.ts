import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Binding } from '../bind/binding.ts';

/** Milliseconds for which a run may last before Stop shows, so that quick runs do not flash. */
const STOP_AFTER_MS = 150;

/** Watches a binding, and says whether Stop stands in Submit's place. */
export class RunButtons implements ReactiveController {
  /** True while Stop shows. */
  stopping = false;
  #binding: Binding | null = null;
  #timer = 0;
  #focused = '';

  constructor(private readonly host: ReactiveControllerHost & Element) {
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
    const [gone, come] = this.stopping ? ['submit', 'stop'] : ['stop', 'submit'];
    if (this.#focused === gone) this.host.shadowRoot?.getElementById(come as string)?.focus();
  }

  #look = (): void => {
    if (!this.#binding?.running) {
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#show(false);
    } else if (!this.#timer && !this.stopping) {
      this.#timer = window.setTimeout(() => {
        this.#timer = 0;
        this.#show(this.#binding?.running ?? false);
      }, STOP_AFTER_MS);
    }
  };

  #show(stopping: boolean): void {
    if (this.stopping === stopping) return;
    this.stopping = stopping;
    this.host.requestUpdate();
  }
}
