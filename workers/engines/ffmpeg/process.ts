/** @file A core in a worker of its own. */

import FFmpegThread from './thread/thread.ts?worker&inline';
import { unlessAborted } from '../../../src/shared/abort.ts';
import { WorkerError } from '../../../src/shared/errors.ts';
import type { CoreCode, Ended, FromCore } from './thread/core-types.ts';
import { Crash } from './crash.ts';

/** What the class and its worker say to each other. */
interface FromClass {
  id?: number;
  type: string;
  data: { message: string };
}

/** Milliseconds that a core may take to start: a slow machine needs a tenth of it. */
const START = 20_000;

/** A core in a worker of its own, which the class of `@ffmpeg/ffmpeg` takes for the worker that it wanted to start. */
export class Process {
  /** Set by the class that has it. */
  onmessage: ((event: MessageEvent<FromClass>) => void) | null = null;
  /** Called when the class lets it go, `null` while none has it. `idle`: it is fit, and nothing is going on in it. */
  left: ((idle: boolean) => void) | null = null;
  /** Called when it dies. */
  died: ((why: Crash) => void) | null = null;
  /** What the last call of ffmpeg has left. */
  ended: Ended | null = null;
  /** What went on in it has failed: it is not to be used again. */
  spoilt = false;
  /** The last line of its log. */
  line = '';
  readonly #worker: Worker;
  /** Calls that were not answered. */
  #open = 0;
  #used = false;
  #started: ((message: FromCore | null) => void) | null = null;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<FromCore>) => {
      if ('ended' in data) this.ended = data.ended;
      else if ('alive' in data || 'ready' in data || 'failed' in data) this.#started?.(data);
    });
    worker.addEventListener('message', (event: MessageEvent<FromClass>) => {
      const { id, type, data } = event.data;
      if (type === 'LOG') this.line = data.message;
      if (id !== undefined) this.#open -= 1;
      if (type && (id !== undefined || type === 'LOG' || type === 'PROGRESS')) this.onmessage?.(event);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.spoilt = true;
      // A policy gives no reason, only an error without words.
      this.#started?.(event.message ? { failed: event.message } : null);
      this.died?.(new Crash(event.message || 'its worker died', !event.message));
    });
  }

  /**
   * Starts a core in a worker from a blob; where a policy forbids that, from `file`, or from the script of the handler's
   * own worker, which then imports `file`.
   *
   * @throws {WorkerError} when none will start. The signal's reason when it aborts first: then nothing is left.
   */
  static async start(code: CoreCode, file: string | null, signal: AbortSignal): Promise<Process> {
    const late = AbortSignal.timeout(START);
    const either = AbortSignal.any([signal, late]);
    const ways = [() => new FFmpegThread()];
    // Several threads come from blobs themselves.
    if (file && !code.threads)
      ways.push(
        () => new Worker(file),
        () => importing(file),
      );
    for (const way of ways) {
      let process: Process | undefined;
      try {
        process = new Process(way());
        // What a policy did not let start is not ended: Firefox 153 would freeze this worker.
        if (await process.#begin(code, either)) return process;
      } catch (error) {
        process?.end();
        if (error === late.reason) fail(`its worker needed more than ${START / 1000} s`);
        if (process) throw error; // else a policy, or another origin
      }
    }
    throw new WorkerError(
      "ffmpeg's worker could not be started: the page's Content-Security-Policy has to allow worker-src blob:",
    );
  }

  /** @returns false when workers of this kind are not allowed here. */
  async #begin(code: CoreCode, signal: AbortSignal): Promise<boolean> {
    const alive = await unlessAborted(this.#next(), signal);
    if (!alive || 'failed' in alive) return false;
    const ready = this.#next();
    this.#worker.postMessage({ start: code });
    const answer = await unlessAborted(ready, signal);
    if (!answer || 'failed' in answer) fail(answer?.failed ?? 'its worker died');
    return true;
  }

  #next(): Promise<FromCore | null> {
    return new Promise((resolve) => (this.#started = resolve));
  }

  postMessage(message: FromClass, transfer: Transferable[]): void {
    this.#worker.postMessage(message, transfer);
    this.#open += 1;
    this.#used ||= message.type !== 'LOAD';
  }

  /** Of the class: it lets go of its worker. */
  terminate(): void {
    this.onmessage = this.died = null;
    this.left?.(this.#open === 0 && !this.spoilt);
  }

  /** Makes it a fresh one: the class's worker makes a core anew, and drops the one that was used. */
  refresh(): void {
    if (this.#used) this.#worker.postMessage({ type: 'LOAD', data: {} });
    this.#used = false;
    this.ended = null;
    this.line = '';
  }

  /** Ends it at once, whatever it does. */
  end(): void {
    this.#worker.terminate();
  }
}

/** The library's own worker once more, which imports a script in place of a handler. @throws where there is none. */
function importing(file: string): Worker {
  if (!('WorkerGlobalScope' in globalThis)) throw new Error('a page is no worker');
  return new Worker(location.href, { name: `script ${file}` });
}

function fail(reason: string): never {
  throw new WorkerError(`ffmpeg could not be started: ${reason}`);
}
