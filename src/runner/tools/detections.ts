/** @file The arithmetic after a model: scores and boxes. */

import { ValueError } from '../../shared/errors.ts';

/** `[left, top, right, bottom]`, in any unit. */
export type Box = ArrayLike<number>;

/** A class and its score. */
export interface Ranked {
  index: number;
  score: number;
  /** Where labels were given. */
  label: string;
}

/** Makes shares of scores, that add up to 1, in the same proportions as `exp(score)`. */
export function softmax(scores: ArrayLike<number>): Float32Array {
  const shares = Float32Array.from(scores);
  const most = shares.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let at = 0; at < shares.length; at++) sum += shares[at] = Math.exp(shares[at]! - most);
  return shares.map((share) => share / sum);
}

/**
 * Finds the `count` highest scores, highest first, what is no number last; without labels, a class has its number as
 * label.
 */
export function topK(scores: ArrayLike<number>, count = 5, labels: readonly string[] = []): Ranked[] {
  const rank = ({ score }: Ranked) => (Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score);
  return Array.from(scores, (score, index) => ({ index, score, label: labels[index] ?? String(index) }))
    .sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)))
    .slice(0, count);
}

/** Returns the area that two boxes share, by the area that they cover together: 0…1. */
export function iou(a: Box, b: Box): number {
  const width = Math.min(a[2]!, b[2]!) - Math.max(a[0]!, b[0]!);
  const height = Math.min(a[3]!, b[3]!) - Math.max(a[1]!, b[1]!);
  if (!(width > 0 && height > 0)) return 0;
  const shared = width * height;
  return shared / (area(a) + area(b) - shared);
}

const area = (box: Box) => (box[2]! - box[0]!) * (box[3]! - box[1]!);

/** Which of many overlapping boxes stay. */
export interface SuppressionOptions {
  /** Boxes of this score or less do not count. Default: 0.5. */
  scoreThreshold?: number;
  /** Of two whose `iou` is above this, the one with the lower score goes. Default: 0.5. */
  iouThreshold?: number;
  /** At most so many. Default: all. */
  maxOutputSize?: number;
}

/**
 * Leaves one box for each thing where a model found many.
 *
 * @param boxes - a list of boxes, or four numbers for each in one list, as models give them.
 * @param scores - one for each box.
 * @returns numbers of the boxes that stay, highest score first, with the boxes.
 * @throws {ValueError} when there are more scores than boxes, or fewer.
 */
export function nonMaximumSuppression(
  boxes: ArrayLike<Box> | ArrayLike<number>,
  scores: ArrayLike<number>,
  {
    scoreThreshold = 0.5,
    iouThreshold = 0.5,
    maxOutputSize = Number.POSITIVE_INFINITY,
  }: SuppressionOptions = {},
): { index: number; score: number; box: number[] }[] {
  const flat = typeof boxes[0] === 'number';
  const count = flat ? boxes.length / 4 : boxes.length;
  if (count !== scores.length)
    throw new ValueError(
      `nonMaximumSuppression was given ${scores.length} scores for ${count} boxes, expected one for each`,
    );
  const boxAt = (index: number) =>
    flat
      ? [0, 1, 2, 3].map((side) => (boxes as ArrayLike<number>)[index * 4 + side]!)
      : Array.from((boxes as ArrayLike<Box>)[index]!);
  const candidates: { index: number; score: number; box: number[] }[] = [];
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index]!;
    if (score > scoreThreshold) candidates.push({ index, score, box: boxAt(index) });
  }
  candidates.sort((a, b) => b.score - a.score);
  const kept: typeof candidates = [];
  for (const candidate of candidates) {
    if (kept.length >= maxOutputSize) break;
    if (kept.every(({ box }) => iou(box, candidate.box) <= iouThreshold)) kept.push(candidate);
  }
  return kept;
}
