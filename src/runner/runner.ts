/** @file Runs one handler for the page at the other end of a port. */

import { isAbort } from '../shared/errors.ts';
import { type FromWorker, type Input, type LoopStart, type ToWorker, isSkip } from '../shared/protocol.ts';
import type { ProgressLevel } from '../shared/status.ts';
import { eachChunk } from '../shared/stream/each-chunk.ts';
import { closeParts } from '../shared/values/parts.ts';
import { toWire } from '../shared/wire-error.ts';
import { CameraLoop } from './camera-loop.ts';
import { CameraReader } from './camera-reader.ts';
import { makeContext } from './context.ts';
import { distribute } from './distribute.ts';
import type { Engines } from './engines.ts';
import { failureOf } from './failure.ts';
import { HandlerRun } from './handler-run.ts';
import { openInputs, type Opened } from './inputs.ts';
import { pack, unsendable } from './outputs.ts';
import { keepBuffer } from './picture/spare.ts';
import { steps, type Desk, type LoadedHandler } from './steps.ts';
import { SurfacePainter } from './picture/surface.ts';

type Start = Extract<ToWorker, { type: 'start' }>;

/** A picture as it is sent elsewhere: a file stays one, all else is encoded there. */
const asFile = (input: Input): Input =>
  input.kind === 'image' ? { ...input, type: input.source instanceof Blob ? 'blob' : 'canvas' } : input;

/**
 * Runs one handler for the page at the other end of `port`, in a worker or in the page itself.
 * It owns the cameras and surfaces that it was sent, and the port.
 */
