/** @file Brings chunks of any rate to one rate. */

import { type Samples, lengthOf } from '../../shared/values/samples.ts';
import { Resampler } from './resample.ts';

/** Samples resampled at once: a long chunk must not stop the page. */
const PIECE = 1 << 16;

/** Brings chunks of any rate to one rate. Chunks of one rate behind each other are resampled as one sound. */
export class RateConverter {
  readonly #rate: number;
  #resampler: Resampler | null = null;
  #like = { sampleRate: 0, count: 0 };

  /** @param sampleRate - Hz of all that comes out. */
  constructor(sampleRate: number) {
    this.#rate = sampleRate;
  }

  /** Gives what comes of a chunk, in pieces, and before it what was held back of another kind. */
  async *push(samples: Samples): AsyncGenerator<Samples> {
    const { sampleRate, channels } = samples;
    if (this.#like.sampleRate !== sampleRate || this.#like.count !== channels.length) {
      yield* this.flush();
      this.#like = { sampleRate, count: channels.length };
      if (sampleRate !== this.#rate) this.#resampler = new Resampler(sampleRate, this.#rate);
    }
    if (!this.#resampler) return yield samples;
    for (let from = 0; from < lengthOf(samples); from += PIECE) {
      if (from > 0) await new Promise((resolve) => setTimeout(resolve));
      const cut = channels.map((channel) => channel.subarray(from, from + PIECE));
      yield { sampleRate: this.#rate, channels: this.#resampler.push(cut) };
    }
  }

  /** The few samples that the last chunk still holds. */
  *flush(): Generator<Samples> {
    const channels = this.#resampler?.flush() ?? [];
    this.#resampler = null;
    this.#like = { sampleRate: 0, count: 0 };
    if (channels.length > 0) yield { sampleRate: this.#rate, channels };
  }
}
