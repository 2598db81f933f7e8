/** @file Reads, rounds and writes numbers. */

import { say } from '../../words/core.ts';

/** Rounds to `precision` digits after the point; `null` leaves the number alone. */
export function round(value: number, precision: number | null): number {
  if (precision === null || !Number.isFinite(value)) return value;
  if (precision < 0) return Math.round(value * 10 ** precision) / 10 ** precision;
  return Number(value.toFixed(precision));
}

/**
 * Returns a number as it is shown: without the noise that arithmetic leaves in its last digits, so that 36.6 × 1.8 + 32 is 97.88.
 * At least twelve digits count, and six after the point; whole numbers are shown whole.
 */
export function shownNumber(value: number): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return String(value);
  const whole = Math.floor(Math.log10(Math.abs(value))) + 1;
  return String(Number(value.toPrecision(Math.min(15, Math.max(12, whole + 6)))));
}

/** Says how a number lies outside its bounds; empty when it fits. A bound of `null` is none. */
export function outside(value: number | null, minimum: number | null, maximum: number | null): string {
  if (value === null) return '';
  if (minimum !== null && value < minimum)
    return say('tooSmall', { value: `${value}`, minimum: `${minimum}` });
  if (maximum !== null && value > maximum)
    return say('tooLarge', { value: `${value}`, maximum: `${maximum}` });
  return '';
}

/** Returns what a handler gave, as a number; `undefined` when it is none. */
export function toNumber(given: unknown): number | null | undefined {
  if (given === null || given === undefined || given === '') return null;
  if (typeof given === 'number') return given;
  if (typeof given === 'bigint') return Number(given);
  if (typeof given !== 'string' || given.trim() === '') return undefined;
  const value = Number(given);
  return Number.isNaN(value) && given.trim() !== 'NaN' ? undefined : value;
}

/** Reads a number of bytes, or a text such as `5mb`, of units of 1024; `NaN` for anything else. */
export function bytesOf(size: unknown): number {
  if (typeof size === 'number') return size >= 0 ? size : Number.NaN;
  const [, digits, unit] =
    (typeof size === 'string' && /^\s*(\d+\.?\d*)\s*([kmgt]?)(?:i?b)?\s*$/i.exec(size)) || [];
  return Number(digits) * 1024 ** 'bkmgt'.indexOf((unit || 'b').toLowerCase());
}