export class Runner {
  readonly #port: MessagePort;
  readonly #loaded: () => LoadedHandler;
  readonly #engines: Engines;
  /** The calls of the handler that are on, by the name of their run. */
  readonly #runs = new Map<number, HandlerRun>();
  /** The runs that follow a camera, also between two calls of the handler. */
  readonly #loops = new Map<number, CameraLoop>();
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
      this.#loops.get(id)?.end();
    }
  }

  /** Stops what runs and lets the cameras go; in a worker its end does so. */
  close(): void {
    for (const run of this.#runs.values()) run.stop();
    for (const loop of this.#loops.values()) loop.end();
    for (const camera of this.#cameras.values()) camera.close();
    this.#engines.close();
    this.#port.close();
  }

  #take(message: ToWorker): void {
    if (message.type === 'start')
      void (message.loop ? this.#follow(message, message.loop) : this.#run(message));
    else if (message.type === 'loop') this.#loopOf(message.camera)?.steer(message);
    else if (message.type === 'camera') this.#camera(message.camera, message.frames);
    else if (message.type === 'surface') this.#surface(message.surface, message.canvas);
    else if (message.type === 'buffer') keepBuffer(message.buffer);
    else {
      const run = this.#runs.get(message.run);
      if (message.type === 'more') return run?.more();
      run?.stop(message.soft);
      this.#loops.get(message.run)?.end();
    }
  }

  #loopOf(camera: number): CameraLoop | undefined {
    return [...this.#loops.values()].find((loop) => loop.camera === camera);
  }

  #camera(camera: number, frames: ReadableStream<VideoFrame> | null): void {
    this.#cameras.get(camera)?.close();
    if (!frames) this.#loopOf(camera)?.end();
    if (frames) this.#cameras.set(camera, new CameraReader(frames));
    else this.#cameras.delete(camera);
  }

  #surface(surface: number, canvas: OffscreenCanvas | null): void {
    if (!canvas) return void this.#surfaces.delete(surface);
    const arrived = (width: number, height: number) => {
      const loop = [...this.#loops.values()].find(({ surfaces }) => surfaces.includes(surface));
      if (loop) loop.painted(surface, width, height);
      else this.#send({ type: 'painted', surface, width, height });
    };
    this.#surfaces.set(surface, new SurfacePainter(canvas, arrived));
  }

  async #run(start: Start): Promise<void> {
    const run = new HandlerRun();
    this.#runs.set(start.run, run);
    let opened: Opened | null = null;
    try {
      await this.#left(start);
      opened = await this.#open(start.inputs);
      if (!opened.over && !run.stopped) await this.#step(start, run, opened);
      if (this.#runs.delete(start.run)) this.#send({ type: 'done', run: start.run }); // else the last yield said so
    } catch (thrown) {
      this.#fail(start, run, thrown);
    } finally {
      this.#close(start, opened);
    }
  }

  /** Runs the handler with frame after frame of a camera, without asking the page. */
  async #follow(start: Start, begin: LoopStart): Promise<void> {
    const loop = new CameraLoop(begin, start, (news) =>
      this.#send({ type: 'chunks', run: start.run, ...news }),
    );
    this.#loops.set(start.run, loop);
    let run: HandlerRun | null = null;
    try {
      await eachChunk(loop.pace, loop.over, {
        visible: () => loop.visible(),
        over: () => loop.over.aborted,
        next: async () => {
          const opened = await this.#open(loop.inputs);
          if (!opened.over && !loop.over.aborted) return opened;
          for (const picture of opened.closing) picture.close();
          return null;
        },
        run: async (opened) => {
          this.#runs.set(start.run, (run = new HandlerRun()));
          try {
            loop.handed();
            await this.#step(start, run, opened, loop);
            await run.settled();
          } finally {
            this.#close(start, opened);
          }
        },
      });
      loop.tell();
      this.#loops.delete(start.run);
      this.#send({ type: 'done', run: start.run });
    } catch (thrown) {
      loop.tell();
      this.#loops.delete(start.run);
      this.#fail(start, run, thrown);
    }
  }

  #open(inputs: readonly Input[]): Promise<Opened> {
    return openInputs(this.#loaded().elsewhere ? inputs.map(asFile) : inputs, this.#cameras);
  }

  /** Says what the handler threw, unless it has given up as it was asked to. */
  #fail({ run: id }: Start, run: HandlerRun | null, thrown: unknown): void {
    this.#runs.delete(id);
    if (run?.stopped || (run?.over && isAbort(thrown))) this.#send({ type: 'done', run: id });
    else this.#send({ type: 'failed', run: id, error: failureOf(thrown, this.#loaded()) });
  }

  /** One call of the handler is over. */
  #close({ run }: Start, opened: Opened | null): void {
    this.#runs.delete(run);
    for (const picture of opened?.closing ?? []) picture.close();
    if (!this.#runs.size) this.#engines.rest();
  }

  /** Waits until what was painted for these outputs is on its way to the page: a handler that blocks would hold it up. */
  async #left({ surfaces = [] }: Start): Promise<void> {
    for (const surface of surfaces) if (surface !== null) await this.#surfaces.get(surface)?.leaving;
  }

  async #step(start: Start, run: HandlerRun, opened: Opened, loop?: CameraLoop): Promise<void> {
    const { name, handler, elsewhere } = this.#loaded();
    const isOn = () => this.#runs.get(start.run) === run;
    const progress = (levels: ProgressLevel[]) =>
      isOn() && this.#send({ type: 'progress', run: start.run, levels });
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
        waiting: (how) => isOn() && this.#send({ type: 'waiting', run: start.run, ...how }),
        progress,
      });
    for await (const { value, last } of steps(handler, [...args, context, ...desk])) {
      if (!last || loop) await run.credit();
      if (run.stopped) {
        closeParts(value, opened.closing); // nobody gets it
        break; // here and below returns the user's generator
      }
      const sent = this.#yield(start, value, last && !loop, opened, loop);
      if (!sent) run.more();
      if (!last || loop) await this.#left(start);
      loop?.tell();
      if (run.stopped) break;
    }
  }

  /** Hands a result on; false where a loop will tell of it, which has nothing to send of it. */
  #yield(start: Start, result: unknown, last: boolean, opened: Opened, loop?: CameraLoop): boolean {
    const { name } = this.#loaded();
    const { closing, captured } = opened;
    const given = distribute(result, start.outputs, name, (message) =>
      this.#send({ type: 'warning', run: start.run, message }),
    );
    const shown = new Set<Partial<ImageBitmap>>();
    let [areThere, others] = [0, 0];
    const values = given.map((value, at) => {
      const surface = start.surfaces?.[at];
      const painted = surface == null ? null : (this.#surfaces.get(surface)?.paint(value) ?? null);
      if (painted && !closing.has(value as ImageBitmap)) shown.add(value as Partial<ImageBitmap>);
      if (painted) areThere += 1;
      else if (!isSkip(value)) others += 1;
      return painted ?? value;
    });
    const toSend = !loop || areThere === 0 || others > 0;
    try {
      loop?.result(toSend, captured);
      if (!toSend) return false;
      const parcel = pack(values, closing);
      const message: FromWorker = { type: 'yield', run: start.run, values: parcel.values, last, captured };
      if (last) this.#runs.delete(start.run);
      this.#port.postMessage(message, parcel.transfer);
      return true;
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
