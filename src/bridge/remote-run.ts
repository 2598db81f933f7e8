/** @file One run seen from the page: what has come of it and was not taken yet. */

import { fromTransfer, type Home } from '../shared/values/transfer.ts';
import { closeParts, mapParts } from '../shared/values/parts.ts';
import type { FromWorker } from '../shared/protocol.ts';
import { fromWire } from '../shared/wire-error.ts';

type Yield = Extract<FromWorker, { type: 'yield' }>;

/** What a run says besides its yields. */
export type Aside = Extract<FromWorker, { type: 'progress' | 'toast' | 'waiting' | 'warning' | 'chunks' }>;

/** One yield, as the page sees it. */
export type Yielded = Pick<Yield, 'values' | 'last' | 'captured'>;

/** One run seen from the page: what has come and was not taken yet. */
export class RemoteRun {
  readonly #queue: Yielded[] = [];
  readonly #aside: (message: Aside) => void;
  readonly #home: Home;
  #failure: { error: unknown } | null = null;
  #over = false;
  #wake: (() => void) | null = null;
  /** Resolves when the worker has said that the run is over, or is gone. */
  readonly ended: Promise<void>;
  readonly #end: () => void;

  /**
   * @param home - takes the buffers of images back that nobody holds any more.
   * @param end - called at once when `ended` resolves.
   */
  constructor(aside: (message: Aside) => void, home: Home, end: () => void) {
    this.#aside = aside;
    this.#home = home;
    let resolve!: () => void;
    this.ended = new Promise((settle) => (resolve = settle));
    this.#end = () => (end(), resolve());
  }

  take(message: Exclude<FromWorker, { type: 'stray' | 'painted' | 'closed' }>): void {
    if (message.type === 'yield') {
      if (this.#failure) closeAll(message);
      else this.#queue.push({ ...message, values: this.#arrived(message.values) });
      if (message.last) this.#finish();
    } else if (message.type === 'done') this.#finish();
    else if (message.type === 'failed') {
      this.fail(fromWire(message.error));
      this.#finish();
    } else if (!this.#failure) this.#aside(message);
    this.#stir();
  }

  /** Ends the run for the consumer, at once; what still comes is dropped. */
  fail(error: unknown): void {
    if (this.#failure || this.#over) return;
    this.#failure = { error };
    this.#stir();
  }

  /** Gives up all that has not been taken. */
  drop(): void {
    this.#queue.splice(0).forEach(closeAll);
  }

  /** The worker is gone. */
  abandon(error: unknown): void {
    this.fail(error);
    this.#finish();
    this.#stir();
  }

  /** The next yield; `null` at the end. @throws what the run failed with, after the yields before it. */
  async next(): Promise<Yielded | null> {
    for (;;) {
      const first = this.#queue.shift();
      if (first) return first;
      if (this.#failure) throw this.#failure.error;
      if (this.#over) return null;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** Outputs that got the same image share its buffer, which then stays here. */
  #arrived(values: readonly unknown[]): unknown[] {
    const once = new Map<object, boolean>();
    const count = (part: object) => (once.set(part, !once.has(part)), part);
    const arrive = (part: object) => fromTransfer(part, once.get(part) ? this.#home : undefined);
    for (const value of values) mapParts(value, count);
    return values.map((value) => mapParts(value, arrive));
  }

  #finish(): void {
    this.#over = true;
    this.#end();
  }

  #stir(): void {
    this.#wake?.();
    this.#wake = null;
  }
}

function closeAll({ values }: { values: readonly unknown[] }): void {
  for (const value of values) closeParts(value);
}
