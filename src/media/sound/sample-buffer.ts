/** @file Sound that grows at its end and can be read from anywhere. */

import { type Samples, lengthOf } from '../../shared/values/samples.ts';
import { mix } from './mix.ts';

/** Sound that grows at its end and can be read from anywhere. All of one rate; positions count samples. */
export class SampleBuffer {
  /** Hz. */
  readonly sampleRate: number;
  /** Samples per channel so far. */
  length = 0;
  /** The most channels of any piece: those with fewer are mixed up when they are read. */
  channelCount = 1;
  readonly #pieces: { from: number; samples: Samples }[] = [];

  constructor(sampleRate: number) {
    this.sampleRate = sampleRate;
  }

  /** Adds a piece of this buffer's rate, which belongs to it from now on. */
  append(samples: Samples): void {
    if (lengthOf(samples) === 0) return;
    this.#pieces.push({ from: this.length, samples });
    this.length += lengthOf(samples);
    this.channelCount = Math.max(this.channelCount, samples.channels.length);
  }

  /** A copy of the sound between two positions. */
  read(from = 0, to = this.length): Samples {
    const channels = Array.from(
      { length: this.channelCount },
      () => new Float32Array(Math.max(0, to - from)),
    );
    for (let index = this.#indexAt(from); index < this.#pieces.length; index++) {
      const { from: begins, samples } = this.#pieces[index]!;
      if (begins >= to) break;
      const cut = samples.channels.map((channel) =>
        channel.subarray(Math.max(0, from - begins), to - begins),
      );
      mix(cut, this.channelCount).forEach((channel, at) =>
        channels[at]!.set(channel, Math.max(0, begins - from)),
      );
    }
    return { sampleRate: this.sampleRate, channels };
  }

  /** The piece in which a position lies. */
  #indexAt(position: number): number {
    let [low, high] = [0, this.#pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#pieces[middle]!.from <= position) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}
