import { unlessAborted } from '../shared/abort.ts';
import { closeInputs } from '../shared/inputs.ts';
import type { Bound, Execution } from './bound.ts';
import { pass, readInputs, showFailure, type Outcome } from './run.ts';
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
  try {
    if (binding.options.scrollToOutput && !driven) scrollToOutput(outputs);
    sink.status(report({ stage: 'pending' }));
    let queued = false;
    const slot = await queue.enter(signal, (position, size) => {
      queued = true;
      sink.status(report({ stage: 'pending', queue: { position, size } }));
    });
    ends.push(slot.release);
    const lease = await (await unlessAborted(binding.pool(), signal)).lease(signal);
    ends.push(lease.release);
    const started = performance.now();
    const given = made ?? driven?.inputs ?? (await unlessAborted(readInputs(inputs), signal, closeInputs));
    if (queued) sink.status(report({ stage: 'pending' })); // it waits no longer
    await pass({
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
    durations.push((performance.now() - started) / 1000);
    if (durations.length > REMEMBERED) durations.shift();
    sink.status(report({ stage: 'complete' }));
    return 'success';
  } catch (error) {
    return showFailure(error, sink, report);
  } finally {
    release();
  }
}
