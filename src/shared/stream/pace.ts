/** @file Says when the next chunk is due, and when time is up. */

import { delay } from '../abort.ts';

/** Timers fire a little late: a chunk that is late by no more than this share of its distance keeps the beat. */
const SLACK = 0.1;

/**
 * Says when the next chunk is due: `every` after the last one was handed over. A late chunk is never followed by a burst.
 * It holds no timer while nobody waits.
 */
export class Pace {
  readonly #every: () => number;
  #due: number;
  #last: number | null = null;
  #moments = 0;
  #wake: (() => void) | null = null;

  /**
   * @param every - milliseconds, 0 for as fast as asked; read anew for each chunk.
   * @param later - True: the first chunk too is due after that time, not at once.
   */
  constructor(every: () => number, later = false) {
    this.#every = every;
    this.#due = performance.now() + (later ? every() : 0);
  }

  /** Moments that were due so far: those of the chunks handed over, and those that have passed; 0 when `every` is 0. */
  get moments(): number {
    return this.#every() > 0 ? this.#moments + Math.max(0, this.#passed() - 1) : 0;
  }

  /** Waits until the next chunk is due, somebody hurries, or `signal` aborts; never throws. */
  async next(signal: AbortSignal): Promise<void> {
    for (;;) {
      const wait = this.#due - performance.now();
      if (wait <= 0 || signal.aborted) return;
      await delay(wait, signal, (end) => (this.#wake = end));
      this.#wake = null;
    }
  }

  /** A chunk is handed over now. */
  taken(): void {
    const now = performance.now();
    const every = this.#every();
    this.#moments += Math.max(1, this.#passed());
    const beat = now - this.#due <= every * SLACK ? Math.min(now, this.#due) : now;
    this.#due = beat + every;
    this.#last = now;
  }

  /** Time in which nothing was wanted: no moment was due in it. */
  skip(ms: number): void {
    this.#due += ms;
    if (this.#last !== null) this.#last += ms;
  }

  /** Makes the next chunk due now. */
  hurry(): void {
    this.#due = performance.now();
    this.#wake?.();
  }

  /** The distance is another: the next chunk is due that long after the last one. */
  retime(): void {
    if (this.#last === null) return;
    this.#due = this.#last + this.#every();
    this.#wake?.();
  }

  /** Moments since the last chunk. */
  #passed(): number {
    const every = this.#every();
    if (this.#last === null || every <= 0) return 0;
    return Math.floor((performance.now() - this.#last) / every + SLACK);
  }
}
