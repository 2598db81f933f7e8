/** @file A worker seen from the page, running one handler. */

import { releaseProxy, transfer, wrap, type Remote } from 'comlink';
import { ValueError, WorkerError, describe } from '../shared/errors.ts';
import type {
  FromWorker,
  HandlerApi,
  HandlerEvent,
  HandlerSource,
  Input,
  LoopChange,
  LoopStart,
  OutputIds,
  ToWorker,
} from '../shared/protocol.ts';
import { theHandler } from '../shared/the-handler.ts';
import { closeInputs } from '../shared/inputs.ts';
import { fromWire } from '../shared/wire-error.ts';
import { RemoteRun, type Aside, type Yielded } from './remote-run.ts';
import { transferInputs } from './transfer-inputs.ts';
import { enginePlaces } from './engine-places.ts';
import { GRACE_MS, terminateWhenLate } from './stop-worker.ts';

/** Milliseconds that a worker may take to answer for the first time. */
const HANDSHAKE_MS = 30_000;

/** What a run is given. */
export interface RunRequest {
  inputs: Input[];
  outputs: OutputIds;
  event: HandlerEvent;
  keys?: readonly string[];
  surfaces?: readonly (number | null)[];
  endpoint?: string;
  loop?: LoopStart;
}

/** Where a bridge's handlers run: a worker, or anything that speaks like one. */
export interface BridgeEnd {
  worker: Worker;
  /** What to say when it will not start. */
  advice: string;
}

/**
 * A worker seen from the page, running one handler. Every wait on it has a way out: when the worker dies or never
 * loads, all that is pending rejects with a `WorkerError`.
 */
export class Bridge {
  readonly ready: Promise<void>;
  /** Its handler. */
  readonly source: HandlerSource;
  readonly #worker: Worker;
  readonly #remote: Remote<HandlerApi>;
  readonly #port: MessagePort;
  readonly #runs = new Map<number, RemoteRun>();
  readonly #expiring = new Map<number, () => void>();
  readonly #arrivals = new Map<number, (width: number, height: number) => void>();
  #lastId = 0;
  #answered = false;
  #dead: WorkerError | null = null;
  #die!: (error: WorkerError) => void;

