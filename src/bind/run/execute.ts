/** @file Carries one run out: queue, worker, inputs, values, outcome. */

import { unlessAborted } from '../../shared/abort.ts';
import { closeInputs } from '../../shared/inputs.ts';
import { lazy } from '../../page/lazy.ts';
import type { Input } from '../../shared/protocol.ts';
import type { Run } from './bound.ts';
import { patiently } from './patience.ts';
import { trace } from '../handler/trace.ts';
import { type Outcome, showFailure } from './failure.ts';
import { readInputs } from './inputs.ts';
import { renewed, runOnce } from './run-once.ts';
import { portSink, statusOf } from './sink.ts';

const REMEMBERED = 20;

/** Carries out one run: queue, worker, inputs, values, outcome. Never throws. */
export async function execute(run: Run): Promise<Outcome> {
  const { binding, event, signal, over, given, begun, driven } = run;
  const { inputs, outputs, queue, durations } = binding;
  const sink = begun?.sink ?? driven?.sink ?? portSink(binding, binding.near);
  const report = begun?.report ?? statusOf(binding);
  const ends: (() => void)[] = [];
  const release = () => {
    for (const end of ends.splice(0)) end();
  };
  let unsent: Input[] | Promise<Input[]> | null = null;
  try {
    // As they are when the event fires, however long the run has to wait.
    const read = (unsent = given?.inputs ?? readInputs(inputs, driven?.values));
    if (read instanceof Promise) read.catch(() => undefined); // reported when its turn comes
    if (binding.options.scrollToOutput && !driven)
      lazy(() => import('./scroll.ts')).then(({ scrollToOutput }) => scrollToOutput(outputs), console.error);
    let shown = false;
    const showPending = () => {
      if (!shown) sink.status(report({ stage: 'pending' }));
      shown = true;
    };
    const wait = <T>(work: Promise<T>): Promise<T> => (showPending(), work);
    // Most runs wait for nothing. What is there is not awaited: so the inputs leave in the task of the event, and the
    // page draws while the worker is at it.
    const entered = queue.enter(signal, (position, size) =>
      sink.status(report({ stage: 'pending', queue: { position, size } })),
    );
    const slot = entered instanceof Promise ? await entered : entered;
    ends.push(slot.release);
    const found = unlessAborted(binding.pool(), signal);
    const pool = found instanceof Promise ? await wait(found) : found;
    const lent = pool.lease(signal);
    const lease = lent instanceof Promise ? await wait(patiently(lent, run, sink, report)) : lent;
    ends.push(lease.release);
    const started = performance.now();
    const held = read instanceof Promise ? await wait(unlessAborted(read, signal) as Promise<Input[]>) : read;
    const sent = driven ? held : renewed(held, inputs, given?.made);
    unsent = null;
    const running = runOnce({
      bridge: lease.bridge,
      inputs: sent,
      outputs,
      event,
      keys: binding.keys,
      signal,
      sink,
      report,
      stage: 'generating',
      onLast: () => {
        release();
        over();
        if (!driven) sink.status(report({ stage: 'complete' })); // a script is told after the values
      },
    });
    showPending();
    await running;
    durations.push((performance.now() - started) / 1000);
    if (durations.length > REMEMBERED) durations.shift();
    sink.status(report({ stage: 'complete' }));
    return 'success';
  } catch (error) {
    return showFailure(error, sink, report, trace, signal);
  } finally {
    release();
    if (unsent) void Promise.resolve(unsent).then(closeInputs, () => undefined);
  }
}
