/** @file A binding: events joined to a handler. Decides when a run starts. */

import type { HandlerPool } from '../../bridge/pool.ts';
import { REMOVED, type Port } from '../../shared/port.ts';
import type { HandlerEvent } from '../../shared/protocol.ts';
import type { Bound, Run } from '../run/bound.ts';
import { begin } from './begin.ts';
import { type RunEnd, Followers } from './followers.ts';
import { sharedList } from '../../page/weak-list.ts';
import {
  checkOptions,
  list,
  type BindingOptions,
  type InputsOption,
  type OutputsOption,
  type TriggerMode,
} from '../options.ts';
import { outdate } from '../run/outdate.ts';
import { queueOf, type Queue } from '../run/queue.ts';
import { Recordings } from './recordings.ts';
import type { Outcome } from '../run/failure.ts';
import type { RunEvent } from '../run/submit.ts';
import { runJs } from './run-js.ts';
import { defaultMode, eventOf, isStream, type Trigger } from './triggers.ts';
import { isValidated } from '../run/is-validated.ts';
import { validated } from './validated.ts';
import { Wiring } from './wiring.ts';
import { Workers } from './workers.ts';
import { type Runtime, runtime } from './runtime.ts';

/** All bindings that have not been removed, the oldest first. Their elements hold them, and nothing else: they go together. */
export const live = sharedList<Binding>('rivulet bindings');

/**
 * Events bound to a handler. It decides when a run starts; `begin` has the run carried out.
 *
 * Fires `start` when a run is accepted and `end`, with `detail.outcome`, when it is over.
 */
export class Binding extends Wiring implements Bound {
  readonly queue: Queue;
  /** Seconds that former runs took, for the estimate. */
  readonly durations: number[] = [];
  /** True while it is to run when its app is ready: it was bound without triggers. */
  awaitsLoad = false;
  readonly #followers = new Followers();
  readonly #active = new Set<AbortController>();
  readonly #workers = new Workers(this);
  readonly #recordings = new Recordings(this, () => this.#load());
  readonly #unbind: (() => void)[] = [];
  #again: HandlerEvent | null = null;
  /** While events are held: the last of them, or `null` when there was none yet. */
  #held: HandlerEvent | null | undefined = undefined;

  /** Use `on()`. @throws {ValueError} for an option that does not fit. */
  constructor(triggers: readonly Trigger[], options: BindingOptions) {
    super(triggers, options);
    this.queue = queueOf(options.concurrencyId);
    this.#line();
    for (const port of this.inputs) {
      port.use('input');
      this.#listen(port, 'startRecording', () => outdate(this));
    }
    for (const port of this.outputs) port.use('output');
    for (const trigger of triggers) this.#bind(trigger);
    for (const element of this.elements) this.#listen(element, REMOVED, () => this.#leave());
    live.add(this);
  }

