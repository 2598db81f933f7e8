import type { Samples } from '../../../src/shared/values/samples.ts';

/** Hz at the start, and how much it rises in a second. */
const LOW = 200;
const RISE = 50;

/** Sample `n`, of 48 000 a second, of a tone which rises steadily: a piece that is lost or comes twice is a step in it. */
export function risingTone(n: number): number {
  const seconds = n / 48_000;
  return Math.sin(2 * Math.PI * (LOW * seconds + (RISE / 2) * seconds ** 2));
}

/** The steps of a tone: places where its time between two upward crossings of zero jumps, in samples since the start. */
export function stepsOf({ channels, sampleRate }: Samples): number[] {
  const [sound] = channels as [Float32Array];
  const crossings: number[] = [];
  for (let at = 1; at < sound.length; at++)
    if (sound[at - 1]! < 0 && sound[at]! >= 0)
      crossings.push(at - sound[at]! / (sound[at]! - sound[at - 1]!));
  const steps: number[] = [];
  // In one turn of at least 200 Hz the tone rises by 0.25 Hz at most: turns that follow each other are alike.
  for (let turn = 2; turn < crossings.length; turn++) {
    const [a, b, c] = [crossings[turn - 2]!, crossings[turn - 1]!, crossings[turn]!];
    if (Math.abs(c - b - (b - a)) > 1 + (0.25 * sampleRate) / LOW ** 2) steps.push(Math.round(b));
  }
  return steps;
}
