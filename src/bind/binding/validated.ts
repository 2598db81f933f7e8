/** @file Has the inputs of a run checked first, where somebody asks for that. */

import { lazy } from '../../page/lazy.ts';
import { closeInputs } from '../../shared/inputs.ts';
import type { Run } from '../run/bound.ts';
import { type Outcome, showFailure } from '../run/failure.ts';
import { readInputs } from '../run/inputs.ts';
import { portSink, statusOf } from '../run/sink.ts';
import { traceLater } from './runtime.ts';

/** Carries a run out if its inputs are as they should be; else says at each what is wrong, and nothing runs. */
export async function validated(run: Run, carryOut: (run: Run) => Promise<Outcome>): Promise<Outcome> {
  const { binding, signal } = run;
  const values = binding.inputs.map((port) => (port as { value?: unknown }).value ?? null);
  let given: Run['given'];
  try {
    // What is checked is what the handler gets, however long that takes.
    if (binding.options.js == null) given = { inputs: readInputs(binding.inputs), made: [] };
    if (given?.inputs instanceof Promise) given.inputs.catch(() => undefined); // reported when its turn comes
    const { complaints, tell } = await lazy(() => import('../run/validate.ts'));
    const wrong = tell(binding.inputs, await complaints(binding, values));
    signal.throwIfAborted();
    if (!wrong) {
      const ready = given;
      given = undefined;
      return await carryOut({ ...run, given: ready });
    }
    return 'cancelled';
  } catch (error) {
    return showFailure(error, portSink(binding, binding.near), statusOf(binding), traceLater, signal);
  } finally {
    if (given) void Promise.resolve(given.inputs).then(closeInputs, () => undefined);
  }
}
