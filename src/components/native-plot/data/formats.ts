/** @file Writes numbers and times of a plot: at its ticks, in its tips and in its summary. */

import type { XKind } from './model.ts';

const DAY = 86_400;

const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumSignificantDigits: 4 });
const plain = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 12 });

/** Formats by their digits behind the point: to make one takes longer than to use it. */
const fixed = new Map<number, Intl.NumberFormat>();

/** A number as it stands at a tick, `step` from the next: as many digits as tell them apart. */
export function tickNumber(value: number, step: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return value.toExponential(2).replace(/\.?0+e/, 'e');
  if (size >= 1e6 && step >= 1000) return compact.format(value);
  const digits = Math.min(20, decimalsOf(step));
  let format = fixed.get(digits);
  if (!format) {
    format = new Intl.NumberFormat(undefined, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    fixed.set(digits, format);
  }
  return format.format(Object.is(Math.round(value / (step || 1)), -0) ? 0 : value);
}

/** Digits behind the point of a step between ticks, such as 2.5. */
function decimalsOf(step: number): number {
  const [digits = '', power = '0'] = step
    .toPrecision(6)
    .replace(/0+(?=e|$)/, '')
    .split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(power));
}

/** A number as it is read off: without the noise of its last digits. */
export function tipNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return String(Number(value.toPrecision(6)));
  return plain.format(Number(value.toPrecision(size >= 1000 ? 9 : 6)));
}

const timeFormats = new Map<string, Intl.DateTimeFormat>();

function time(seconds: number, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  let format = timeFormats.get(key);
  if (!format) timeFormats.set(key, (format = new Intl.DateTimeFormat(undefined, options)));
  return format.format(seconds * 1000);
}

/** Times at ticks `step` seconds apart; the day stands under the first, and under each that begins another. */
export function tickTimes(ticks: readonly number[], step: number): string[] {
  if (step >= 365 * DAY) return ticks.map((each) => time(each, { year: 'numeric' }));
  if (step >= 28 * DAY) return withUnder(ticks, { month: 'short' }, { year: 'numeric' });
  if (step >= DAY) return withUnder(ticks, { month: 'short', day: 'numeric' }, { year: 'numeric' });
  const day: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };
  if (step >= 60) return withUnder(ticks, { hour: '2-digit', minute: '2-digit' }, day);
  if (step >= 1) return withUnder(ticks, { hour: '2-digit', minute: '2-digit', second: '2-digit' }, day);
  return withUnder(ticks, { minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 }, day);
}

function withUnder(
  ticks: readonly number[],
  above: Intl.DateTimeFormatOptions,
  under: Intl.DateTimeFormatOptions,
): string[] {
  let before = '';
  return ticks.map((each) => {
    const line = time(each, under);
    const words = line === before ? time(each, above) : `${time(each, above)}\n${line}`;
    before = line;
    return words;
  });
}

/** A place along x as it is read off. `span` is how much of x is seen. */
export function tipX(value: number, kind: XKind, categories: readonly string[], span = 0): string {
  if (kind === 'category') return categories[Math.round(value)] ?? '';
  if (kind === 'number') return tipNumber(value);
  const date = new Date(value * 1000);
  if (Number.isNaN(date.getTime())) return '';
  const midnight = date.getHours() + date.getMinutes() + date.getSeconds() + date.getMilliseconds() === 0;
  if (midnight && span >= 2 * DAY) return time(value, { dateStyle: 'medium' });
  if (span > 0 && span < 10) return `${time(value, { timeStyle: 'medium' })} ${date.getMilliseconds()} ms`;
  return time(value, { dateStyle: 'medium', timeStyle: span < DAY ? 'medium' : 'short' });
}

/** A cell of the table, as it is shown. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number')
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12)));
  return value instanceof Date ? value.toLocaleString() : String(value);
}
