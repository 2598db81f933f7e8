/** @file The chunks of one run of a stream: from its worker's own loop where it can have one, else one by one from here. */

import type { LentBridge } from '../../bridge/pool.ts';
import { unlessAborted } from '../../shared/abort.ts';
import { closeInputs } from '../../shared/inputs.ts';
import type { Port, Recording, StreamPort } from '../../shared/port.ts';
import { type ChunkNews, type Input, skip } from '../../shared/protocol.ts';
import { eachChunk } from '../../shared/stream/each-chunk.ts';
import { Pace } from '../../shared/stream/pace.ts';
import { valueEvent } from '../../page/events.ts';
import type { Bound } from '../run/bound.ts';
import { readInputs } from '../run/inputs.ts';
import { type RunOnceOptions, runOnce } from '../run/run-once.ts';
import { RemoteLoop } from './remote-loop.ts';
import { StreamArbiter } from './stream-arbiter.ts';
import { StreamLimit } from './stream-limit.ts';
import type { StreamMeter } from './stream-meter.ts';
import { StreamSurfaces } from './surfaces.ts';

/** One recording as one stream follows it. */
export interface Take {
  recording: Recording;
  meter: StreamMeter;
  /** A chunk that was asked for and has not come yet. */
  coming: Promise<Input | null> | null;
}

/** What the chunks of one run have in common. */
type Common = Pick<RunOnceOptions, 'event' | 'signal' | 'sink' | 'report'> & { bridge: LentBridge };

/** The chunks of one run of a stream: one after the other, never two at once, until the input or the time is over. */
export class Chunks {
  readonly #binding: Bound;
  readonly #port: StreamPort;
  readonly #take: Take;
  readonly #common: Common;
  readonly #arbiter: StreamArbiter;
  readonly #limit: StreamLimit;
  readonly #surfaces: StreamSurfaces;
  readonly #ends: (() => void)[] = [];
  /** The run was stopped, or its time is up. */
  readonly #out: AbortSignal;
  /** The same, or the input is over. */
  readonly #stop: AbortSignal;
  /** What can hurry the next chunk. */
  #pace: Pick<Pace, 'hurry'> | null = null;
  /** How many chunks were due so far. */
  #moments = () => 0;

