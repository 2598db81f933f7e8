/** @file Ends a run of a stream when its time is up. */

import { GRACE_MS } from '../../bridge/stop-worker.ts';
import { timerMs } from '../../shared/abort.ts';
import { isAbort } from '../../shared/errors.ts';

/** The time that a run of a stream may last; a chunk in flight at its end has a second more. */
export class StreamLimit {
  readonly seconds: number | null;
  readonly endsAt: number;
  readonly #abort = new AbortController();
  readonly #timers: ReturnType<typeof setTimeout>[] = [];
  #overrun: (() => void) | null = null;

  constructor(seconds: number | null | undefined, expire: () => void) {
    this.seconds = seconds && seconds > 0 && seconds < Number.POSITIVE_INFINITY ? seconds : null;
    this.endsAt = performance.now() + (this.seconds ?? 0) * 1000;
    if (this.seconds === null) return;
    const end = () => {
      this.#abort.abort();
      expire();
    };
    this.#timers.push(
      setTimeout(end, timerMs(this.seconds * 1000)),
      setTimeout(() => this.#overrun?.(), timerMs(this.seconds * 1000 + GRACE_MS)),
    );
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Waits for a chunk; one that overruns the limit by a second is ended by `terminate`, without an error. */
  async enforce(chunk: Promise<void>, terminate: () => void): Promise<void> {
    let overran = false;
    this.#overrun = () => {
      overran = true;
      terminate();
    };
    try {
      await chunk;
    } catch (error) {
      // A handler that gives up at its signal has done what the limit asks for.
      if (!overran && !(this.signal.aborted && isAbort(error))) throw error;
    } finally {
      this.#overrun = null;
    }
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}
