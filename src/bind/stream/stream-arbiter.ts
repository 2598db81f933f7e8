/** @file Joins what several streams say of one recording component: open or waiting, time limit, figures. */

import type { StreamPort, StreamStats } from '../../shared/port.ts';

/** The end of a run in `performance.now()` ms, and its seconds in all. */
type Limit = NonNullable<Parameters<StreamPort['showLimit']>[0]>;

const arbiters = new WeakMap<StreamPort, StreamArbiter>();

/** Joins what the streams that follow one component say of it: it is open while one of them is. */
export class StreamArbiter {
  readonly #port: StreamPort;
  readonly #streams = new Map<object, { open: boolean; limit: Limit | null }>();
  /** Whose figures are shown: the first that has some, until it leaves. Those of two would take turns. */
  #speaker: object | null = null;

  private constructor(port: StreamPort) {
    this.#port = port;
  }

  /** Returns the arbiter of a component. */
  static of(port: StreamPort): StreamArbiter {
    let arbiter = arbiters.get(port);
    if (!arbiter) arbiters.set(port, (arbiter = new StreamArbiter(port)));
    return arbiter;
  }

  /** A recording begins that `stream` follows. */
  join(stream: object): void {
    this.#streams.set(stream, { open: false, limit: null });
  }

  /** A run of the stream waits for its turn. */
  wait(stream: object): void {
    this.#streams.set(stream, { open: false, limit: null });
    this.#show();
  }

  /** A run has begun. */
  open(stream: object): void {
    this.#streams.get(stream)!.open = true;
    this.#show();
  }

  /** Shows when the run ends: of several, the one that ends first. */
  limit(stream: object, limit: Limit | null): void {
    this.#streams.get(stream)!.limit = limit;
    const limits = [...this.#streams.values()].flatMap((each) => each.limit ?? []);
    this.#port.showLimit(limits.sort((a, b) => a.endsAt - b.endsAt)[0] ?? null);
  }

  /** Shows figures of the recording so far. */
  stats(stream: object, stats: StreamStats): void {
    this.#speaker ??= stream;
    if (this.#speaker === stream) this.#port.streamStats = stats;
  }

  /** The recording is over for this stream. */
  leave(stream: object): void {
    this.#streams.delete(stream);
    if (this.#speaker === stream) this.#speaker = null;
    if (this.#streams.size > 0) this.#show();
  }

  #show(): void {
    const state = [...this.#streams.values()].some(({ open }) => open) ? 'open' : 'waiting';
    if (this.#port.streamState !== state) this.#port.streamState = state;
  }
}
