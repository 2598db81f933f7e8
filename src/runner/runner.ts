/** @file Runs one handler for the page at the other end of a port. */

import { isAbort } from '../shared/errors.ts';
import { CREDITS, type FromWorker, type Input, type ToWorker } from '../shared/protocol.ts';
import type { ProgressLevel } from '../shared/status.ts';
import { closeParts } from '../shared/values/parts.ts';
import { toWire } from '../shared/wire-error.ts';
import { CameraReader } from './camera-reader.ts';
import { makeContext } from './context.ts';
import { distribute } from './distribute.ts';
import type { Engines } from './engines.ts';
import { failureOf } from './failure.ts';
import { openInputs, type Opened } from './inputs.ts';
import { pack, unsendable } from './outputs.ts';
import { keepBuffer } from './picture/spare.ts';
import { steps, type Desk, type LoadedHandler } from './steps.ts';
import { SurfacePainter } from './picture/surface.ts';

type Start = Extract<ToWorker, { type: 'start' }>;

/** A picture as it is sent elsewhere: a file stays one, all else is encoded there. */
const asFile = (input: Input): Input =>
  input.kind === 'image' ? { ...input, type: input.source instanceof Blob ? 'blob' : 'canvas' } : input;

/** One run on its way. */
class HandlerRun {
  credits = CREDITS;
  /** Stopped for the user: what is still yielded is not sent. */
  stopped = false;
  #over: DOMException | null = null;
  #abort: AbortController | null = null;
  #wake: (() => void) | null = null;

  /** True when it was stopped or is out of time. */
  get over(): boolean {
    return this.#over !== null;
  }

  /** Made when it is first asked for: for a short run it would be half of the work. */
  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (this.#over) this.#abort.abort(this.#over);
    return this.#abort.signal;
  }

  stop(soft = false): void {
    this.stopped ||= !soft;
    this.#over ??= new DOMException(soft ? 'The time is up' : 'The run was stopped', 'AbortError');
    this.#abort?.abort(this.#over);
    this.wake();
  }

  wake(): void {
    this.#wake?.();
    this.#wake = null;
  }

  /** Waits until the page wants one more yield. */
  async credit(): Promise<void> {
    while (this.credits <= 0 && !this.stopped) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.credits -= 1;
  }
}

/**
 * Runs one handler for the page at the other end of `port`, in a worker or in the page itself.
 * It owns the cameras and surfaces that it was sent, and the port.
 */
export class Runner {
  readonly #port: MessagePort;
  readonly #loaded: () => LoadedHandler;
  readonly #engines: Engines;
  readonly #runs = new Map<number, HandlerRun>();
  readonly #cameras = new Map<number, CameraReader>();
  readonly #surfaces = new Map<number, SurfacePainter>();

  constructor(port: MessagePort, loaded: () => LoadedHandler, engines: Engines) {
    this.#port = port;
    this.#loaded = loaded;
    this.#engines = engines;
    port.onmessage = ({ data }: MessageEvent<ToWorker>) => this.#take(data);
  }

  /** Tells the page that this thread ends. */
  closed(): void {
    this.#send({ type: 'closed' });
  }

