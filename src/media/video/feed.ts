/** @file The interface of both ways to bring segments to a `<video>`. */

import type { Segment } from '../video-worker/tasks.ts';

/** A segment and its place in the stream. */
export interface Placed extends Segment {
  /** Seconds from the beginning of the stream. */
  start: number;
}

/** A way to bring the segments of a stream to a `<video>`, one behind the other. */
export interface Feed {
  /** Seconds from the beginning of the stream to what is seen now. */
  readonly time: number;
  /** True when the last segment that will come has been seen. */
  readonly over: boolean;
  /** There is one segment more, at the end of the list. */
  add(): void;
  /** No more segments come. */
  end(): void;
  /** Goes to a moment of what came, in seconds. */
  seek(time: number): void;
  /** Nobody sees it, and perhaps nobody will: holds nothing that only a `wake` or a `close` would let go. */
  rest?(): void;
  /** Somebody may see it again. */
  wake?(): void;
  close(): void;
}

/** Returns which segment a moment lies in. */
export function segmentAt(segments: readonly Placed[], time: number): number {
  const at = segments.findLastIndex(({ start }) => start <= time);
  return Math.max(0, at);
}
