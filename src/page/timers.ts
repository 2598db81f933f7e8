/** @file Limits a wait to what a browser's timers can do. */

/** The longest time that a browser's timers can wait, 24.8 days: what is longer would be over at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** Returns milliseconds for a timer that is to wait so long, or as long as timers can. */
export const timerMs = (ms: number): number => Math.min(ms, LONGEST_MS);
