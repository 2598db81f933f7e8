/** @file Reads and writes dates as texts in a time zone. */

import type { Moment, MomentForm } from './date-time-host.ts';
import { DATE, NOW } from './moment-text.ts';

const UNITS: Record<string, number> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };

/** True for a text that means another time whenever it is read. */
export const isRelative = (value: unknown): boolean => typeof value === 'string' && NOW.test(value);

/** Returns the milliseconds since 1970 of a value that is known to be a date. */
export function millisecondsOf(value: Moment, timezone: string): number {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'number') return value * 1000;
  const now = NOW.exec(value);
  if (now) {
    const [, sign, count, unit] = now;
    const away = unit ? Number(count) * UNITS[unit.toLowerCase()]! : 0;
    return Date.now() + (sign === '-' ? -away : away);
  }
  const [, year, month, day, hour = 0, minute = 0, second = 0, zone] = DATE.exec(value)!;
  const wall = Date.UTC(+year!, +month! - 1, +day!, +hour, +minute, +second);
  if (zone) return wall - offsetOf(zone);
  // What the clock there shows at a time tells how far it is off; around a change of the clocks the second look is right.
  const guess = wall - shift(wall, timezone);
  return wall - shift(guess, timezone);
}

/** Writes a time as a clock in the zone shows it: `2030-01-31 12:00:00`, or the day alone. */
export function textOf(milliseconds: number, { timezone, includeTime }: MomentForm): string {
  const shown = new Date(milliseconds + shift(milliseconds, timezone));
  if (Number.isNaN(shown.getTime())) return '';
  return shown
    .toISOString()
    .slice(0, includeTime ? -5 : -14)
    .replace('T', ' ');
}

/** Makes what a handler is given of a value that is known to be a date. */
export function convert(value: Moment, form: MomentForm): Moment {
  const milliseconds = millisecondsOf(value, form.timezone);
  if (form.type === 'string') return textOf(milliseconds, form);
  return form.type === 'date' ? new Date(milliseconds) : milliseconds / 1000;
}

/** Milliseconds of `+02:00`. */
function offsetOf(zone: string): number {
  if (/z/i.test(zone)) return 0;
  const [hours, minutes] = [zone.slice(1, 3), zone.slice(-2)];
  return (zone.startsWith('-') ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** Milliseconds that the clocks of a zone are ahead of Greenwich at a time. */
function shift(milliseconds: number, timezone: string): number {
  const date = new Date(milliseconds);
  if (!timezone) return -date.getTimezoneOffset() * 60_000;
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(date);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(milliseconds / 1000) * 1000;
}
