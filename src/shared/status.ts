/** @file The status of a run, as its outputs show it. */

/** How far a run is, as its outputs show it. */
export type Stage = 'idle' | 'pending' | 'generating' | 'streaming' | 'complete' | 'error';

/** How much of a run its outputs show. */
export type ShowProgress = 'full' | 'minimal' | 'hidden';

/** One level of `ctx.progress`: a fraction, a counter, or neither for "busy". */
export interface ProgressLevel {
  /** 0…1, or `null` when unknown. */
  fraction: number | null;
  /** Steps done, where steps are counted. */
  index?: number;
  /** Steps in all; `null` when unknown. */
  length?: number | null;
  /** What is counted; "steps" by default. */
  unit?: string;
  desc?: string;
}

/** What went wrong with a run, as one of its outputs tells it. */
export interface Failure {
  name: string;
  message: string;
  /** Where it was thrown: a line for each function, the innermost first. */
  frames?: string;
  /**
   * Who shows the message: this output when absent; a toast, or another output. One of them, so that it is read once. When
   * its toast has gone the output shows it, without a word to screen readers, which have heard the toast.
   */
  shownBy?: 'toast' | 'former toast' | 'another';
}

/** What a component shows of the runs that will write to it. Replaced whole, never changed in place. */
export interface Status {
  stage: Stage;
  show: ShowProgress;
  /** `performance.now()`, milliseconds, when the run was accepted. */
  since?: number;
  /** Seconds that former runs of the same binding took on average. */
  eta?: number;
  /** Place in the queue, from 1, and its length; absent once the run has begun. */
  queue?: { position: number; size: number };
  /** Levels from outer to inner; empty for "busy". */
  progress?: ProgressLevel[];
  /** What the run has waited for longer than anybody should, in words, and how to give it up. */
  slow?: { words: string; stop(): void };
  /** What went wrong, when the stage is `error`. */
  error?: Failure;
}

/** What a toast says. */
export interface Toast {
  level: 'info' | 'warning' | 'success' | 'error';
  message: string;
  title?: string;
  /** Seconds; 10 by default, 0 or `null` until closed. */
  duration?: number | null;
  /** Whose toast it is: a new run of the same source takes its old toasts away. */
  source?: object;
  /** Called when it is gone, however that comes. */
  gone?(): void;
}
