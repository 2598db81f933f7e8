/** @file One call of the handler on its way: what stops it, and how much the page still takes of it. */

import { CREDITS } from '../shared/protocol.ts';

/** One call of the handler on its way. */
export class HandlerRun {
  credits = CREDITS;
  /** Stopped for the user: what is still yielded is not sent. */
  stopped = false;
  #over: DOMException | null = null;
  #abort: AbortController | null = null;
  #wake: (() => void) | null = null;

  /** True when it was stopped or is out of time. */
  get over(): boolean {
    return this.#over !== null;
  }

  /** Made when it is first asked for: for a short run it would be half of the work. */
  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (this.#over) this.#abort.abort(this.#over);
    return this.#abort.signal;
  }

  stop(soft = false): void {
    this.stopped ||= !soft;
    this.#over ??= new DOMException(soft ? 'The time is up' : 'The run was stopped', 'AbortError');
    this.#abort?.abort(this.#over);
    this.#stir();
  }

  /** The page has shown a yield, or there was none to show. */
  more(): void {
    this.credits += 1;
    this.#stir();
  }

  /** Waits until the page wants one more yield. */
  async credit(): Promise<void> {
    await this.#until(1);
    this.credits -= 1;
  }

  /** Waits until the page has shown all yields. */
  settled(): Promise<void> {
    return this.#until(CREDITS);
  }

  async #until(credits: number): Promise<void> {
    while (this.credits < credits && !this.stopped)
      await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  #stir(): void {
    this.#wake?.();
    this.#wake = null;
  }
}
