import FFmpegThread from './ffmpeg-thread.ts?worker&inline';
import { unlessAborted } from '../../src/shared/abort.ts';
import { WorkerError } from '../../src/shared/errors.ts';
import { Core, type CoreCode, type Ended, type Said } from './ffmpeg-core.ts';
import type { NamedFile } from './ffmpeg-files.ts';

/** What the thread is told. */
export type ToThread = { start: CoreCode } | { args: readonly string[]; files: readonly NamedFile[] };

/** What the thread says. */
export type FromThread = { ready: true } | { failed: string } | { said: Said } | { ended: Ended };

/** Milliseconds that a core may take to start: a slow machine needs a tenth of it. */
const START = 20_000;

/** A core that runs one thing at a time. */
export interface Process {
  run(args: readonly string[], files: readonly NamedFile[], hear: (said: Said) => void): Promise<Ended>;
  /** Ends it at once, whatever it does; what is awaited then never comes. */
  terminate(): void;
}

/**
 * Starts a core in a worker of its own; where a policy forbids workers from blobs, in this one: a Stop then ends both. The
 * multithreaded core does not start there.
 *
 * @throws {WorkerError} when neither will start. The signal's reason when it aborts first: then nothing is left.
 */
export async function startProcess(code: CoreCode, signal: AbortSignal): Promise<Process> {
  const thread = new Thread();
  const late = AbortSignal.timeout(START);
  try {
    if (await unlessAborted(thread.open(code), AbortSignal.any([signal, late]))) return thread;
  } catch (error) {
    thread.terminate();
    if (error === late.reason) failed(`its worker needed more than ${START / 1000} s`);
    throw error;
  }
  thread.terminate();
  // The page's own thread is not there to be blocked, and lacks what reads files piece by piece.
  if (!('FileReaderSync' in globalThis) || code.threads)
    throw new WorkerError(
      "ffmpeg's worker could not be started: the page's Content-Security-Policy has to allow worker-src blob:",
    );
  const core = await Core.start(code).catch(failed);
  return { run: (...given) => core.run(...given), terminate: () => undefined };
}

/** A core in a worker of its own. */
class Thread implements Process {
  readonly #worker = new FFmpegThread();
  #answer: { resolve(message: FromThread | null): void; reject(error: Error): void } | null = null;
  #hear: (said: Said) => void = () => undefined;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromThread>) => {
      if ('said' in data) this.#hear(data.said);
      else this.#answer?.resolve(data);
    });
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      // A policy gives no reason, only an error without words.
      if (event.message) this.#answer?.reject(new WorkerError(`ffmpeg's worker failed: ${event.message}`));
      else this.#answer?.resolve(null);
    });
  }

  /** @returns false when workers from blobs are not allowed here. */
  async open(code: CoreCode): Promise<boolean> {
    const answer = await this.#ask({ start: code });
    if (answer && 'failed' in answer) failed(answer.failed);
    return answer !== null;
  }

  async run(
    args: readonly string[],
    files: readonly NamedFile[],
    hear: (said: Said) => void,
  ): Promise<Ended> {
    this.#hear = hear;
    const answer = await this.#ask({ args, files });
    if (answer && 'ended' in answer) return answer.ended;
    return { crash: (answer && 'failed' in answer && answer.failed) || 'its worker died', memory: !answer };
  }

  terminate(): void {
    this.#worker.terminate();
  }

  #ask(message: ToThread): Promise<FromThread | null> {
    return new Promise((resolve, reject) => {
      this.#answer = { resolve, reject };
      this.#worker.postMessage(message);
    });
  }
}

function failed(reason: unknown): never {
  const words = (reason as Error)?.message ?? reason;
  throw new WorkerError(`ffmpeg could not be started: ${words}`, { cause: reason });
}
