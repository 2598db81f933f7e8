/** One class and how sure the handler is of it. */
export interface Score {
  label: string;
  confidence: number;
}

/** `{ cat: 0.9 }` or Gradio's `{ label, confidences }` as a list; `null` when it is neither. */
export function scoresOf(value: object): Score[] | null {
  const { confidences } = value as { confidences?: unknown };
  const scores = Array.isArray(confidences)
    ? confidences.map((each) => each as Score)
    : Object.entries(value).map(([label, confidence]) => ({ label, confidence: confidence as number }));
  return scores.every((score) => typeof score?.confidence === 'number') ? scores : null;
}

/** The surest first, at most `count`. Ties stay in the order given. */
export function best(scores: Score[], count: number | null): Score[] {
  return [...scores].sort((a, b) => b.confidence - a.confidence).slice(0, count ?? scores.length);
}

/** Percent where all scores are shares, else plain numbers. */
export function wordsOf(scores: readonly Score[]): string[] {
  const shares = scores.every(({ confidence }) => confidence >= 0 && confidence <= 1);
  return scores.map(({ confidence }) =>
    shares ? `${Math.round(confidence * 100)}%` : String(Number(confidence.toPrecision(3))),
  );
}

/** Lengths of the bars, 0…1: shares as they are, other scores in proportion to the largest. */
export function lengthsOf(scores: readonly Score[]): number[] {
  const most = Math.max(1, ...scores.map(({ confidence }) => confidence));
  return scores.map(({ confidence }) => Math.max(0, Number.isFinite(confidence) ? confidence / most : 0));
}
