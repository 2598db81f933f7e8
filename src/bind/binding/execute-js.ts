/** @file Carries out a run whose binding has `js`, a function of the page. */

import { unlessAborted } from '../../shared/abort.ts';
import { HandlerError, ValueError, wordsOf } from '../../shared/errors.ts';
import { allInputs, closeInputs, dropInputs } from '../../shared/inputs.ts';
import type { Port } from '../../shared/port.ts';
import { type Input, skip } from '../../shared/protocol.ts';
import type { Bound, Run } from '../run/bound.ts';
import type { BindingOptions } from '../options.ts';
import { begin } from './begin.ts';
import type { Outcome } from '../run/failure.ts';
import { inputFor } from '../run/inputs.ts';
import { portSink, statusOf } from '../run/sink.ts';
import { runtime } from './runtime.ts';

type PageFunction = (...values: unknown[]) => unknown;

/** Functions that were named rather than given, each loaded once for the options that name it. */
const loaded = new WeakMap<BindingOptions, Promise<PageFunction>>();

/**
 * Carries out a run whose binding has `js`: that is called in the page with the values of the inputs. What it gives
 * goes to the handler in place of the inputs, or to the outputs where there is no handler.
 *
 * @param values - of the inputs, when the event fired.
 * @param held - What the handler gets of inputs that `js` leaves. Taken over.
 * @throws what `js` threw, a {ValueError} for a result that does not fit, or the signal's reason.
 */
export async function executeJs(
  run: Run,
  values: readonly unknown[],
  held: readonly Promise<Input>[],
): Promise<Outcome> {
  const { binding, signal, over } = run;
  const { inputs, outputs, options } = binding;
  let unused = held;
  let made: unknown;
  try {
    const call = await unlessAborted(functionOf(binding), signal);
    made = await unlessAborted(Promise.resolve(call(...values)).catch(complain), signal);
    if (options.fn != null) {
      const list = made === undefined ? held.map(() => undefined) : listFor(inputs, made, 'input');
      const given = list.map(async (value, at) =>
        value === undefined ? held[at]! : inputFor(inputs[at]!, value),
      );
      unused = held.filter((_, at) => list[at] !== undefined);
      const all = await unlessAborted(allInputs(given), signal, closeInputs);
      return await begin({
        ...run,
        given: { inputs: all, made: list.map((value) => value !== undefined) },
      });
    }
  } finally {
    dropInputs(unused);
  }
  const sink = portSink(binding, binding.near);
  over();
  sink.status(statusOf(binding)({ stage: 'complete' }));
  if (made !== undefined)
    sink.values(listFor(outputs, made, 'output').map((value) => (value === undefined ? skip : value)));
  return 'success';
}

function functionOf({ options, near }: Bound): PageFunction | Promise<PageFunction> {
  const { js } = options;
  if (typeof js === 'function') return guarded(js as PageFunction);
  let known = loaded.get(options);
  if (!known) {
    known = Promise.resolve(runtime()).then(({ functionOf }) => functionOf(js ?? null, near));
    known.catch(() => loaded.delete(options)); // a failure is not remembered
    loaded.set(options, known);
  }
  return known.then(guarded);
}

/** What is thrown at once arrives like what is thrown later. */
const guarded =
  (js: PageFunction): PageFunction =>
  async (...values) =>
    js(...values);

/** Anything can be thrown; what is shown is an error. */
function complain(thrown: unknown): never {
  if (typeof (thrown as Error | null | undefined)?.message === 'string') throw thrown;
  throw new HandlerError(`js threw ${wordsOf(thrown)}, expected an Error`, { handler: 'js', cause: thrown });
}

/** One entry for each element. @throws {ValueError} when there are more or fewer */
function listFor(ports: readonly Port[], made: unknown, role: string): unknown[] {
  const list = Array.isArray(made) ? made : [made];
  if (list.length === ports.length) return list;
  throw new ValueError(
    `js gave ${list.length} values for ${ports.length} ${role}s: return an array with one entry for each`,
    { target: 'js' },
  );
}
