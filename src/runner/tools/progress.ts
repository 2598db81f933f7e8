/** @file `ctx.progress`: shows how far a run is. */

import { ValueError, describe } from '../../shared/errors.ts';
import type { ProgressLevel } from '../../shared/port.ts';

/** Shows how far a run is; harmless after its end. */
export interface Progress {
  /** `done`: 0…1, `[step, total]` (total may be `null`), or `null` for "busy". */
  (done: number | readonly [number, number | null] | null, desc?: string): void;
  /** Wraps a loop: counts the items that are finished. Nested loops show as levels. @throws {ValueError} for what no loop takes */
  each<T>(iterable: Iterable<T>, desc?: string): Iterable<T>;
  each<T>(iterable: AsyncIterable<T>, desc?: string): AsyncIterable<T>;
}

/** Updates a second that are sent at once; what comes faster is joined. */
const RATE = 60;
const BURST = 20;

/** Makes the `progress` of one run; `send` gets all levels, outer first. */
export function makeProgress(send: (levels: ProgressLevel[]) => void): Progress {
  const levels: ProgressLevel[] = [];
  // What the handler said without a loop, until a loop says more.
  let said: ProgressLevel | null = null;
  let tokens = BURST;
  let filled = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  // A loop of a million steps must not flood the page, and a loop that blocks cannot wait for a timer.
  function report(): void {
    const now = performance.now();
    tokens = Math.min(BURST, tokens + ((now - filled) / 1000) * RATE);
    filled = now;
    if (tokens >= 1) {
      tokens -= 1;
      clearTimeout(timer);
      timer = undefined;
      send([...levels, ...(said ? [said] : [])].map((level) => ({ ...level })));
    } else timer ??= setTimeout(() => ((timer = undefined), report()), 1000 / RATE);
  }

  function progress(done: number | readonly [number, number | null] | null, desc?: string): void {
    said = levelOf(done, desc);
    report();
  }

  function open(length: number | null, desc?: string): { step(): void; close(): void } {
    const level: ProgressLevel = { fraction: length === null ? null : 0, index: 0, length, desc };
    levels.push(level);
    said = null;
    report();
    return {
      step() {
        level.index = (level.index ?? 0) + 1;
        said = null;
        if (length) level.fraction = Math.min(1, level.index / length);
        report();
      },
      close() {
        const at = levels.indexOf(level);
        if (at >= 0) levels.splice(at);
      },
    };
  }

  function each<T>(iterable: Iterable<T> & AsyncIterable<T>, desc?: string): Iterable<T> | AsyncIterable<T> {
    const loops = iterable as Partial<typeof iterable> | null | undefined;
    if (typeof (loops?.[Symbol.asyncIterator] ?? loops?.[Symbol.iterator]) !== 'function')
      throw new ValueError(
        `ctx.progress.each() got ${describe(iterable)}, expected a list, or what else a for … of loop takes`,
        { target: 'progress.each' },
      );
    const size =
      (iterable as { length?: number; size?: number }).length ?? (iterable as { size?: number }).size;
    const length = typeof size === 'number' ? size : null;
    return iterable[Symbol.asyncIterator] ? eachAsync(iterable) : eachSync(iterable);

    function* eachSync(items: Iterable<T>) {
      const level = open(length, desc);
      try {
        for (const item of items) {
          yield item;
          level.step();
        }
      } finally {
        level.close();
      }
    }
    async function* eachAsync(items: AsyncIterable<T>) {
      const level = open(length, desc);
      try {
        for await (const item of items) {
          yield item;
          level.step();
        }
      } finally {
        level.close();
      }
    }
  }

  return Object.assign(progress, { each }) as Progress;
}

function levelOf(done: number | readonly [number, number | null] | null, desc?: string): ProgressLevel {
  if (done === null || done === undefined) return { fraction: null, desc };
  if (typeof done === 'number') return { fraction: Math.min(1, Math.max(0, done)), desc };
  const [index, length] = done;
  return { fraction: length ? Math.min(1, Math.max(0, index / length)) : null, index, length, desc };
}
