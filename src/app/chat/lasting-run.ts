/** @file Tells whether a run lasts, so that the button that ends it does not flash with quick ones. */

/** Milliseconds after which a run lasts. */
const AFTER_MS = 150;

/** Follows what runs. */
export class LastingRun {
  /** True while a run has lasted for a while. */
  lasts = false;
  #timer = 0;

  /** @param changed - Called when `lasts` has changed. */
  constructor(
    private readonly running: () => boolean,
    private readonly changed: () => void,
  ) {}

  /** Looks again: something has begun, or ended. */
  look(): void {
    if (this.running())
      this.#timer ||= window.setTimeout(() => {
        this.#timer = 0;
        this.#set(this.running());
      }, AFTER_MS);
    else {
      this.#stopWaiting();
      this.#set(false);
    }
  }

  /** Waits for nothing more. */
  end(): void {
    this.#stopWaiting();
    this.lasts = false;
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #set(lasts: boolean): void {
    if (this.lasts === lasts) return;
    this.lasts = lasts;
    this.changed();
  }
}
