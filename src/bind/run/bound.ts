/** @file The interfaces of a binding and of one run, as the parts that carry runs out see them. */

import type { HandlerPool } from '../../bridge/pool.ts';
import type { Port, ShowProgress } from '../../shared/port.ts';
import type { HandlerEvent, Input } from '../../shared/protocol.ts';
import type { BindingOptions } from '../options.ts';
import type { Queue } from './queue.ts';
import type { Outcome } from './failure.ts';
import type { Report, Sink } from './sink.ts';

/** All that a run knows of its binding. */
export interface Bound {
  readonly options: BindingOptions;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly keys: readonly string[] | undefined;
  readonly queue: Queue;
  /** Seconds that former runs took. */
  readonly durations: number[];
  readonly apiName: string;
  readonly showProgress: ShowProgress;
  /** The element whose app the binding belongs to. */
  readonly near: EventTarget;
  /** The workers of the handler; a promise only until they are known. */
  pool(): HandlerPool | Promise<HandlerPool>;
  /** Counts a run as on while `work` is. */
  startRun(event: HandlerEvent, work: (run: Run) => Promise<Outcome>): Promise<Outcome>;
}

/** One run of a binding: what started it, and what ends it. */
export interface Run {
  binding: Bound;
  event: HandlerEvent;
  signal: AbortSignal;
  /** Stops the run. */
  stop(): void;
  /** Says that the run is over for the user, before its last value is shown. */
  over(): void;
  /** In place of what the inputs hold now: what they held when the event fired, but where `js` made something of it. */
  given?: { inputs: Input[] | Promise<Input[]>; made: readonly boolean[] };
  /** Where the run is shown that has begun before what carries it out was there. */
  begun?: { sink: Sink; report: Report };
  /** In place of the elements: where a script drives the run. One value for each input. */
  driven?: { sink: Sink; values: readonly unknown[] };
}
