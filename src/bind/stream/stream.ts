/** @file Follows the recordings of one component: takes chunk after chunk, and runs the handler with each. */

import { GRACE_MS } from '../../bridge/stop-worker.ts';
import type { Lease } from '../../bridge/pool.ts';
import { Pace } from './pace.ts';
import { unlessAborted } from '../../shared/abort.ts';
import { isAbort } from '../../shared/errors.ts';
import { closeInputs } from '../../shared/inputs.ts';
import type { Port, Recording, StreamPort } from '../../shared/port.ts';
import type { HandlerEvent, Input } from '../../shared/protocol.ts';
import { valueEvent } from '../../page/events.ts';
import type { Bound, Run } from '../run/bound.ts';
import { type Outcome, showFailure } from '../run/failure.ts';
import { readInputs } from '../run/inputs.ts';
import { runOnce } from '../run/run-once.ts';
import { portSink, statusOf } from '../run/sink.ts';
import { StreamArbiter } from './stream-arbiter.ts';
import { StreamMeter } from './stream-meter.ts';
import { StreamSurfaces } from './surfaces.ts';
import { timerMs } from '../../page/timers.ts';
import { patiently } from '../run/patience.ts';
import { trace } from '../handler/trace.ts';

/** One recording as one stream follows it. */
interface Take {
  recording: Recording;
  meter: StreamMeter;
  /** A chunk that was asked for and has not come yet. */
  coming: Promise<Input | null> | null;
}

/**
 * Follows the recordings of one component: while the user records, runs follow each other, each with a place in the
 * queue, until its time limit; within a run chunk follows chunk, never two at once.
 */
export class Stream {
  readonly #binding: Bound;
  readonly #port: StreamPort;
  #pace: Pace | null = null;

  constructor(binding: Bound, port: StreamPort) {
    this.#binding = binding;
    this.#port = port;
  }

  /** Makes the next chunk due now; false when no stream is open. */
  nudge(): boolean {
    this.#pace?.hurry();
    return this.#pace !== null;
  }

