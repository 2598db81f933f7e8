/** @file The options of `rv.on`, checked at the door. */

import type { Any } from '../page/element-types.ts';
import type { HandlerOf, PageFunction } from '../bridge/handler-types.ts';
import { type ServerRef, isServerRef } from '../bridge/server/gradio.ts';
import { factoryOf, type HandlerRef } from '../bridge/handlers.ts';
import { ValueError, describe } from '../shared/errors.ts';
import type { Port, ShowProgress } from '../shared/port.ts';

/**
 * What runs: a function, the name of one (`"./module.js#name"`, `"#name"`, `"gradio:owner/space#/name"`), one of
 * `rv.handlers(…)`, or `rv.gradio(…)`.
 */
export type HandlerOption<Call = (...args: Any[]) => unknown> =
  | Call
  | string
  | URL
  | HandlerRef<Call>
  | ServerRef
  | null;

/** What runs in the page before the handler: a function, or the name of one as in `HandlerOption`. */
export type PageFunctionOption<Call = (...values: Any[]) => unknown> = Call | string | URL | null;

/** What `inputs` takes: elements. */
export type InputsOption = Port | readonly Port[] | ReadonlySet<Port> | undefined;

/** What `outputs` takes: elements. */
export type OutputsOption = Port | readonly Port[] | undefined;

/** What happens to an event while a run of the same binding is on. */
export type TriggerMode = 'once' | 'multiple' | 'alwaysLast';

/** What `cancels` takes: a binding. */
export interface Cancellable {
  cancel(): void;
}

/** The options of `rv.on`. What `fn` is given and may give follows from `inputs`, `outputs` and the event. */
export interface BindingOptions<
  Inputs extends InputsOption = Any,
  Outputs extends OutputsOption = Any,
  Started = Any,
  Streaming = never,
> {
  /** The handler. Without one the binding only cancels, or runs `js`. */
  fn?: HandlerOption<HandlerOf<Inputs, Outputs, Started, Streaming>>;
  /**
   * Called in the page with the values of the inputs, before the handler. What it gives takes their place: an array
   * with one entry for each, or the only one itself; nothing leaves them. Without a handler it goes to the outputs. Not
   * for streams. A name is that of a module's or an inline script's function, as in `fn`.
   */
  js?: PageFunctionOption<PageFunction<Inputs>>;
  /**
   * Called in the page with the values of the inputs, before each run. It gives true or nothing where they will do, and
   * else what is wrong: a text for the first input, a list with an entry for each, or an object keyed by their ids. That
   * stands at the inputs then, and nothing runs. Not for streams. A name is that of a function, as in `js`.
   */
  validator?: PageFunctionOption<PageFunction<Inputs>>;
  /**
   * Elements whose values are the handler's arguments. They are read when the event fires, however long the run waits
   * in the queue or for its worker; a State is read when the run has its turn. Default none. A Set gives the handler
   * one object instead, keyed by the elements' ids, or labels.
   */
  inputs?: Inputs;
  /** Elements that take the results. Default none. */
  outputs?: Outputs;
  /** Seconds, least time between two chunks of a stream; 0 for every frame. Default 0.5. */
  streamEvery?: number;
  /** Seconds that a stream may run, from its start; above 0; `null`, the default, is no limit. */
  timeLimit?: number | null;
  /**
   * Default: `alwaysLast` where one of the triggers is an edit or a change, `multiple` for a stream alone, else `once`.
   */
  triggerMode?: TriggerMode;
  /** How many runs at once; `null` for any number. Default 1. */
  concurrencyLimit?: number | null;
  /** Bindings of the same id share one limit and queue. Default: the binding's own. */
  concurrencyId?: string;
  /** Default `full`; for streams `minimal`. */
  showProgress?: ShowProgress;
  /** Elements that show the runs in place of the outputs. */
  showProgressOn?: Port | readonly Port[];
  /** True scrolls to the topmost output when a run begins and that output is out of sight. Default false. */
  scrollToOutput?: boolean;
  /** Bindings to cancel when this one fires. */
  cancels?: Cancellable | readonly Cancellable[];
  /** `main` runs the handler in the page. Default `worker`. */
  thread?: 'worker' | 'main';
  /** The name for `predict` and `submit`. Default: the handler's name. */
  apiName?: string;
  /** Within a Render: the binding of the former pass with this key and the same elements goes on, with what it runs. */
  key?: string | number;
}

