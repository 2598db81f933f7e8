/** @file The way of a run's status, values and toasts: to its outputs. */

import { closeParts } from '../../shared/values/parts.ts';
import type { Failure, Port, ShowProgress, Status, SurfacePort, Toast } from '../../shared/port.ts';
import { isSkip, updateOf, type Painted } from '../../shared/protocol.ts';
import { hidesErrors } from '../../page/around.ts';
import { dismissToasts, notify } from '../notify.ts';
import { list, type BindingOptions } from '../options.ts';
import { outdate } from './outdate.ts';
import { StatusArbiter } from './status-arbiter.ts';

/** Makes a whole status of what is to be said of a run. */
export type Report = (status: Partial<Status> & Pick<Status, 'stage'>) => Status;

/** Where a run's status, values and words go: to its outputs, or to whoever drives it from script. */
export interface Sink {
  status(status: Status): void;
  /** One entry for each output. @throws {ValueError} when an output refuses its value. */
  values(values: readonly unknown[]): void;
  toast(toast: Toast): void;
  /** True when the message of an ordinary exception is not for the reader: the app's `showError` is false. */
  readonly hidesErrors?: boolean;
  /** True when what went wrong is seen on an output. Otherwise a toast says it. */
  readonly inSight?: boolean;
  /** Has the output say what a toast has said, where it still shows that failure. */
  restore?(failure: Failure): void;
  /** Takes what a run failed with, after its status; a script is given it as it is. */
  failed?(error: unknown): void;
}

/** What the showing of a run needs of its binding. */
interface ShownBinding {
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly options: Pick<BindingOptions, 'showProgressOn'>;
}

/**
 * Makes the sink that shows a run on its outputs, and how it stands on what `showProgressOn` names in their place.
 *
 * @param binding - Also the source of the toasts.
 * @param near - Stands for the outputs where there are none.
 */
export function portSink(binding: ShownBinding, near: EventTarget): Sink {
  const { outputs, options } = binding;
  const shownOn = options.showProgressOn ? list(options.showProgressOn) : outputs;
  const run = {};
  let over: AbortController | null = null;
  const signalOf = (port: Port) => {
    if (!port.streaming) return undefined; // few need one, and it costs more than all else here
    over ??= new AbortController();
    if (last === 'complete' || last === 'error') over.abort();
    return over.signal;
  };
  const place: EventTarget = outputs.find((port) => !port.silent) ?? near;
  /** The one output that says what went wrong: that which refused its value, else the first that is seen. */
  const reporter = () => {
    const reporters = [refusing, ...shownOn].filter((port) => port && shownOn.includes(port) && !port.silent);
    return reporters.find((port) => port!.inSight) ?? reporters[0];
  };
  let refusing: Port | undefined;
  /** What shows a value of this run. */
  const written = new Set<Port>();
  let chunked = false;
  dismissToasts(place, binding);
  let last: Status['stage'] | null = null;
  return {
    status: (status) => {
      if (status.stage === last && last !== 'pending') return; // nothing new is to be said
      last = status.stage;
      chunked ||= last === 'streaming';
      const { error } = status;
      const reporting = error && reporter();
      for (const port of shownOn)
        StatusArbiter.of(port).post(
          run,
          reporting && port !== reporting ? { ...status, error: { ...error, shownBy: 'another' } } : status,
        );
      // What one chunk of a stream gave does not answer to the next.
      if (last === 'error') outdate(binding, chunked ? undefined : written);
      if (last === 'complete' || last === 'error') over?.abort();
    },
    values: (values) => {
      values.forEach((value, at) => {
        try {
          write(outputs[at]!, value, signalOf(outputs[at]!));
          written.add(outputs[at]!);
        } catch (error) {
          refusing = outputs[at];
          for (const each of values.slice(at)) closeParts(each);
          throw error;
        }
      });
      for (const port of outputs) if (port.stale) port.stale = false; // what was skipped answers, too
    },
    restore(failure) {
      const port = shownOn.find(({ status }) => status.error === failure);
      if (port) port.status = { ...port.status, error: { ...failure, shownBy: 'former toast' } };
    },
    toast: (toast) => notify(place, { ...toast, source: binding }),
    get inSight() {
      return reporter()?.inSight ?? false;
    },
    get hidesErrors() {
      return hidesErrors(place);
    },
  };
}

function write(port: Port, value: unknown, over: AbortSignal | undefined): void {
  if (isSkip(value)) return;
  const props = updateOf(value);
  if (props) port.update(props);
  // A port is told of what the worker has painted when it arrives.
  else if (!isSurface(port) || !(value as Partial<Painted> | null)?.painted) port.fromHandler(value, over);
}

/** Returns true for an Image, which a worker can paint by itself. */
export function isSurface(port: Port): port is SurfacePort {
  return typeof (port as Partial<SurfacePort>).openSurface === 'function';
}

/** Keeps what all reports of one run have in common. The run is likely to take as long as former ones. */
export function statusOf({
  showProgress: show,
  durations,
}: {
  readonly showProgress: ShowProgress;
  readonly durations: readonly number[];
}): Report {
  const since = performance.now();
  const eta = durations.length
    ? durations.reduce((sum, each) => sum + each, 0) / durations.length
    : undefined;
  return (status) => ({ show, since, eta, ...status });
}