  /** Runs until the recording is over. @throws what a handler threw: the recording ends with it. */
  async follow(recording: Recording): Promise<void> {
    const event: HandlerEvent = { target: this.#port.id || this.#port.localName, name: 'stream', data: null };
    let outcome: Outcome = 'success';
    let failure: unknown = null;
    const fail = (error: unknown) => (failure = error);
    const take: Take = { recording, meter: new StreamMeter(), coming: null };
    const arbiter = StreamArbiter.of(this.#port);
    arbiter.join(take);
    try {
      for (
        let again = false;
        outcome === 'success' && (take.coming || (recording.pending ?? !recording.ended.aborted));
        again = true
      )
        outcome = await this.#binding.startRun(event, (run) => this.#run(take, run, fail, again));
    } finally {
      arbiter.leave(take);
    }
    if (outcome === 'failure') throw failure;
  }

  async #run(take: Take, run: Run, fail: (error: unknown) => void, again: boolean): Promise<Outcome> {
    const { queue } = this.#binding;
    const { event, signal: own, over } = run;
    const { recording } = take;
    const arbiter = StreamArbiter.of(this.#port);
    const signal = AbortSignal.any([own, recording.cancelled]);
    const sink = portSink(this.#binding, this.#port);
    const report = statusOf(this.#binding);
    const ends: (() => void)[] = [];
    try {
      arbiter.wait(take);
      // Stop withdraws a run that is still waiting, unless it is there for what a former run has left to take.
      const left = again && recording.joins;
      const waiting = left ? signal : AbortSignal.any([signal, recording.ended]);
      sink.status(report({ stage: 'pending' }));
      const slot = await queue.enter(waiting, (position, size) =>
        sink.status(report({ stage: 'pending', queue: { position, size } })),
      );
      ends.push(slot.release);
      const pool = await unlessAborted(this.#binding.pool(), waiting);
      const lent = pool.lease(waiting);
      const lease = lent instanceof Promise ? await patiently(lent, run, sink, report) : lent;
      ends.push(lease.release);
      arbiter.open(take);
      await this.#chunks(take, lease, ends, { event, signal, sink, report });
      sink.status(report({ stage: 'complete' }));
      return signal.aborted ? 'cancelled' : 'success';
    } catch (error) {
      if (isAbort(error) && recording.ended.aborted && !signal.aborted) {
        sink.status(report({ stage: 'complete' }));
        return 'cancelled';
      }
      fail(error);
      return showFailure(error, sink, report, trace, signal);
    } finally {
      this.#pace = null;
      arbiter.limit(take, null);
      for (const end of ends.reverse()) end();
      over();
    }
  }

  async #chunks(
    take: Take,
    { bridge }: Lease,
    ends: (() => void)[],
    common: Pick<Parameters<typeof runOnce>[0], 'event' | 'signal' | 'sink' | 'report'>,
  ): Promise<void> {
    const { recording, meter } = take;
    const arbiter = StreamArbiter.of(this.#port);
    const { outputs, options } = this.#binding;
    const pace = (this.#pace = new Pace(() => (options.streamEvery ?? 0.5) * 1000, recording.joins));
    // What joins is never dropped: each chunk that was handed over was due.
    const first = recording.count ?? 0;
    ends.push(meter.run(() => (recording.joins ? 0 : pace.moments || (recording.count ?? 0) - first)));
    const limit = new Limit(options.timeLimit, () => bridge.expire());
    ends.push(() => limit.close());
    if (limit.seconds !== null) arbiter.limit(take, { endsAt: limit.endsAt, seconds: limit.seconds });
    // A handler that does not take the picture never waits for one: then frames are waited for here.
    const frames = this.#binding.inputs.includes(this.#port) ? recording.frames() : null;
    const camera = frames ? bridge.openCamera(frames) : null;
    const surfaces = new StreamSurfaces(bridge, outputs, common.signal);
    ends.push(() => surfaces.close());
    const out = AbortSignal.any([common.signal, limit.signal]);
    const stop = AbortSignal.any([out, recording.ended]);
    if (camera !== null) {
      // A step that waits for a frame must outlive neither the recording nor its time.
      const close = () => bridge.closeCamera(camera);
      stop.addEventListener('abort', close);
      ends.push(close);
    }
    for (;;) {
      await pace.next(stop);
      const seen = performance.now();
      await shown(recording, stop);
      pace.skip(performance.now() - seen);
      const inputOver = recording.ended.aborted && !recording.joins; // sound still has its tail to give
      if (inputOver || out.aborted) break;
      const chunk =
        camera === null ? await taken(take, recording.joins ? out : stop) : recording.remote(camera);
      if (!chunk) break;
      const inputs = await unlessAborted(this.#inputs(chunk), common.signal, closeInputs);
      pace.taken();
      meter.delivered();
      this.#emit(chunk);
      await limit.enforce(
        runOnce({
          ...common,
          bridge,
          inputs,
          outputs,
          keys: this.#binding.keys,
          stage: 'streaming',
          surfaces: surfaces.names(),
          onShown: (captured) => meter.shown(captured),
          onLast: () => common.sink.status(common.report({ stage: 'streaming' })),
        }),
        () => bridge.terminate(),
      );
      arbiter.stats(take, meter.stats);
    }
    common.signal.throwIfAborted();
  }

  /** A frame that only the worker has is read from its component, by those who ask for it. */
  #emit(chunk: Input): void {
    const port = this.#port as StreamPort & { value?: unknown };
    port.dispatchEvent(valueEvent('stream', () => (chunk.kind === 'value' ? chunk.value : port.value)));
  }

  /** All inputs, read at this moment; the chunk stands in the place of its component. */
  async #inputs(chunk: Input): Promise<Input[]> {
    const others = this.#binding.inputs.filter((port) => port !== (this.#port as Port));
    let read: Input[];
    try {
      read = await readInputs(others);
    } catch (error) {
      closeInputs([chunk]);
      throw error;
    }
    if (!this.#binding.inputs.includes(this.#port)) closeInputs([chunk]);
    return this.#binding.inputs.map((port) => (port === (this.#port as Port) ? chunk : read.shift()!));
  }
}

/** Waits while the tab is hidden, until `signal` aborts. */
async function shown(recording: Recording, signal: AbortSignal): Promise<void> {
  try {
    await unlessAborted(recording.visible(), signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/**
 * The next chunk; `null` when there is none before `signal` aborts. One that comes later is the next run's, or closed.
 */
async function taken(take: Take, signal: AbortSignal): Promise<Input | null> {
  const { joins } = take.recording;
  const drop = (chunk: Input | null): void => closeInputs(chunk ? [chunk] : []);
  const coming = (take.coming ??= take.recording.take());
  try {
    const chunk = await unlessAborted(coming, signal, joins ? undefined : drop);
    take.coming = null;
    return chunk;
  } catch (error) {
    if (!joins || !signal.aborted) take.coming = null;
    if (signal.aborted) return null;
    throw error;
  }
}

/** The time that a stream may run; a chunk in flight at its end has a second more. */
class Limit {
  readonly seconds: number | null;
  readonly endsAt: number;
  readonly #abort = new AbortController();
  readonly #timers: ReturnType<typeof setTimeout>[] = [];
  #overrun: (() => void) | null = null;

  constructor(seconds: number | null | undefined, expire: () => void) {
    this.seconds = seconds && seconds > 0 && seconds < Number.POSITIVE_INFINITY ? seconds : null;
    this.endsAt = performance.now() + (this.seconds ?? 0) * 1000;
    if (this.seconds === null) return;
    const end = () => {
      this.#abort.abort();
      expire();
    };
    this.#timers.push(
      setTimeout(end, timerMs(this.seconds * 1000)),
      setTimeout(() => this.#overrun?.(), timerMs(this.seconds * 1000 + GRACE_MS)),
    );
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Waits for a chunk; one that overruns the limit by a second is ended by `terminate`, without an error. */
  async enforce(chunk: Promise<void>, terminate: () => void): Promise<void> {
    let overran = false;
    this.#overrun = () => {
      overran = true;
      terminate();
    };
    try {
      await chunk;
    } catch (error) {
      // A handler that gives up at its signal has done what the limit asks for.
      if (!overran && !(this.signal.aborted && isAbort(error))) throw error;
    } finally {
      this.#overrun = null;
    }
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}