  constructor(source: HandlerSource, { worker, advice }: BridgeEnd) {
    if (typeof (worker as Partial<Worker> | undefined)?.postMessage !== 'function')
      throw new TypeError(`it is ${describe(worker)}, expected a Worker`);
    this.source = source;
    this.#worker = worker;
    this.#remote = wrap<HandlerApi>(worker);
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#take(data);
    const death = new Promise<never>((_, reject) => {
      this.#die = (error) => {
        this.#dead ??= error;
        reject(error);
      };
    });
    death.catch(() => undefined);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      const words = event.message ? `${event.message} (${event.filename}:${event.lineno})` : advice;
      this.terminate(
        new WorkerError(`The worker of ${theHandler(source.name)} failed: ${words}`, {
          cause: event.error,
        }),
      );
    });
    worker.addEventListener('messageerror', () =>
      this.terminate(new WorkerError(`The worker of ${theHandler(source.name)} sent what cannot be read`)),
    );
    this.ready = Promise.race([this.#open(source, port2, advice), death]);
    this.ready.catch((error: unknown) => this.terminate(error as WorkerError));
  }

  async #open(source: HandlerSource, port: MessagePort, advice: string): Promise<void> {
    const slow = setTimeout(() => {
      this.terminate(new WorkerError(`The worker of ${theHandler(source.name)} did not answer: ${advice}`));
    }, HANDSHAKE_MS);
    try {
      await this.#remote.connect(transfer(port, [port]), enginePlaces());
    } finally {
      clearTimeout(slow);
    }
    const { error } = await this.#remote.load(source);
    if (error) throw fromWire(error);
    this.#answered = true;
  }

  /** True once `ready` has resolved. */
  get answered(): boolean {
    return this.#answered;
  }

  /** True when the worker can take no more runs. */
  get dead(): boolean {
    return this.#dead !== null;
  }

  /** True while a run is on, or has not ended since it was stopped. */
  get busy(): boolean {
    return this.#runs.size > 0;
  }

  /**
   * Runs the handler. The generator gives each yield; leaving the loop early, or an abort of `signal`, stops the run:
   * the loop ends at once with the signal's reason, and a handler that goes on is terminated with its worker.
   *
   * @param request - frames and bitmaps in its inputs move to the worker.
   * @throws {HandlerError} what the handler threw. {WorkerError} when the worker died.
   */
  async *run(
    request: RunRequest,
    signal: AbortSignal,
    aside: (message: Aside) => void,
  ): AsyncGenerator<Yielded, void> {
    if (signal.aborted || this.#dead) {
      closeInputs(request.inputs);
      throw this.#dead ?? signal.reason;
    }
    const run = ++this.#lastId;
    const remote = new RemoteRun(
      aside,
      (buffer) => this.#send({ type: 'buffer', buffer }, [buffer]),
      () => this.#runs.delete(run),
    );
    this.#runs.set(run, remote);
    const stop = () => {
      remote.drop();
      remote.fail(signal.reason);
    };
    signal.addEventListener('abort', stop);
    const expire = () => this.#send({ type: 'cancel', run, soft: true });
    this.#expiring.set(run, expire);
    let whole = false;
    try {
      this.#start(run, remote, request);
      for (;;) {
        const yielded = await remote.next();
        if (!yielded) break;
        if (yielded.last) {
          whole = true;
          yield yielded;
          break;
        }
        yield yielded;
        this.#send({ type: 'more', run });
      }
      whole = true;
    } catch (error) {
      whole = !signal.aborted;
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      this.#expiring.delete(run);
      if (!whole && this.#runs.has(run)) this.#cancel(run, remote);
    }
  }

  #start(run: number, remote: RemoteRun, request: RunRequest): void {
    try {
      const { inputs, transfer } = transferInputs(request.inputs);
      this.#send({ type: 'start', run, ...request, inputs }, transfer);
    } catch (cause) {
      closeInputs(request.inputs);
      const error = new ValueError(`An input cannot be sent to the handler: ${(cause as Error).message}`, {
        cause,
      });
      remote.abandon(error);
      throw error;
    }
  }

  /** Tells the handlers that are on that their time is up: their signal aborts, their result still counts. */
  expire(): void {
    for (const expire of this.#expiring.values()) expire();
  }

  #cancel(run: number, remote: RemoteRun): void {
    remote.drop();
    remote.fail(new DOMException('The run was stopped', 'AbortError'));
    this.#send({ type: 'cancel', run });
    terminateWhenLate(remote.ended, () => this.terminate(new WorkerError('The handler was stopped')));
  }

  /** Resolves when every run has ended, the stopped ones too, or the worker is gone. */
  async settled(): Promise<void> {
    await Promise.all([...this.#runs.values()].map((remote) => remote.ended));
  }

  /** Moves a stream of camera frames to the worker, which owns it from then on. Returns its name for inputs. */
  openCamera(frames: ReadableStream<VideoFrame>): number {
    const camera = ++this.#lastId;
    this.#send({ type: 'camera', camera, frames }, [frames as unknown as Transferable]);
    return camera;
  }

  /** Lets a camera go; a step that waits for its frame ends without one. */
  closeCamera(camera: number): void {
    this.#send({ type: 'camera', camera, frames: null });
  }

  /** Tells the run that follows a camera by itself what has changed. */
  steer(camera: number, change: LoopChange): void {
    this.#send({ type: 'loop', camera, ...change });
  }

  /**
   * Moves a canvas to the worker for painting. Returns its name for runs.
   *
   * @param arrived - called when what was painted is on its way to the page, a moment after the run has said so.
   */
  openSurface(canvas: OffscreenCanvas, arrived: (width: number, height: number) => void): number {
    const surface = ++this.#lastId;
    this.#arrivals.set(surface, arrived);
    this.#send({ type: 'surface', surface, canvas }, [canvas]);
    return surface;
  }

  /** Lets a canvas go. Its last picture may still arrive. */
  closeSurface(surface: number): void {
    this.#send({ type: 'surface', surface, canvas: null });
    setTimeout(() => this.#arrivals.delete(surface), GRACE_MS);
  }

  /** Ends the worker at once; all that is pending rejects with `reason`. Idempotent. */
  terminate(reason = new WorkerError('The worker was closed')): void {
    if (!this.#dead) this.#remote[releaseProxy](); // else it would keep the worker, and all that its listeners know
    this.#die(reason);
    this.#worker.terminate();
    this.#port.close();
    for (const remote of this.#runs.values()) remote.abandon(reason);
    this.#runs.clear();
    this.#arrivals.clear();
  }

  #take(message: FromWorker): void {
    if (message.type === 'stray') reportError(fromWire(message.error));
    else if (message.type === 'closed')
      this.terminate(new WorkerError(`${theHandler(this.source.name, 'The')} closed its worker`));
    else if (message.type === 'painted') this.#arrivals.get(message.surface)?.(message.width, message.height);
    else {
      this.#runs.get(message.run)?.take(message);
      if (message.type !== 'chunks') return;
      for (const { surface, width, height } of message.painted) this.#arrivals.get(surface)?.(width, height);
    }
  }

  #send(message: ToWorker, transfer: Transferable[] = []): void {
    if (!this.#dead) this.#port.postMessage(message, transfer);
  }
}
