/** @file Sorts, cuts and words the classes of a Label. */

import type { Score } from './scores.ts';

/** Returns the surest first, at most `count`. Ties stay in the order given; what is no number comes last. */
export function best(scores: Score[], count: number | null): Score[] {
  const rank = ({ confidence }: Score) => (Number.isNaN(confidence) ? -Infinity : confidence);
  return [...scores].sort((a, b) => rank(b) - rank(a) || 0).slice(0, count ?? scores.length);
}

/** Percent where all scores are shares, a little rounding aside, else plain numbers. */
export function wordsOf(scores: readonly Score[]): string[] {
  const shares = scores.every(({ confidence: each }) => Number.isNaN(each) || Math.abs(each - 0.5) < 0.5001);
  return scores.map(({ confidence }) => {
    if (Number.isNaN(confidence)) return '–';
    return shares ? `${Math.abs(Math.round(confidence * 100))}%` : String(Number(confidence.toPrecision(3)));
  });
}

/** Lengths of the bars, 0…1: shares as they are, other scores in proportion to the largest. */
export function lengthsOf(scores: readonly Score[]): number[] {
  const most = scores.reduce(
    (max, { confidence }) => (Number.isFinite(confidence) ? Math.max(max, confidence) : max),
    1,
  );
  return scores.map(({ confidence }) => Math.min(1, Math.max(0, (confidence || 0) / most)));
}
