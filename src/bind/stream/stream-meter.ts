/** @file Measures a stream for `streamStats`. */

import type { StreamStats } from '../../shared/port.ts';

/** Milliseconds over which rate and latency are taken. */
const WINDOW = 2000;

/** Measures a recording, run after run, for `streamStats`. */
export class StreamMeter {
  #moments: () => number = () => 0;
  #before = 0;
  readonly #shown: { at: number; latency: number | null }[] = [];
  #delivered = 0;

  /**
   * A run begins; its figures go on from those of the runs before.
   *
   * @param moments - how many chunks were due in it so far; fewer than were delivered counts as just those.
   * @returns what ends it.
   */
  run(moments: () => number): () => void {
    this.#moments = moments;
    return () => {
      this.#before += moments();
      this.#moments = () => 0;
    };
  }

  /** A chunk was handed to the handler. */
  delivered(): void {
    this.#delivered += 1;
  }

  /**
   * A chunk's result was shown.
   *
   * @param captured - milliseconds since 1970, where known. @param when - the same of its showing.
   */
  shown(captured: number | undefined, when = performance.timeOrigin + performance.now()): void {
    const at = when - performance.timeOrigin;
    this.#shown.push({ at, latency: captured === undefined ? null : when - captured });
    while (this.#shown.length && at - this.#shown[0]!.at > WINDOW) this.#shown.shift();
  }

  get stats(): StreamStats {
    const captured = Math.max(this.#before + this.#moments(), this.#delivered);
    const span = this.#shown.length > 1 ? (this.#shown.at(-1)!.at - this.#shown[0]!.at) / 1000 : 0;
    const latencies = this.#shown.flatMap(({ latency }) => (latency === null ? [] : [latency]));
    return {
      captured,
      delivered: this.#delivered,
      dropped: captured - this.#delivered,
      fps: span > 0 ? (this.#shown.length - 1) / span : 0,
      latency: latencies.length
        ? latencies.reduce((sum, each) => sum + each, 0) / latencies.length / 1000
        : 0,
    };
  }
}