const CHOICES = {
  triggerMode: ['once', 'multiple', 'alwaysLast'],
  showProgress: ['full', 'minimal', 'hidden'],
  thread: ['worker', 'main'],
} as const;

const KNOWN = new Set([
  'fn',
  'js',
  'validator',
  'inputs',
  'outputs',
  'streamEvery',
  'timeLimit',
  'triggerMode',
  'concurrencyLimit',
  'concurrencyId',
  'showProgress',
  'showProgressOn',
  'scrollToOutput',
  'cancels',
  'thread',
  'apiName',
  'key',
]);

/** Makes a list of one, several or none. */
export function list<T>(given: T | readonly T[] | ReadonlySet<T> | null | undefined): T[] {
  if (given === null || given === undefined) return [];
  return Array.isArray(given) || given instanceof Set ? [...(given as Iterable<T>)] : [given as T];
}

/** Says what an input is called in an object of inputs. */
export const keyOf = (port: Port, at: number): string =>
  port.id || (port as { label?: string }).label || `input ${at}`;

/** Says what `fn` may be, where it is anything else; nothing where it fits. */
export function expectedOf(fn: unknown): string | undefined {
  return fn == null ||
    ['function', 'string'].includes(typeof fn) ||
    fn instanceof URL ||
    factoryOf(fn) ||
    isServerRef(fn)
    ? undefined
    : 'a function, "./handlers.js#name", "#name" of an inline script, one of rv.handlers(…), or rv.gradio(…)';
}

/**
 * Checks the options once, at the public door. @throws {ValueError} naming the option, what came and what was expected
 */
export function checkOptions(options: BindingOptions): void {
  const refuse = (name: string, expected: string): never => {
    throw new ValueError(
      `on(): "${name}" got ${describe(options[name as keyof BindingOptions])}, expected ${expected}`,
      {
        target: name,
      },
    );
  };
  if (typeof options !== 'object')
    throw new ValueError(`on(): the options got ${describe(options)}, expected { fn, inputs, outputs, … }`, {
      target: 'options',
    });
  for (const name of Object.keys(options))
    if (!KNOWN.has(name)) refuse(name, `one of ${[...KNOWN].join(', ')}`);
  for (const [name, choices] of Object.entries(CHOICES)) {
    const value = options[name as keyof typeof CHOICES];
    if (value !== undefined && !(choices as readonly string[]).includes(value))
      refuse(name, choices.join(', '));
  }
  const { fn, js, validator, streamEvery, timeLimit, concurrencyLimit } = options;
  const expected = expectedOf(fn);
  if (expected) refuse('fn', expected);
  for (const [name, given] of Object.entries({ js, validator }))
    if (given != null && !['function', 'string'].includes(typeof given) && !(given instanceof URL))
      refuse(name, 'a function of the page');
  if (streamEvery !== undefined && !(typeof streamEvery === 'number' && streamEvery >= 0))
    refuse('streamEvery', 'seconds, 0 or more');
  if (timeLimit != null && !(typeof timeLimit === 'number' && timeLimit > 0))
    refuse('timeLimit', 'seconds above 0, or null for no limit');
  if (concurrencyLimit != null && !(typeof concurrencyLimit === 'number' && concurrencyLimit >= 1))
    refuse('concurrencyLimit', '1 or more');
  // Not read where it is looked up only when it fires: `cancels` of a `riv-on`.
  if (!Object.getOwnPropertyDescriptor(options, 'cancels')?.get)
    for (const each of list(options.cancels))
      if (typeof (each as Partial<Cancellable> | null)?.cancel !== 'function')
        refuse('cancels', 'a binding or a list of bindings');
  for (const role of ['inputs', 'outputs', 'showProgressOn'] as const)
    for (const port of list(options[role]))
      if (typeof (port as Partial<Port> | null)?.toHandler !== 'function')
        refuse(role, 'a component or a list of components');
  if (fn == null && js == null && !('cancels' in options))
    throw new ValueError('on(): it got no fn, and neither js nor cancels: nothing would happen', {
      target: 'fn',
    });
}
