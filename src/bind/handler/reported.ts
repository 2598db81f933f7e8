/** @file Knows which mistakes in the code of handlers the console has already, by their messages. */

/** Told when the app was set up: each run meets them again, and need not say so. */
export const reportedAtSetUp = new Set<string>();

/** Told by a run that came before that. */
export const reportedByRuns = new Set<string>();
