/** @file `rv.on`: binds events of elements to a handler. */

import { ValueError, describe } from '../../shared/errors.ts';
import type { EventName, EventOf } from '../../page/element-types.ts';
import { renderReuse } from '../../page/render-reuse.ts';
import { Binding } from './binding.ts';
import { closestApp } from '../../page/around.ts';
import { list, type BindingOptions, type InputsOption, type OutputsOption } from '../options.ts';
import { checkTrigger, type Trigger } from './triggers.ts';

/**
 * Binds an event of an element to a handler.
 *
 * @returns the binding, for `.after`, `.success`, `.failure`, `.cancel` and `.remove`.
 * @throws {ValueError} for an event that the element does not have, or an option that does not fit.
 */
export function on<
  Target extends EventTarget,
  Name extends EventName<Target>,
  const Inputs extends InputsOption = undefined,
  const Outputs extends OutputsOption = undefined,
>(
  element: Target,
  event: Name,
  options: BindingOptions<Inputs, Outputs, EventOf<Target, Name>, Name extends 'stream' ? Target : never>,
): Binding;
/** Binds several triggers to one handler: they share its gate and its queue. */
export function on<
  const Targets extends readonly EventTarget[],
  const Inputs extends InputsOption = undefined,
  const Outputs extends OutputsOption = undefined,
>(triggers: Triggers<Targets>, options: BindingOptions<Inputs, Outputs>): Binding;
/** Binds the `change` of every input, and the `load` of the app that they are in; when that is over it runs at once. */
export function on<
  const Inputs extends InputsOption = undefined,
  const Outputs extends OutputsOption = undefined,
>(options: BindingOptions<Inputs, Outputs>): Binding;
export function on(
  first: EventTarget | readonly Trigger[] | BindingOptions,
  second?: string | BindingOptions,
  third?: BindingOptions,
): Binding {
  const [triggers, options] = parse(first, second, third);
  const checked = triggers.map(checkTrigger);
  const kept = renderReuse()?.binding(checked, options) as Binding | undefined;
  const binding = kept ?? new Binding(checked, options);
  if (options === first && !kept) awaitLoad(binding);
  return binding;
}

/** Pairs of an element and the name of one of its events. */
type Triggers<Targets extends readonly EventTarget[]> = {
  readonly [At in keyof Targets]: readonly [element: Targets[At], event: EventName<Targets[At]>];
};

/** The app calls it when it is ready. What is bound later, or is put into the app in the same task, need not wait. */
function awaitLoad(binding: Binding): void {
  binding.awaitsLoad = true;
  queueMicrotask(() => {
    const { near } = binding;
    const app = near instanceof Node ? closestApp(near) : null;
    if (app?.isReady) binding.load(app);
  });
}

function parse(first: unknown, second: unknown, third: unknown): [readonly Trigger[], BindingOptions] {
  if (typeof second === 'string') return [[[first as EventTarget, second]], (third ?? {}) as BindingOptions];
  if (Array.isArray(first)) {
    const strange = (first as unknown[]).find((each) => !Array.isArray(each) || each.length !== 2);
    if (strange !== undefined)
      throw new ValueError(`on(): a trigger got ${describe(strange)}, expected [element, event]`, {
        target: 'triggers',
      });
    return [first as Trigger[], (second ?? {}) as BindingOptions];
  }
  if (
    second === undefined &&
    typeof first === 'object' &&
    first !== null &&
    !(first instanceof EventTarget)
  ) {
    const options = first as BindingOptions;
    return [list(options.inputs).map((port): Trigger => [port, 'change']), options];
  }
  const { events } = Object(first).constructor as { events?: readonly string[] };
  const all = events?.length ? `; its events are ${events.join(', ')}` : '';
  throw new ValueError(
    `on(): the event got ${describe(second)}, expected its name, as in on(element, "${events?.[0] ?? 'click'}", { fn, … })${all}`,
    { target: 'event' },
  );
}
