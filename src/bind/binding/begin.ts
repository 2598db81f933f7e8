/** @file Begins a run. */

import { unlessAborted } from '../../shared/abort.ts';
import { closeInputs } from '../../shared/inputs.ts';
import type { Run } from '../run/bound.ts';
import { runtime, traceLater } from './runtime.ts';
import { type Outcome, showFailure } from '../run/failure.ts';
import { readInputs } from '../run/inputs.ts';
import { portSink, statusOf } from '../run/sink.ts';

/**
 * Has a run carried out, at once where that is loaded. A first run is pending meanwhile, with its inputs as they are when
 * the event fires. Never throws.
 */
export async function begin(run: Run): Promise<Outcome> {
  const parts = runtime();
  if (!(parts instanceof Promise)) return parts.execute(run);
  const { binding, signal } = run;
  const sink = portSink(binding, binding.near);
  const report = statusOf(binding);
  let { given } = run;
  try {
    given ??= { inputs: readInputs(binding.inputs), made: [] };
    if (given.inputs instanceof Promise) given.inputs.catch(() => undefined); // reported when its turn comes
    sink.status(report({ stage: 'pending' }));
    const { execute } = await unlessAborted(parts, signal);
    return execute({ ...run, given, begun: { sink, report } });
  } catch (error) {
    if (given) void Promise.resolve(given.inputs).then(closeInputs, () => undefined);
    return showFailure(error, sink, report, traceLater, signal);
  }
}
