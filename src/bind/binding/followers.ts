/** @file Starts the bindings that hang on the ends of another one's runs. */

import type { HandlerEvent } from '../../shared/protocol.ts';
import type { Outcome } from '../run/failure.ts';

/** A follower waits for one of these ends of a run. */
export type RunEnd = 'after' | 'success' | 'failure';

/** What can follow a run: another binding. */
interface Follower {
  trigger(event: HandlerEvent): void;
  /** It will not run, nor will what hangs on it: what they wrote does not answer any more. */
  outdate(): void;
  remove(): void;
}

/** The bindings that hang on the ends of another one's runs, in the order in which they came. */
export class Followers {
  readonly #all = new Map<Follower, RunEnd>();

  add(when: RunEnd, follower: Follower): void {
    this.#all.set(follower, when);
  }

  delete(follower: Follower): void {
    this.#all.delete(follower);
  }

  /** Starts those that wait for this outcome. They are given the event without its data, which is another handler's. */
  trigger(outcome: Outcome, event: HandlerEvent): void {
    const data = { ...event, data: null };
    if (outcome === 'failure') this.outdate('success');
    for (const [follower, when] of [...this.#all])
      if (when === 'after' || when === outcome) follower.trigger(data);
  }

  /** Says of what they wrote, or those that wait for this outcome, that it answers no more. */
  outdate(only?: RunEnd): void {
    for (const [follower, when] of this.#all) if (!only || when === only) follower.outdate();
  }

  /** Removes them with what they hang on. */
  remove(): void {
    for (const follower of this.#all.keys()) follower.remove();
  }
}
