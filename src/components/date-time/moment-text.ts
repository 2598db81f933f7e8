/** @file Tells which texts are dates. */

/** `now`, and so much before or after it. */
export const NOW = /^\s*now\s*(?:([-+])\s*(\d+)\s*([dhms])\s*)?$/i;

/** Year, month, day, hour, minute, second, and how far it is from Greenwich. */
export const DATE =
  /^\s*(\d{4})-(\d\d?)-(\d\d?)(?:[T ]+([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?\s*(Z|[-+]\d\d:?\d\d)?)?\s*$/i;

/** True for a text that is a date: also `now` and `now - 5m`. A day that its month has not got is none. */
export function isMomentText(text: string): boolean {
  if (NOW.test(text)) return true;
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (!year) return false;
  const date = new Date(Date.UTC(+year, +month! - 1, +day!));
  return date.getUTCMonth() === +month! - 1 && date.getUTCDate() === +day!;
}
