/** @file Loads `execute-js.ts` for the few bindings that go through the page first. */

import { lazy } from '../../page/lazy.ts';
import type { Run } from '../run/bound.ts';
import { traceLater } from './runtime.ts';
import { type Outcome, showFailure } from '../run/failure.ts';
import { portSink, statusOf } from '../run/sink.ts';

/** Carries out a run that goes through the page first, by `js`: few do, so it is loaded for those. Never throws. */
export async function runJs(run: Run): Promise<Outcome> {
  const { binding } = run;
  const values = binding.inputs.map((port) => (port as { value?: unknown }).value ?? null);
  // What `js` leaves goes to the handler as it is now, however long that takes.
  const held = binding.options.fn == null ? [] : binding.inputs.map(async (port) => port.toHandler());
  for (const each of held) each.catch(() => undefined); // reported where it is used
  try {
    const { executeJs } = await lazy(() => import('./execute-js.ts'));
    return await executeJs(run, values, held);
  } catch (error) {
    return showFailure(error, portSink(binding, binding.near), statusOf(binding), traceLater);
  }
}
