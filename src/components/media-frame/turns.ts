/** @file Tells apart the runs that stream into one component. */

/** Tells apart the runs that stream into one component: a later one takes the place of an earlier one for good. */
export class Turns {
  #now: AbortSignal | null = null;
  readonly #past = new WeakSet<AbortSignal>();

  /**
   * Whose turn a value is.
   *
   * @param over - stands for the run that gives it: aborts when that is over.
   * @returns `first` and then `next` for the latest run, `past` for one that has had its time.
   */
  take(over: AbortSignal): 'first' | 'next' | 'past' {
    if (this.#past.has(over)) return 'past';
    if (this.#now === over) return 'next';
    if (this.#now) this.#past.add(this.#now);
    this.#now = over;
    return 'first';
  }

  /** The run that streams has had its time: something else is shown. */
  end(): void {
    if (this.#now) this.#past.add(this.#now);
  }
}
