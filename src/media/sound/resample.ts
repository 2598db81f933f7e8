/** @file Changes the rate of sound that comes in pieces, and fits sound to what a handler wishes. */

import { type Samples, concatSamples, lengthOf } from '../../shared/values/samples.ts';

/** Zero crossings of the sinc on each side, and the shape of its Kaiser window: 90 dB down, flat to 0.44 of the lower rate. */
const CROSSINGS = 48;
const BETA = 9;
/** Where the filter is 6 dB down, as a share of the lower rate's Nyquist frequency. */
const CUTOFF = 0.94;

/**
 * Changes the rate of sound that comes in pieces, as if it came in one: what a piece needs of those around it is kept.
 *
 * Band-limited interpolation by a windowed sinc in polyphase form: for the rates' ratio L/M in lowest terms, output
 * sample n is the input at n·M/L, weighed by phase n·M mod L of the filter. See Julius O. Smith, "Digital Audio
 * Resampling Home Page" (https://ccrma.stanford.edu/~jos/resample/); Kaiser window: Oppenheim and Schafer,
 * "Discrete-Time Signal Processing", section 7.5.
 */
export class Resampler {
  readonly #up: number;
  readonly #down: number;
  /** Input samples that count on each side of an output sample. */
  readonly #half: number;
  /** The filter's bandwidth, as a share of the input rate's. */
  readonly #band: number;
  readonly #phases: Float32Array[] = [];
  #held: Float32Array[] | null = null;
  /** Where in `#held` the next output sample lies: a whole sample and a phase. */
  #at: number;
  #phase = 0;
  /** Input samples so far, and output samples given. */
  #came = 0;
  #gave = 0;

  /** @param from - Hz of the input. @param to - Hz of the output. */
  constructor(from: number, to: number) {
    const [low, high] = [Math.round(from), Math.round(to)];
    const divisor = gcd(low, high);
    this.#up = high / divisor;
    this.#down = low / divisor;
    this.#band = Math.min(1, to / from) * CUTOFF;
    this.#half = this.#up === this.#down ? 0 : Math.ceil(CROSSINGS / this.#band);
    this.#at = this.#half;
  }

  /** Returns what the sound so far makes certain; the rest follows with the next piece. */
  push(channels: readonly Float32Array[]): Float32Array[] {
    this.#came += channels[0]?.length ?? 0;
    if (this.#half === 0) return [...channels];
    const before = this.#held ?? channels.map(() => new Float32Array(this.#half));
    return this.#read(channels.map((channel, at) => joined(before[at]!, channel)));
  }

  /** Returns what is left at the end of the sound: all pieces together are as long as the sound was. */
  flush(): Float32Array[] {
    if (this.#half === 0 || !this.#held) return [];
    const rest = this.#read(this.#held.map((held) => joined(held, new Float32Array(this.#half + 1))));
    const whole = Math.ceil((this.#came * this.#up) / this.#down);
    const surplus = Math.max(0, this.#gave - whole);
    return rest.map((channel) => channel.subarray(0, channel.length - surplus));
  }

  #read(input: Float32Array[]): Float32Array[] {
    const [up, half] = [this.#up, this.#half];
    const room = input[0]!.length - half - this.#at; // whole input samples whose neighbours are all there
    const count = room > 0 ? Math.ceil((room * up - this.#phase) / this.#down) : 0;
    let [at, phase] = [this.#at, this.#phase];
    const output = input.map((channel) => {
      const result = new Float32Array(count);
      [at, phase] = [this.#at, this.#phase];
      for (let index = 0; index < count; index++) {
        const weights = (this.#phases[phase] ??= this.#weights(phase / up));
        const first = at - half;
        let sum = 0;
        for (let tap = 0; tap < weights.length; tap++) sum += channel[first + tap]! * weights[tap]!;
        result[index] = sum;
        phase += this.#down;
        at += Math.floor(phase / up);
        phase %= up;
      }
      return result;
    });
    // Before the next output sample nothing older than `half` is needed.
    const keep = Math.max(0, Math.min(at - half, input[0]!.length));
    this.#held = input.map((channel) => channel.slice(keep));
    this.#at = at - keep;
    this.#phase = phase;
    this.#gave += count;
    return output;
  }

  /** The filter where the output lies this far behind an input sample; its sum is 1, so that no level changes. */
  #weights(behind: number): Float32Array {
    const weights = Float64Array.from({ length: 2 * this.#half + 1 }, (_, tap) => {
      const distance = tap - this.#half - behind;
      const inside = 1 - (distance / (this.#half + 1)) ** 2;
      return inside <= 0 ? 0 : sinc(distance * this.#band) * bessel(BETA * Math.sqrt(inside));
    });
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return Float32Array.from(weights, (weight) => weight / sum);
  }
}

/** What a handler wishes of the sound it is given. */
export interface SoundWish {
  /** Hz; `null`: as it is. */
  sampleRate: number | null;
  /** True: one channel, the mean of all. */
  mono: boolean;
}

/** The sound of one recording as a handler wishes it, piece by piece. */
export class Fitting {
  readonly #wish: SoundWish;
  #resampler: Resampler | null = null;
  #rate = 0;

  constructor(wish: SoundWish) {
    this.#wish = { sampleRate: wish.sampleRate, mono: wish.mono }; // as it is now
  }

  push({ sampleRate, channels }: Samples): Samples {
    this.#rate = this.#wish.sampleRate ?? sampleRate;
    const mixed = this.#wish.mono ? toMono(channels) : channels;
    if (this.#rate === sampleRate) return { sampleRate, channels: mixed };
    this.#resampler ??= new Resampler(sampleRate, this.#rate);
    return { sampleRate: this.#rate, channels: this.#resampler.push(mixed) };
  }

  /** Returns what the last piece has left. */
  flush(): Samples {
    return { sampleRate: this.#rate, channels: this.#resampler?.flush() ?? [] };
  }
}

/** Samples per piece of a long sound, so that the page can breathe in between. */
const PIECE = 1 << 16;

/** Returns a whole sound as a handler wishes it; what needs no change is not copied. Long ones do not stop the page. */
export async function fit(samples: Samples, wish: SoundWish): Promise<Samples> {
  const mixed = { ...samples, channels: wish.mono ? toMono(samples.channels) : samples.channels };
  const { sampleRate } = wish;
  if (sampleRate === null || sampleRate === samples.sampleRate) return mixed;
  const resampler = new Resampler(samples.sampleRate, sampleRate);
  const pieces: Samples[] = [];
  const add = (channels: Float32Array[]) => pieces.push({ sampleRate, channels });
  for (let from = 0; from < lengthOf(mixed); from += PIECE) {
    if (from > 0) await new Promise((resolve) => setTimeout(resolve));
    add(resampler.push(mixed.channels.map((channel) => channel.subarray(from, from + PIECE))));
  }
  if (lengthOf(mixed) > 0) add(resampler.flush());
  return pieces.length > 0 ? concatSamples(pieces) : { ...mixed, sampleRate };
}

/** Returns one channel: the mean of all. What has one already is not copied. */
export function toMono(channels: readonly Float32Array[]): Float32Array[] {
  const [first] = channels;
  if (!first || channels.length === 1) return [...channels];
  const mean = new Float32Array(first.length);
  for (const channel of channels)
    for (let at = 0; at < mean.length; at++) mean[at]! += channel[at]! / channels.length;
  return [mean];
}

function joined(a: Float32Array, b: Float32Array): Float32Array {
  const both = new Float32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** The modified Bessel function of the first kind, of order 0, by its series. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
