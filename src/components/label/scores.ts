/** @file Reads the classes of a Label. */

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
