import { unlessAborted } from '../shared/abort.ts';
import { closeInputs } from '../shared/inputs.ts';
import type { Input } from '../shared/protocol.ts';
import type { Bound, Execution } from './bound.ts';
import { pass, readInputs, renewed, showFailure, type Outcome } from './run.ts';
import { scrollToOutput } from './scroll.ts';
import { portSink, statusOf } from './sink.ts';

const REMEMBERED = 20;

/** Seconds that a run of this binding is likely to take; `undefined` before the first. */
export function estimate({ durations }: Bound): number | undefined {
  return durations.length ? durations.reduce((sum, each) => sum + each, 0) / durations.length : undefined;
}

/** Carries out one run: queue, worker, inputs, values, outcome. Never throws. */
export async function execute(execution: Execution): Promise<Outcome> {
  const { binding, event, signal, over, given: made, driven } = execution;
  const { inputs, outputs, queue, durations } = binding;
  const sink = driven?.sink ?? portSink(binding, binding.near);
  const report = statusOf(binding.showProgress, estimate(binding));
  const ends: (() => void)[] = [];
  const release = () => {
    for (const end of ends.splice(0)) end();
  };
  let unsent: Input[] | Promise<Input[]> | null = null;
  try {
    // As they are when the event fires, however long the run has to wait.
    const read = (unsent = made ?? driven?.inputs ?? readInputs(inputs));
    if (read instanceof Promise) read.catch(() => undefined); // told when its turn comes
    if (binding.options.scrollToOutput && !driven) scrollToOutput(outputs);
    let told = false;
    const tell = () => {
      if (!told) sink.status(report({ stage: 'pending' }));
      told = true;
    };
    // Most runs wait for nothing: their inputs are sent first, and the status is told while the worker is at it.
    const ready = <T>(work: T | Promise<T>): T | Promise<T> => {
      if (work instanceof Promise) tell();
      return work;
    };
    const slot = await queue.enter(signal, (position, size) =>
      sink.status(report({ stage: 'pending', queue: { position, size } })),
    );
    ends.push(slot.release);
    const pool = await ready(unlessAborted(binding.pool(), signal));
    const lease = await ready(pool.lease(signal));
    ends.push(lease.release);
    const started = performance.now();
    const held = await ready(unlessAborted(read, signal));
    const given = made || driven ? held : renewed(held, inputs);
    unsent = null;
    const passing = pass({
      bridge: lease.bridge,
      inputs: given,
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
    tell();
    await passing;
    durations.push((performance.now() - started) / 1000);
    if (durations.length > REMEMBERED) durations.shift();
    sink.status(report({ stage: 'complete' }));
    return 'success';
  } catch (error) {
    return showFailure(error, sink, report);
  } finally {
    release();
    if (unsent) void Promise.resolve(unsent).then(closeInputs, () => undefined);
  }
}
