/** @file Runs a handler once and shows each yield on its outputs, or why it failed. */

import type { Bridge } from '../../bridge/bridge.ts';
import type { Aside } from '../../bridge/remote-run.ts';
import { type ErrorDetails, isAbort, wordsOf } from '../../shared/errors.ts';
import { allInputs, dropInputs } from '../../shared/inputs.ts';
import type { Port, Status } from '../../shared/port.ts';
import type { HandlerEvent, Input } from '../../shared/protocol.ts';
import type { Sink } from './sink.ts';
import { trace } from '../handler/trace.ts';

/** How a run ended. */
export type Outcome = 'success' | 'failure' | 'cancelled';

type Report = (status: Partial<Status> & Pick<Status, 'stage'>) => Status;

/** What running the handler once needs. */
export interface RunOnceOptions {
  bridge: Bridge;
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
  /** Told before the only value of a plain handler is shown: the run is over then. */
  onLast?(): void;
  /** Told after each value is shown, with the moment of capture where it is known, ms since 1970. */
  onShown?(captured: number | undefined): void;
}

/**
 * Runs the handler once and shows each value as it comes.
 *
 * @throws what the handler threw, what an output refused, or the signal's reason.
 */
export async function runOnce(options: RunOnceOptions): Promise<void> {
  const { bridge, inputs, outputs, event, keys, signal, sink, report, surfaces, stage } = options;
  const ids = outputs.map((port) => port.id);
  const aside = (message: Aside) => {
    if (message.type === 'toast') sink.toast(message.toast);
    else if (message.type === 'progress') sink.status(report({ stage: 'pending', progress: message.levels }));
    else console.warn(message.message);
  };
  for await (const { values, last, captured } of bridge.run(
    { inputs, outputs: ids, event, keys, surfaces },
    signal,
    aside,
  )) {
    signal.throwIfAborted(); // stopped while this value was on its way
    if (last) options.onLast?.();
    else sink.status(report({ stage }));
    sink.values(values);
    options.onShown?.(captured);
  }
}

/**
 * Says why a run failed, once: on the output that is seen, in a toast where none is, or where the handler threw what is
 * meant for the reader. The console has it with its stack, also where the reader shall not know.
 *
 * @param signal - of the run: one that was stopped meanwhile tells of nothing.
 */
export async function showFailure(
  error: unknown,
  sink: Sink,
  report: Report,
  signal?: AbortSignal,
): Promise<Outcome> {
  const frames = isAbort(error) || sink.failed ? '' : await trace(error);
  // A Stop, or another run, may have come while the error was looked up.
  if (isAbort(error) || signal?.aborted) {
    sink.status(report({ stage: 'complete' }));
    return 'cancelled';
  }
  const { name = 'Error', title, duration, visible } = error as ErrorDetails & { name?: string };
  const shown = visible ?? !sink.hidesErrors;
  const message = wordsOf(error);
  const byToast = visible === true || !sink.inSight;
  const failure = shown
    ? { name, message, frames, toldBy: byToast ? ('toast' as const) : undefined }
    : { name, message: '' };
  const status = report({ stage: 'error', error: failure });
  sink.status(status.show === 'hidden' ? { ...status, show: 'minimal' } : status); // it is no progress
  if (sink.failed) sink.failed(error);
  else if (shown && byToast) sink.toast({ level: 'error', message, title, duration });
  return 'failure';
}

/** The input that a value in place of an element's own makes. @throws {ValueError} when it does not fit the element */
export const inputFor = (port: Port, value: unknown): Input | Promise<Input> =>
  port.inputOf?.(value) ?? { kind: 'value', value };

/** Reads the inputs now, or what `values` make in their place; waits only where one has a file to read. */
export function readInputs(inputs: readonly Port[], values?: readonly unknown[]): Input[] | Promise<Input[]> {
  const read: (Input | Promise<Input>)[] = [];
  try {
    inputs.forEach((port, at) => read.push(values ? inputFor(port, values[at]) : port.toHandler()));
  } catch (error) {
    dropInputs(read);
    throw error;
  }
  return read.some((each) => each instanceof Promise) ? allInputs(read) : (read as Input[]);
}

/**
 * Inputs that were read a while ago, with what States hold by now: another run may have written to them.
 *
 * @param made - true in the places of those that `js` made.
 */
export function renewed(read: Input[], inputs: readonly Port[], made: readonly boolean[] = []): Input[] {
  return read.map((input, at) =>
    inputs[at]!.silent && !made[at] ? (inputs[at]!.toHandler() as Input) : input,
  );
}
