/** @file What both ways to capture sound have in common. */

import type { Samples } from '../../shared/values/samples.ts';

/** Is given each slice, which it owns. */
export type TakeSlice = (slice: Samples) => void;

/** A sound that is being captured: every sample of every channel, from the first to `finish`, each once. */
export interface Capture {
  /** Gives what is left, then lets the device go. Resolves when all slices have been handed over. */
  finish(): Promise<void>;
}
