/**
 * Makes a share of the whole out of what ffmpeg says of time. Its own share is not used: it compares with the first input
 * whatever the arguments cut, and is no number at all for generated ones.
 */
export class FFmpegProgress {
  readonly #cut: readonly Cut[];
  readonly #tell: (done: number | null) => void;
  #total: number | null;
  #done = 0;
  #input = -1;

  /** @param duration - seconds of the result, where the caller knows. */
  constructor(args: readonly string[], duration: number | undefined, tell: (done: number | null) => void) {
    this.#cut = cuts(args);
    this.#tell = tell;
    const given = duration ?? this.#cut.at(-1)?.length ?? null;
    this.#total = given !== null && given > 0 && Number.isFinite(given) ? given : null;
    this.#known = this.#total !== null;
  }

  readonly #known: boolean;

  /** Reads a line of the log. */
  line(line: string): void {
    const [, input] = /^Input #(\d+)/.exec(line) ?? [];
    if (input) this.#input = Number(input);
    const [, clock] = /^\s*Duration: ([\d:.]+)/.exec(line) ?? [];
    const whole = clock && seconds(clock);
    if (this.#known || !whole) return;
    const cut = this.#cut[this.#input];
    const rest = Math.min(cut?.length ?? Infinity, whole - (cut?.start ?? 0));
    const output = this.#cut.at(-1);
    const length = rest - (output === cut ? 0 : (output?.start ?? 0));
    if (length > 0) this.#total = Math.max(this.#total ?? 0, length);
  }

  /** @param done - seconds of the result that are there. */
  time(done: number): void {
    if (this.#total === null) return this.#tell(null);
    if (!Number.isFinite(done)) return;
    this.#done = Math.min(1, Math.max(this.#done, done / this.#total));
    this.#tell(this.#done);
  }
}

/** What options cut of an input, and at last of the output. Seconds. */
interface Cut {
  start: number;
  length: number | null;
}

/** Reads `-ss`, `-t` and `-to` before each `-i`, and after the last one. */
function cuts(args: readonly string[]): Cut[] {
  const found: Cut[] = [];
  let start = 0;
  let length: number | null = null;
  let end: number | null = null;
  const close = () => {
    found.push({ start, length: length ?? (end === null ? null : end - start) });
    [start, length, end] = [0, null, null];
  };
  args.forEach((arg, at) => {
    const value = args[at + 1] ?? '';
    if (arg === '-i') close();
    else if (arg === '-ss') start = seconds(value) ?? 0;
    else if (arg === '-t') length = seconds(value);
    else if (arg === '-to') end = seconds(value);
  });
  close();
  return found;
}

/** `12.5` or `1:02:03.5` in seconds; `null` for anything else. */
function seconds(text: string): number | null {
  const value = text.split(':').reduce((sum, part) => sum * 60 + (part === '' ? NaN : Number(part)), 0);
  return Number.isFinite(value) ? value : null;
}
