import type { StreamStats } from '../shared/port.ts';

/** Milliseconds over which rate and latency are taken. */
const WINDOW = 2000;

/** Measures a stream for `streamStats`. */
export class StreamMeter {
  readonly #moments: () => number;
  readonly #shown: { at: number; latency: number | null }[] = [];
  #delivered = 0;

  /** @param moments - how many chunks were due so far; fewer than were delivered counts as just those. */
  constructor(moments: () => number) {
    this.#moments = moments;
  }

  /** A chunk was handed to the handler. */
  delivered(): void {
    this.#delivered += 1;
  }

  /** A chunk's result was shown. @param captured - milliseconds since 1970, where known. */
  shown(captured: number | undefined): void {
    const at = performance.now();
    this.#shown.push({ at, latency: captured === undefined ? null : performance.timeOrigin + at - captured });
    while (this.#shown.length && at - this.#shown[0]!.at > WINDOW) this.#shown.shift();
  }

  get stats(): StreamStats {
    const captured = Math.max(this.#moments(), this.#delivered);
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
