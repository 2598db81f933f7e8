/** @file Runs a handler once, or has it follow a camera, and shows each yield on its outputs. */

import type { LentBridge } from '../../bridge/pool.ts';
import type { Aside } from '../../bridge/remote-run.ts';
import type { Port } from '../../shared/port.ts';
import type { ChunkNews, HandlerEvent, Input, LoopStart } from '../../shared/protocol.ts';
import { closeParts } from '../../shared/values/parts.ts';
import { blame } from '../handler/blame.ts';
import type { Report, Sink } from './sink.ts';

/** What running the handler once needs. */
export interface RunOnceOptions {
  bridge: LentBridge;
  inputs: Input[];
  outputs: readonly Port[];
  event: HandlerEvent;
  keys?: readonly string[];
  signal: AbortSignal;
  sink: Sink;
  report: Report;
  surfaces?: readonly (number | null)[];
  /** The stage between two values: `generating` for a run, `streaming` for a chunk of a stream. */
  stage: 'generating' | 'streaming';
  /** Called before the only value of a plain handler is shown: the run is over then. */
  onLast?(): void;
  /** Where given, the worker runs the handler again and again by itself. */
  loop?: LoopStart;
  /** Called with what such a run says of itself. */
  onNews?(news: ChunkNews): void;
  /** Called after each value is shown, with the moment of capture where it is known, ms since 1970. */
  onShown?(captured: number | undefined): void;
}

/**
 * Runs the handler once and shows each value as it comes.
 *
 * @throws what the handler threw, what an output refused, or the signal's reason.
 */
export async function runOnce(options: RunOnceOptions): Promise<void> {
  const { bridge, inputs, outputs, event, keys, signal, sink, report, surfaces, stage, loop } = options;
  const ids = outputs.map((port) => port.id);
  const aside = (message: Aside) => {
    if (message.type === 'chunks') options.onNews?.(message);
    else if (message.type === 'toast') sink.toast(message.toast);
    else if (message.type === 'progress') sink.status(report({ stage: 'pending', progress: message.levels }));
    else if (message.type === 'waiting') {
      const { queue, eta } = message;
      sink.status(report({ stage: 'pending', queue, ...(eta !== undefined && { eta }) }));
    } else console.warn(message.message);
  };
  for await (const { values, last, captured } of bridge.run(
    { inputs, outputs: ids, event, keys, surfaces, loop },
    signal,
    aside,
  )) {
    if (signal.aborted) {
      for (const each of values) closeParts(each); // stopped while they were on their way
      throw signal.reason;
    }
    if (last) options.onLast?.();
    else sink.status(report({ stage }));
    try {
      sink.values(values);
    } catch (error) {
      throw await blame(error as Error, bridge.source);
    }
    options.onShown?.(captured);
  }
}

/**
 * Renews inputs that were read a while ago with what States hold by now: another run may have written to them.
 *
 * @param made - true in the places of those that `js` made.
 */
export function renewed(read: Input[], inputs: readonly Port[], made: readonly boolean[] = []): Input[] {
  return read.map((input, at) =>
    inputs[at]!.silent && !made[at] ? (inputs[at]!.toHandler() as Input) : input,
  );
}
