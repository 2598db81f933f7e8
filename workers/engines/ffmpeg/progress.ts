/** @file Makes a share of the whole of what ffmpeg says of time. */

import { type Cut, cutsOfInputs, cutsOfOutputs, seconds } from './cuts.ts';

/**
 * Makes a share of the whole out of what ffmpeg says of time. Its own share is not used: it compares with the first input
 * whatever the arguments cut, and is no number at all for generated ones.
 */
export class FFmpegProgress {
  readonly #args: readonly string[];
  readonly #notify: (done: number | null) => void;
  readonly #given: number | null;
  /** For each input; the last one is for what comes behind them. */
  readonly #inputs: readonly Cut[];
  /** Seconds that each input lasts, uncut; `null` where ffmpeg does not know. */
  readonly #lengths = new Map<number, number | null>();
  readonly #outputs = new Map<number, string>();
  #reading = -1;
  #writing = false;
  #sound = false;
  #done = 0;
  /** Whether a share is known: it then stays a number. */
  #known = false;

  /** @param duration - seconds of the result, where the caller knows. */
  constructor(args: readonly string[], duration: number | undefined, notify: (done: number | null) => void) {
    this.#args = args;
    this.#notify = notify;
    this.#given = duration && duration > 0 && Number.isFinite(duration) ? duration : null;
    this.#inputs = cutsOfInputs(args);
  }

  /** Reads a line of the log. */
  line(line: string): void {
    const [, input, output, name] = /^(?:Input #(\d+)|Output #(\d+), .*, to '(.*)':$)/.exec(line) ?? [];
    if (input) this.#reading = Number(input);
    if (output) this.#outputs.set(Number(output), name!);
    if (input || output) this.#writing = !!output;
    const [, clock] = /^\s*Duration: ([^,]+)/.exec(line) ?? [];
    if (clock && !this.#writing) this.#lengths.set(this.#reading, seconds(clock));
    if (this.#writing && /^\s+Stream #\S+: Audio:/.test(line)) this.#sound = true;
    const [, frames] = /^frame=\s*(\d+)/.exec(line) ?? [];
    const limit = frames && !this.#sound && this.#given === null && this.#limits()[0]?.frames;
    if (limit) this.#share(Number(frames) / limit);
  }

  /** @param done - seconds of the result that are there. */
  time(done: number): void {
    const total = this.#total();
    if (total !== null && Number.isFinite(done)) this.#share(done / total);
    else if (!this.#known) this.#notify(null);
  }

  #share(share: number): void {
    this.#known = true;
    this.#done = Math.min(1, Math.max(this.#done, share));
    this.#notify(this.#done);
  }

  /** Returns what is cut of each output. */
  #limits(): readonly Cut[] {
    const named = cutsOfOutputs(this.#args, [...this.#outputs.values()]);
    return named.length ? named : this.#inputs.slice(-1);
  }

  /** Seconds of the longest result; `null` where nothing says so. */
  #total(): number | null {
    if (this.#given !== null) return this.#given;
    const inputs = this.#inputs.slice(0, -1).map((cut, at) => {
      const whole = cut.loops ? null : (this.#lengths.get(at) ?? null);
      return whole === null ? cut.length : Math.min(cut.length ?? Infinity, whole - cut.start);
    });
    // What lasts for good ends with an output's own limit alone.
    const all = inputs.includes(null) ? null : Math.max(0, ...inputs.map(Number));
    const some = Math.max(0, ...inputs.map(Number));
    const totals = this.#limits().map(({ start, length }) => {
      if (length === null) return some - start;
      return all !== null && all > start ? Math.min(length, all - start) : length;
    });
    const total = Math.max(0, ...totals);
    return total > 0 ? total : null;
  }
}