  constructor(binding: Bound, port: StreamPort, take: Take, common: Common) {
    this.#binding = binding;
    this.#port = port;
    this.#take = take;
    this.#common = common;
    this.#arbiter = StreamArbiter.of(port);
    const { bridge, signal } = common;
    const { recording, meter } = take;
    // What joins is never dropped: each chunk that was handed over was due.
    const first = recording.count ?? 0;
    const moments = () => (recording.joins ? 0 : this.#moments() || (recording.count ?? 0) - first);
    this.#ends.push(meter.run(moments));
    this.#limit = new StreamLimit(binding.options.timeLimit, () => bridge.expire());
    this.#ends.push(() => this.#limit.close());
    this.#surfaces = new StreamSurfaces(bridge, binding.outputs, signal);
    this.#ends.push(() => this.#surfaces.close());
    this.#out = AbortSignal.any([signal, this.#limit.signal]);
    this.#stop = AbortSignal.any([this.#out, recording.ended]);
  }

  /** Lets go what they need. */
  close(): void {
    for (const end of this.#ends.splice(0).reverse()) end();
  }

  /** Makes the next chunk due now. */
  hurry(): void {
    this.#pace?.hurry();
  }

  /** Runs the handler with chunk after chunk. @throws what a handler threw, or the signal's reason. */
  async run(): Promise<void> {
    const { seconds, endsAt } = this.#limit;
    if (seconds !== null) this.#arbiter.limit(this.#take, { endsAt, seconds });
    const camera = this.#openCamera();
    const begun = camera !== null && (await this.#runThere(camera));
    await this.#runHere(camera, begun);
    this.#common.signal.throwIfAborted();
  }

  #openCamera(): number | null {
    const { bridge } = this.#common;
    // A handler that does not take the picture never waits for one: then frames are waited for here.
    const frames = this.#binding.inputs.includes(this.#port) ? this.#take.recording.frames() : null;
    if (!frames) return null;
    const camera = bridge.openCamera(frames);
    // A step that waits for a frame must outlive neither the recording nor its time.
    const close = () => bridge.closeCamera(camera);
    this.#stop.addEventListener('abort', close);
    this.#ends.push(close);
    return camera;
  }

  /** Leaves the loop to the worker, where that is possible, until it is over or the page must go on. */
  async #runThere(camera: number): Promise<boolean> {
    const { recording, meter } = this.#take;
    const { bridge } = this.#common;
    const { inputs } = this.#binding;
    const frame = recording.remote(camera);
    const [recorder, every] = [this.#port, this.#every];
    const loop = new RemoteLoop({ bridge, camera, inputs, recorder, frame, every });
    if (!loop.possible) return false;
    this.#pace = loop;
    const onShown = (captured: number | undefined) => {
      meter.shown(captured);
      this.#arbiter.stats(this.#take, meter.stats);
      loop.refresh(); // a result may be an input
    };
    const onNews = ({ handed, moments, shown }: ChunkNews) => {
      this.#moments = () => moments;
      for (let at = 0; at < handed; at++) this.#handed(recording.remote(camera));
      for (const { captured, at } of shown) meter.shown(captured, at);
      if (shown.length > 0) this.#painted();
      this.#arbiter.stats(this.#take, meter.stats);
      loop.refresh();
    };
    await loop.run((inputs, start) => this.#runOnce({ inputs, loop: start, onShown, onNews }));
    return true;
  }

  /** Runs the loop in the page. @param begun - the worker has begun it. */
  async #runHere(camera: number | null, begun: boolean): Promise<void> {
    const { recording, meter } = this.#take;
    const { joins, ended } = recording;
    const { signal } = this.#common;
    const pace = new Pace(this.#every, joins || begun);
    this.#pace = pace;
    const before = this.#moments();
    this.#moments = () => before + pace.moments;
    await eachChunk(pace, this.#stop, {
      visible: () => visible(recording, this.#stop),
      over: () => this.#out.aborted || (ended.aborted && !joins), // sound still has its tail to give
      next: async () => {
        const chunk =
          camera === null
            ? await taken(this.#take, joins ? this.#out : this.#stop)
            : recording.remote(camera);
        return chunk && { chunk, inputs: await unlessAborted(this.#inputs(chunk), signal, closeInputs) };
      },
      run: async ({ chunk, inputs }) => {
        this.#handed(chunk);
        await this.#runOnce({ inputs, onShown: (captured) => meter.shown(captured) });
        this.#arbiter.stats(this.#take, meter.stats);
      },
    });
  }

  #runOnce(more: Pick<RunOnceOptions, 'inputs' | 'loop' | 'onNews' | 'onShown'>): Promise<void> {
    const { bridge, sink, report } = this.#common;
    const { outputs, keys } = this.#binding;
    const run = runOnce({
      ...this.#common,
      ...more,
      outputs,
      keys,
      stage: 'streaming',
      surfaces: this.#surfaces.names(),
      onLast: () => sink.status(report({ stage: 'streaming' })),
    });
    return this.#limit.enforce(run, () => bridge.terminate());
  }

  /** Milliseconds from chunk to chunk, as they are now. */
  readonly #every = (): number => (this.#binding.options.streamEvery ?? 0.5) * 1000;

  /** A chunk goes to the handler. A frame that only the worker has is read from its component, by those who ask. */
  #handed(chunk: Input): void {
    this.#take.meter.delivered();
    const port = this.#port as StreamPort & { value?: unknown };
    port.dispatchEvent(valueEvent('stream', () => (chunk.kind === 'value' ? chunk.value : port.value)));
  }

  /** All that was yielded is painted by the worker. */
  #painted(): void {
    const { sink, report } = this.#common;
    sink.status(report({ stage: 'streaming' }));
    sink.values(this.#binding.outputs.map(() => skip));
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
async function visible(recording: Recording, signal: AbortSignal): Promise<void> {
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
