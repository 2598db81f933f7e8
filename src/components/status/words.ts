/** @file Puts a status into words. */

import type { Failure, ProgressLevel, Status } from '../../shared/port.ts';
import { brief } from '../parts/brief.ts';
import { say } from '../../words/run.ts';

const UNITS = ['', 'k', 'M', 'G', 'T'];

/** `1234` → `1.2k`. */
export function short(count: number): string {
  let unit = 0;
  let rest = count;
  for (; Math.abs(rest) >= 1000 && unit < UNITS.length - 1; unit += 1) rest /= 1000;
  return unit === 0 ? String(count) : `${rest.toFixed(1).replace(/\.0$/, '')}${UNITS[unit]}`;
}

/** Returns how far a level is, 0…1; `null` when it is not known. */
function fractionOf({ fraction, index, length }: ProgressLevel): number | null {
  const done = fraction ?? (index !== undefined && length ? index / length : null);
  return done === null ? null : Math.min(1, Math.max(0, done));
}

/** Returns how far the run is, by its innermost level that knows. */
export function progressOf({ progress = [] }: Status): number | null {
  for (const level of [...progress].reverse()) {
    const done = fractionOf(level);
    if (done !== null) return done;
  }
  return null;
}

/** `Half - 50.0%`; levels from outer to inner, joined with ` / `. */
export function describeProgress({ progress = [] }: Status): string {
  const words = progress.map((level) => {
    const done = fractionOf(level);
    return [level.desc, done === null ? '' : `${(done * 100).toFixed(1)}%`].filter(Boolean).join(' - ');
  });
  return words.filter(Boolean).join(' / ');
}

/** `3/10 steps`, for the innermost level that counts. */
export function countSteps({ progress = [] }: Status): string {
  const level = progress.findLast(({ index }) => index !== undefined);
  if (level?.index === undefined) return '';
  const length = level.length ? `/${short(level.length)}` : '';
  return `${short(level.index)}${length} ${level.unit ?? 'steps'}`;
}

/** `queue: 2/5 · 1.2 s`, `3/10 steps · 1.2 s`, `1.2/3.4 s`. */
export function measure(status: Status, seconds: number): string {
  const { queue, eta } = status;
  const known = eta !== undefined && !queue && !status.progress?.length ? `/${eta.toFixed(1)}` : '';
  const place = queue
    ? say('queue', { position: short(queue.position), size: short(queue.size) })
    : countSteps(status);
  return [place, `${seconds.toFixed(1)}${known} s`].filter(Boolean).join(' · ');
}

/** Returns the first sentence of what went wrong, as it is read at a glance, and all of it when there is more than that. */
export function firstSentence(message: string): { sentence: string; rest: string } {
  const text = message.trim();
  const [line = ''] = text.split('\n');
  const end = line.search(/[.!?]\s/);
  const sentence = brief(end > 0 ? line.slice(0, end + 1) : line);
  return sentence === text ? { sentence, rest: '' } : { sentence, rest: text };
}

/** Returns what an output says of a failure, and what it folds: the whole message, and where it was thrown. */
export function describeFailure({ name, message, frames, shownBy }: Failure): {
  sentence: string;
  details: string;
} {
  if (shownBy === 'another') return { sentence: '', details: '' };
  const { sentence, rest } = firstSentence(message);
  const whole = shownBy === 'toast' || frames ? message.trim() : rest;
  return {
    sentence: shownBy === 'toast' ? '' : sentence,
    details: whole && [`${name}: ${whole}`, frames].filter(Boolean).join('\n'),
  };
}
