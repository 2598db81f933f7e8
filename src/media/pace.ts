/**
 * Says when the next chunk is due: at least `every` after the last one was. A late chunk is never followed by a burst.
 * It holds no timer while nobody waits.
 */
export class Pace {
  readonly #every: () => number;
  readonly #start = performance.now();
  #due: number;
  #hurry: (() => void) | null = null;

  /**
   * @param every - milliseconds, 0 for as fast as asked; read anew for each chunk.
   * @param later - True: the first chunk too is due after that time, not at once.
   */
  constructor(every: () => number, later = false) {
    this.#every = every;
    this.#due = this.#start + (later ? every() : 0);
  }

  /** Moments that were due so far, this one included; meaningless when `every` is 0. */
  get moments(): number {
    const every = this.#every();
    return every > 0 ? Math.floor((performance.now() - this.#start) / every) + 1 : 0;
  }

  /** Waits until the next chunk is due, somebody hurries, or `signal` aborts; never throws. */
  async next(signal: AbortSignal): Promise<void> {
    const wait = this.#due - performance.now();
    if (wait > 0 && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          this.#hurry = null;
          resolve();
        };
        const timer = setTimeout(done, wait);
        signal.addEventListener('abort', done);
        this.#hurry = done;
      });
    }
    // Timers fire a little late: the distance is kept from the moment that was due, unless a whole step was missed.
    const now = performance.now();
    const every = this.#every();
    this.#due = now - this.#due < every ? Math.max(this.#due, now - every) + every : now + every;
  }

  /** Makes the next chunk due now. */
  hurry(): void {
    this.#due = performance.now();
    this.#hurry?.();
  }
}
