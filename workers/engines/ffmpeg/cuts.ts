/** @file Reads from the arguments of ffmpeg how much of inputs and outputs is cut. */

/** What options cut of an input or of an output. Seconds. */
export interface Cut {
  start: number;
  length: number | null;
  /** Pictures after which an output ends. */
  frames: number | null;
  /** An input that begins anew when it is over. */
  loops: boolean;
}

/** @returns a cut for each input, and then one for all that stands behind the last. */
export function cutsOfInputs(args: readonly string[]): Cut[] {
  return cuts(args, (arg) => arg === '-i');
}

/** @param names - of the outputs, in their order. @returns a cut for each. */
export function cutsOfOutputs(args: readonly string[], names: readonly string[]): Cut[] {
  let next = 0;
  const own = args.slice(args.lastIndexOf('-i') + 2);
  return cuts(own, (arg) => arg === names[next] && ++next > 0).slice(0, next);
}

function cuts(args: readonly string[], ends: (arg: string) => boolean): Cut[] {
  const found: Cut[] = [];
  const fresh = () => ({ start: 0, length: null, end: null, frames: null, loops: false });
  let cut: Cut & { end: number | null } = fresh();
  const close = () => {
    const { end, ...own } = cut;
    found.push({ ...own, length: own.length ?? (end === null ? null : end - own.start) });
    cut = fresh();
  };
  args.forEach((arg, at) => {
    const value = args[at + 1] ?? '';
    if (ends(arg)) close();
    else if (arg === '-ss') cut.start = seconds(value) ?? 0;
    else if (arg === '-t') cut.length = seconds(value);
    else if (arg === '-to') cut.end = seconds(value);
    else if (arg === '-sseof') cut.length = Math.abs(seconds(value) ?? 0) || null;
    else if (/^-(frames(:v)?|vframes)$/.test(arg)) cut.frames = Number(value) || null;
    else if (/^-(stream_)?loop$/.test(arg)) cut.loops = Number(value) !== 0;
  });
  close();
  return found;
}

const UNITS: Readonly<Record<string, number>> = { s: 1, ms: 1e-3, us: 1e-6 };

/** `12.5`, `500ms` or `1:02:03.5` in seconds; `null` for anything else. */
export function seconds(text: string): number | null {
  const [, number = text, unit = 's'] = /^(-?[\d.]+)(s|ms|us)$/.exec(text) ?? [];
  const value = number.split(':').reduce((sum, part) => sum * 60 + (part === '' ? NaN : Number(part)), 0);
  return Number.isFinite(value) ? value * UNITS[unit]! : null;
}
