/** @file The loop of a stream, on the page and in workers alike. */

import type { Pace } from './pace.ts';

/** What the loop of a stream asks of where it runs. */
interface Turns<Chunk> {
  /** Waits while nothing is wanted: the tab is hidden. */
  visible(): Promise<void>;
  /** True when no chunk begins any more. */
  over(): boolean;
  /** The next chunk, with a fresh reading of all inputs; `null` when the input is over. */
  next(): Promise<Chunk | null>;
  /** Runs the handler with a chunk. */
  run(chunk: Chunk): Promise<void>;
}

/** Runs chunk after chunk, never two at once, each when it is due, until the input is over or `stop` aborts. */
export async function eachChunk<Chunk>(pace: Pace, stop: AbortSignal, turns: Turns<Chunk>): Promise<void> {
  for (;;) {
    await pace.next(stop);
    const seen = performance.now();
    await turns.visible();
    pace.skip(performance.now() - seen);
    if (turns.over()) return;
    const chunk = await turns.next();
    if (!chunk) return;
    pace.taken();
    await turns.run(chunk);
  }
}
