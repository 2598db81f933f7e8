/** @file Runs a binding from script, and gives all that happens as events. */

import { closeParts } from '../../shared/values/parts.ts';
import type { Status, Toast } from '../../shared/port.ts';
import { isSkip, updateOf, type HandlerEvent } from '../../shared/protocol.ts';
import type { Bound } from './bound.ts';
import { lazy } from '../../page/lazy.ts';
import { isValidated } from './is-validated.ts';
import { keyOf } from '../options.ts';
import { execute } from './execute.ts';
import { ValueError } from '../../shared/errors.ts';

/** What `app.submit` gives, in the words of `@gradio/client`. */
export type RunEvent<Outputs = unknown[]> =
  | {
      type: 'status';
      stage: Status['stage'];
      queue: boolean;
      position?: number;
      size?: number;
      eta?: number;
      message?: string;
    }
  | { type: 'progress'; levels: NonNullable<Status['progress']> }
  | { type: 'data'; data: Outputs }
  | { type: 'log'; log: string; level: Toast['level']; title?: string; duration?: number | null };

/** Makes sure that the values will do, where an input or the binding checks them. @throws {ValueError} */
async function refuse(binding: Bound, values: readonly unknown[]): Promise<void> {
  const { inputs, options } = binding;
  if (!isValidated({ inputs, options })) return;
  const { complaints } = await lazy(() => import('./validate.ts'));
  const near = binding.near;
  const wrong = (await complaints({ inputs, options, near }, values)).flatMap((words, at) =>
    words ? [`${keyOf(inputs[at]!, at)}: ${words}`] : [],
  );
  if (wrong.length > 0) throw new ValueError(wrong.join('; '), { target: 'inputs' });
}

const stopped = () => new DOMException('The run was stopped', 'AbortError');

/**
 * Drives a binding from script. Leaving the loop early stops the run; a failure, or that it was stopped elsewhere, is
 * thrown after its `status` event.
 *
 * @param values - One for each input, converted and checked as the element's own value.
 * @throws {ValueError} when the number of values is not that of the inputs, or one does not fit its element.
 */
export async function* submit(
  binding: Bound,
  values: readonly unknown[],
  outer?: AbortSignal,
): AsyncGenerator<RunEvent, void> {
  if (values.length !== binding.inputs.length)
    throw new ValueError(
      `"${binding.apiName}" got ${values.length} inputs, expected ${binding.inputs.length}`,
      { target: 'inputs' },
    );
  outer?.throwIfAborted();
  await refuse(binding, values);
  const events: RunEvent[] = [];
  let wake: (() => void) | null = null;
  const push = (event: RunEvent) => {
    events.push(event);
    wake?.();
  };
  let failure: { error: unknown } | null = null;
  const failed = (error: unknown) => (failure = { error });
  const event: HandlerEvent = { target: '', name: 'submit', data: null };
  let over = false;
  const leave = new AbortController();
  const running = binding.startRun(event, (run) => {
    const signal = AbortSignal.any([run.signal, leave.signal, ...(outer ? [outer] : [])]);
    return execute({
      ...run,
      signal,
      driven: { sink: { status, values: data, toast, failed }, values },
    });
  });
  void running.then((outcome) => {
    over = true;
    if (outcome === 'cancelled') failure = { error: outer?.aborted ? outer.reason : stopped() };
    wake?.();
  });

  function status({ stage, queue, eta, progress, error }: Status): void {
    if (progress) return push({ type: 'progress', levels: progress });
    push({ type: 'status', stage, queue: queue !== undefined, ...queue, eta, message: error?.message });
  }
  function data(given: readonly unknown[]): void {
    push({
      type: 'data',
      data: given.map((value) =>
        isSkip(value) || updateOf(value) ? (updateOf(value)?.value ?? null) : value,
      ),
    });
  }
  function toast({ message, level, title, duration }: Toast): void {
    push({ type: 'log', log: message, level, title, duration });
  }

  try {
    while (!over || events.length) {
      const next = events.shift();
      if (next) yield next;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    if (failure) throw (failure as { error: unknown }).error;
  } finally {
    leave.abort(stopped());
    for (const event of events) if (event.type === 'data') for (const each of event.data) closeParts(each);
  }
}
