/** @file Gives a component the value that a function makes. */

import { hidesErrors } from '../../page/around.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Port } from '../../shared/port.ts';
import type { Computation } from './options.ts';
import { timerMs } from '../../shared/abort.ts';
import { strictly } from './setting.ts';
import { fireToast } from '../../page/events.ts';

/** The component, as far as its function knows it. */
type ComputedHost = HTMLElement & Port & ReactiveControllerHost & { value: unknown };

/**
 * Gives a component the value that a function makes: at load without an event, later as a handler would. While the
 * page is hidden no period counts; what is due during a call that waits is skipped, a changed input is not.
 */
export class Computed implements ReactiveController {
  readonly #host: ComputedHost;
  readonly #make: (...inputs: unknown[]) => unknown;
  readonly #every: number | EventTarget | undefined;
  readonly #inputs: readonly Port[];
  #off = new AbortController();
  #timer: ReturnType<typeof setInterval> | undefined;
  #first = true;
  #busy = false;
  #again = false;

  constructor(host: ComputedHost, { value, every, inputs = [] }: Computation) {
    this.#host = host;
    this.#make = value as (...inputs: unknown[]) => unknown;
    this.#every = every;
    this.#inputs = Array.isArray(inputs) ? inputs : [inputs];
    for (const input of this.#inputs) input.use('input');
    if (every !== undefined || this.#inputs.length > 0) host.use('output');
    host.addController(this);
  }

  hostConnected(): void {
    this.#off = new AbortController();
    const { signal } = this.#off;
    for (const input of this.#inputs) {
      const take = (event: Event) => {
        if (event.target !== input) return;
        this.#again = this.#busy;
        void this.#evaluate();
      };
      input.addEventListener('change', take, { signal });
    }
    const due = () => {
      if (!document.hidden) void this.#evaluate();
    };
    if (typeof this.#every === 'number') this.#timer = setInterval(due, timerMs(this.#every * 1000));
    else this.#every?.addEventListener('tick', due, { signal });
    if (this.#first) void this.#evaluate();
  }

  hostDisconnected(): void {
    this.#off.abort();
    clearInterval(this.#timer);
  }

  async #evaluate(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      const made = await this.#make(...this.#inputs.map((input) => (input as { value?: unknown }).value));
      if (this.#first) strictly(() => Object.assign(this.#host, { value: made }));
      else this.#host.fromHandler(made);
    } catch (error) {
      this.#fail(error as Error);
    }
    this.#first = this.#busy = false;
    if (!this.#again) return;
    this.#again = false;
    void this.#evaluate();
  }

  #fail(thrown: Partial<Error>): void {
    this.#host.stale = true;
    const { name = 'Error', message = 'The value could not be computed' } = thrown;
    console.error(thrown);
    const hidden = hidesErrors(this.#host);
    const shownBy = hidden || this.#host.inSight ? undefined : 'toast';
    this.#host.status = {
      stage: 'error',
      show: 'full',
      error: { name, message: hidden ? '' : message, shownBy },
    };
    if (shownBy) fireToast(this.#host, { level: 'error', message, source: this });
  }
}
