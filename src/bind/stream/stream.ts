/** @file Follows the recordings of one component: run after run, each with its place in the queue. */

import { unlessAborted } from '../../shared/abort.ts';
import { isAbort } from '../../shared/errors.ts';
import type { Recording, StreamPort } from '../../shared/port.ts';
import type { HandlerEvent } from '../../shared/protocol.ts';
import type { Bound, Run } from '../run/bound.ts';
import { type Outcome, showFailure } from '../run/failure.ts';
import { portSink, statusOf } from '../run/sink.ts';
import { Chunks, type Take } from './chunks.ts';
import { StreamArbiter } from './stream-arbiter.ts';
import { StreamMeter } from './stream-meter.ts';
import { patiently } from '../run/patience.ts';
import { trace } from '../handler/trace.ts';

/**
 * Follows the recordings of one component: while the user records, runs follow each other, each with a place in the
 * queue, until its time limit; within a run chunk follows chunk, never two at once.
 */
export class Stream {
  readonly #binding: Bound;
  readonly #port: StreamPort;
  #chunks: Chunks | null = null;

  constructor(binding: Bound, port: StreamPort) {
    this.#binding = binding;
    this.#port = port;
  }

  /** Makes the next chunk due now; false when no stream is open. */
  nudge(): boolean {
    this.#chunks?.hurry();
    return this.#chunks !== null;
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
      const { bridge } = lease;
      const chunks = new Chunks(this.#binding, this.#port, take, { bridge, event, signal, sink, report });
      ends.push(() => chunks.close());
      this.#chunks = chunks;
      await chunks.run();
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
      this.#chunks = null;
      arbiter.limit(take, null);
      for (const end of ends.reverse()) end();
      over();
    }
  }
}