  #line(): void {
    const { concurrencyLimit } = this.options;
    this.queue.join(this, concurrencyLimit === undefined ? 1 : concurrencyLimit);
  }

  /**
   * Goes on with other options for the same elements: a Render has bound them anew. What runs is not disturbed.
   * Followers go; they are bound anew, too.
   *
   * @param sameHandler - False: its workers are left.
   * @throws {ValueError} for an option that does not fit.
   */
  adopt(options: BindingOptions, sameHandler: boolean): void {
    checkOptions(options);
    this.options = options;
    this.#line();
    this.#followers.remove();
    if (!sameHandler) this.#workers.leave();
  }

  get #mode(): TriggerMode {
    return this.options.triggerMode ?? defaultMode(this.triggers);
  }

  /** True while at least one run is on, those in the queue included. */
  get running(): boolean {
    return this.#active.size > 0;
  }

  /** Runs `options.fn` after each run, whatever its outcome. Gradio's `.then`. */
  after<const Inputs extends InputsOption = undefined, const Outputs extends OutputsOption = undefined>(
    options: BindingOptions<Inputs, Outputs>,
  ): Binding {
    return this.#follow('after', options);
  }

  /** Runs after each run that succeeded. */
  success<const Inputs extends InputsOption = undefined, const Outputs extends OutputsOption = undefined>(
    options: BindingOptions<Inputs, Outputs>,
  ): Binding {
    return this.#follow('success', options);
  }

  /** Runs after each run that failed. */
  failure<const Inputs extends InputsOption = undefined, const Outputs extends OutputsOption = undefined>(
    options: BindingOptions<Inputs, Outputs>,
  ): Binding {
    return this.#follow('failure', options);
  }

  /** Stops what runs and what waits. Values already shown stay. */
  cancel(): void {
    this.#again = null;
    const stopped = [...this.#active];
    // Over at once: an event of the same task starts anew.
    this.#active.clear();
    for (const abort of stopped) abort.abort(new DOMException('The run was stopped', 'AbortError'));
  }

  /** Unbinds and stops. Followers that hang on this binding are removed with it. */
  remove(): void {
    this.cancel();
    for (const unbind of this.#unbind.splice(0)) unbind();
    this.#followers.remove();
    this.queue.leave(this);
    live.delete(this);
    this.#workers.leave();
  }

  /** Starts the worker a little before its first use; a failure is left for the run to report. */
  warm(): void {
    this.#workers.warm();
  }

  /** The workers of the handler. @throws what is wrong with `fn`, or that they cannot be loaded; not remembered. */
  pool(): HandlerPool | Promise<HandlerPool> {
    return this.#workers.pool();
  }

  /**
   * Runs with given values in place of the elements'; shows nothing on them.
   *
   * @param values - one for each input.
   */
  async *submit(
    values: readonly unknown[] = [],
    { signal }: { signal?: AbortSignal } = {},
  ): AsyncGenerator<RunEvent, void> {
    const { submit } = await this.#load();
    yield* submit(this, values, signal);
  }

  /** Takes an event: the gate of `triggerMode`, then a run. */
  trigger(event: HandlerEvent): void {
    if (!live.has(this)) return;
    if (this.#held !== undefined) {
      this.#held = event;
      return;
    }
    for (const other of list(this.options.cancels)) other.cancel();
    const { fn, js } = this.options;
    if (fn == null && js == null) return void this.#finish('success', event);
    if (this.running && this.#mode === 'once') return;
    if (this.running && this.#mode === 'alwaysLast') {
      this.#again = event;
      return;
    }
    void this.#run(event);
  }

  /** Runs it if it waits for its app, which is ready now. */
  load(app: Element): void {
    if (!this.awaitsLoad) return;
    this.awaitsLoad = false;
    this.trigger({ target: app.id || app.localName, name: 'load', data: null });
  }

  /** Says of what it wrote, and of what hangs on it, that it does not answer to the inputs any more. */
  outdate(): void {
    outdate(this);
    this.#followers.outdate();
  }

  /** All events that fire during `work` count as one, after it: Clear and examples change many inputs at once. */
  together(work: () => void): void {
    this.#held = null;
    try {
      work();
    } finally {
      const event = this.#held as HandlerEvent | null;
      this.#held = undefined;
      if (event) this.trigger(event);
    }
  }

  /** Counts a run as on while `work` is: for streams, whose life the recorder decides. */
  async startRun(event: HandlerEvent, work: (run: Run) => Promise<Outcome>): Promise<Outcome> {
    const abort = new AbortController();
    this.#active.add(abort);
    this.dispatchEvent(new CustomEvent('start'));
    const over = () => void this.#active.delete(abort);
    const stop = () => {
      over();
      abort.abort(new DOMException('The run was stopped', 'AbortError'));
    };
    let outcome: Outcome = 'failure';
    try {
      outcome = await work({ binding: this, event, signal: abort.signal, over, stop });
    } finally {
      over();
      this.#finish(outcome, event);
    }
    return outcome;
  }

  async #run(event: HandlerEvent): Promise<void> {
    const carryOut = this.options.js == null ? begin : runJs;
    await this.startRun(event, (run) => (isValidated(this) ? validated(run, carryOut) : carryOut(run)));
    const again = this.#again;
    this.#again = null;
    if (again) this.trigger(again);
  }

  #finish(outcome: Outcome, event: HandlerEvent): void {
    this.dispatchEvent(new CustomEvent('end', { detail: { outcome } }));
    this.#followers.trigger(outcome, event);
  }

  #follow(when: RunEnd, options: BindingOptions): Binding {
    const follower = new Binding([], options);
    this.#followers.add(when, follower);
    follower.#unbind.push(() => this.#followers.delete(follower));
    return follower;
  }

  #bind(trigger: Trigger): void {
    const [element, name] = trigger;
    if (isStream(trigger)) {
      this.#unbind.push(this.#recordings.follow(trigger[0]));
      return;
    }
    this.#listen(element, name, (event) => {
      if (event.target === element && !this.#recordings.absorbs()) this.trigger(eventOf(event));
    });
  }

  #listen(element: EventTarget, name: string, listener: (event: Event) => void): void {
    element.addEventListener(name, listener);
    this.#unbind.push(() => element.removeEventListener(name, listener));
  }

  /** Stops when the last element that is to be seen has left the page; put back, everything works again. */
  #leave(): void {
    const shown = [...this.elements].filter((element) => !(element as Partial<Port>).silent);
    if (shown.every((element) => (element as Partial<Node>).isConnected === false)) {
      this.cancel();
      this.#workers.leave();
    }
  }

  /** Loads what carries runs out. @throws the reason of a `cancel` that comes meanwhile. */
  async #load(): Promise<Runtime> {
    const abort = new AbortController();
    this.#active.add(abort);
    try {
      const parts = await runtime();
      abort.signal.throwIfAborted();
      return parts;
    } finally {
      this.#active.delete(abort);
    }
  }
}