  /** Reports a rejection that nobody awaits: it fails the run that is on, if there is one. */
  stray(reason: unknown): void {
    if (isAbort(reason)) return;
    // Without a run there may be no handler yet: its module is still loading.
    if (!this.#runs.size) return this.#send({ type: 'stray', error: toWire(reason) });
    const error = failureOf(reason, this.#loaded());
    for (const [id, run] of this.#runs) {
      this.#send({ type: 'failed', run: id, error });
      run.stop();
    }
  }

  /** Stops what runs and lets the cameras go; in a worker its end does so. */
  close(): void {
    for (const run of this.#runs.values()) run.stop();
    for (const camera of this.#cameras.values()) camera.close();
    this.#engines.close();
    this.#port.close();
  }

  #take(message: ToWorker): void {
    if (message.type === 'start') void this.#run(message);
    else if (message.type === 'camera') this.#camera(message.camera, message.frames);
    else if (message.type === 'surface') this.#surface(message.surface, message.canvas);
    else if (message.type === 'buffer') keepBuffer(message.buffer);
    else {
      const run = this.#runs.get(message.run);
      if (!run) return;
      if (message.type === 'cancel') run.stop(message.soft);
      else {
        run.credits += 1;
        run.wake();
      }
    }
  }

  #camera(camera: number, frames: ReadableStream<VideoFrame> | null): void {
    this.#cameras.get(camera)?.close();
    if (frames) this.#cameras.set(camera, new CameraReader(frames));
    else this.#cameras.delete(camera);
  }

  #surface(surface: number, canvas: OffscreenCanvas | null): void {
    if (!canvas) return void this.#surfaces.delete(surface);
    const arrived = (width: number, height: number) =>
      this.#send({ type: 'painted', surface, width, height });
    this.#surfaces.set(surface, new SurfacePainter(canvas, arrived));
  }

  async #run(start: Start): Promise<void> {
    const run = new HandlerRun();
    this.#runs.set(start.run, run);
    let opened: Opened | null = null;
    try {
      await this.#left(start);
      opened = await openInputs(
        this.#loaded().elsewhere ? start.inputs.map(asFile) : start.inputs,
        this.#cameras,
      );
      if (!opened.over && !run.stopped) await this.#step(start, run, opened);
      if (this.#runs.delete(start.run)) this.#send({ type: 'done', run: start.run }); // else the last yield said so
    } catch (thrown) {
      this.#runs.delete(start.run);
      if (run.stopped || (run.over && isAbort(thrown))) this.#send({ type: 'done', run: start.run });
      else this.#send({ type: 'failed', run: start.run, error: failureOf(thrown, this.#loaded()) });
    } finally {
      for (const picture of opened?.closing ?? []) picture.close();
      if (!this.#runs.size) this.#engines.rest();
    }
  }

  /** Waits until what was painted for these outputs is on its way to the page: a handler that blocks would hold it up. */
  async #left({ surfaces = [] }: Start): Promise<void> {
    for (const surface of surfaces) if (surface !== null) await this.#surfaces.get(surface)?.leaving;
  }

  async #step(start: Start, run: HandlerRun, opened: Opened): Promise<void> {
    const { name, handler, elsewhere } = this.#loaded();
    const progress = (levels: ProgressLevel[]) =>
      this.#runs.has(start.run) && this.#send({ type: 'progress', run: start.run, levels });
    const context = makeContext(name, start.event, run, {
      progress,
      toast: (toast) => this.#send({ type: 'toast', run: start.run, toast }),
      engines: this.#engines,
    });
    const args = start.keys
      ? [Object.fromEntries(start.keys.map((key, at) => [key, opened.args[at]]))]
      : opened.args;
    const desk: Desk[] = [];
    if (elsewhere)
      desk.push({
        endpoint: start.endpoint ?? '',
        outputs: start.outputs.length,
        waiting: (how) =>
          this.#runs.has(start.run) && this.#send({ type: 'waiting', run: start.run, ...how }),
        progress,
      });
    for await (const { value, last } of steps(handler, [...args, context, ...desk])) {
      if (!last) await run.credit();
      if (run.stopped) {
        closeParts(value, opened.closing); // nobody gets it
        break; // here and below returns the user's generator
      }
      this.#yield(start, value, last, opened);
      if (!last) await this.#left(start);
      if (run.stopped) break;
    }
  }

  #yield(start: Start, result: unknown, last: boolean, { closing, captured }: Opened): void {
    const { name } = this.#loaded();
    const given = distribute(result, start.outputs, name, (message) =>
      this.#send({ type: 'warning', run: start.run, message }),
    );
    const shown = new Set<Partial<ImageBitmap>>();
    const values = given.map((value, at) => {
      const surface = start.surfaces?.[at];
      const painted = surface == null ? null : (this.#surfaces.get(surface)?.paint(value) ?? null);
      if (painted && !closing.has(value as ImageBitmap)) shown.add(value as Partial<ImageBitmap>);
      return painted ?? value;
    });
    try {
      const parcel = pack(values, closing);
      const message: FromWorker = { type: 'yield', run: start.run, values: parcel.values, last, captured };
      if (last) this.#runs.delete(start.run);
      this.#port.postMessage(message, parcel.transfer);
    } catch (cause) {
      throw unsendable(values, name, cause);
    } finally {
      for (const picture of shown) picture.close?.(); // only now: it may be for a second output too
    }
  }

  #send(message: FromWorker): void {
    this.#port.postMessage(message);
  }
}
