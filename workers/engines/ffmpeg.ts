/** @file The engine behind `ctx.ffmpeg()`: takes the core with several threads where it can. */

import { unlessAborted } from '../../src/shared/abort.ts';
import type { EngineHost } from '../../src/shared/engines.ts';
import type { FFmpeg, FFmpegFiles, FFmpegOptions } from '../../src/shared/ffmpeg.ts';
import { Crash } from './ffmpeg/crash.ts';
import { threadsAreOfUse } from './ffmpeg/download.ts';
import { type Job, Log, checked, refuseStrays } from './ffmpeg/job.ts';
import { OwnFFmpeg } from './ffmpeg/own.ts';
import { FFmpegProgress } from './ffmpeg/progress.ts';
import { unlessSilent } from './ffmpeg/silence.ts';
import { type Said, Supply } from './ffmpeg/supply.ts';

/**
 * Milliseconds that a run with several threads may be silent: ffmpeg tells the time twice a second, unless one picture takes
 * longer.
 */
const SILENCE = 60_000;

/** What is loaded, by the worker that it is of; handlers in the page share this script. */
const workers = new WeakMap<EngineHost['folders'], FFmpegOfWorker>();

/** Gives a run of a handler its ffmpeg, loaded: the same each time. */
export async function open(host: EngineHost): Promise<FFmpeg> {
  let worker = workers.get(host.folders);
  if (!worker) workers.set(host.folders, (worker = new FFmpegOfWorker()));
  await worker.load(host);
  return worker.ffmpeg(host);
}

/** Ends what handlers of a worker have left behind. */
export function rest(folders: EngineHost['folders']): void {
  workers.get(folders)?.rest();
}

/** Ends the ffmpeg of a worker. */
export function close(folders: EngineHost['folders']): void {
  workers.get(folders)?.close();
  workers.delete(folders);
}

/** Says where the script of the thread lies as a file; nowhere when this one is text from a page on file://. */
function threadFile(): string | null {
  try {
    return new URL(/* @vite-ignore */ './ffmpeg/thread.js', import.meta.url).href;
  } catch {
    return null;
  }
}

/** The ffmpeg of one worker. */
class FFmpegOfWorker {
  readonly #plain = new Supply('ffmpeg', threadFile());
  /** Of the multithreaded core, while there is hope for it. */
  #threaded = threadsAreOfUse() ? new Supply('ffmpeg-mt', null) : null;
  #last: Promise<void> = Promise.resolve();
  /** Aborts when no handler runs any more. */
  #resting = new AbortController();
  /** By the runs of handlers. */
  readonly #given = new WeakMap<AbortSignal, FFmpeg>();

  /** Gives what a handler is given: an ffmpeg that keeps its files while the handler runs, and `run`, which starts afresh. */
  ffmpeg(host: EngineHost): FFmpeg {
    const given = this.#given.get(host.signal);
    if (given) return given;
    const signal = () => AbortSignal.any([host.signal, this.#resting.signal]);
    const made: FFmpeg = Object.assign(
      new OwnFFmpeg(signal, (now) => this.#plain.take({ ...host, signal: now })),
      {
        run: (args: unknown, files: FFmpegFiles = {}, options: FFmpegOptions = {}) =>
          this.run(args, files, options, { ...host, signal: signal() }),
      },
    );
    this.#given.set(host.signal, made);
    return made;
  }

  /** Ends what is going on, and drops the files that were written. */
  rest(): void {
    this.#resting.abort(new DOMException('The run of the handler has ended', 'AbortError'));
    this.#resting = new AbortController();
  }

  /** Gets ready what the next run will take. */
  async load(host: EngineHost): Promise<void> {
    if (!(await this.#tryThreads(host, (supply) => supply.load(host)))) await this.#plain.load(host);
  }

  async run(
    args: unknown,
    files: FFmpegFiles,
    options: FFmpegOptions,
    host: EngineHost,
  ): Promise<Record<string, Blob>> {
    const job = checked(args, files, options);
    const { signal: own, onProgress, duration, onLog } = options;
    const signal = own ? AbortSignal.any([host.signal, own]) : host.signal;
    signal.throwIfAborted();
    const notify = onProgress ?? ((done: number | null) => host.progress(done));
    const progress = new FFmpegProgress(job.args, duration, notify);
    const log = new Log();
    const hear = (said: Said) => {
      if (signal.aborted) return;
      if ('time' in said) return progress.time(said.time);
      progress.line(said.line);
      log.add(said.line);
      onLog?.(said.line);
    };
    const leave = await this.#turn(signal);
    try {
      const ended = await this.#do(job, hear, log, { ...host, signal });
      if (ended.code !== 0) throw log.failure(ended);
      refuseStrays(job, ended);
      notify(1);
      return ended.files;
    } catch (error) {
      throw error instanceof Crash ? log.failure(error) : error;
    } finally {
      leave();
    }
  }

  /** Runs a job with several threads, and where they or their memory do not suffice, once more with one. */
  async #do(job: Job, hear: (said: Said) => void, log: Log, host: EngineHost) {
    const ended = await this.#tryThreads(host, (supply) =>
      unlessSilent(SILENCE, (alive) => {
        const hearing = (said: Said) => {
          alive();
          hear(said);
        };
        return supply.run(job, hearing, host);
      }),
    );
    if (ended) return ended;
    log.clear();
    return this.#plain.run(job, hear, host);
  }

  /** @returns `null` where there are no threads, or not enough: they are not tried again when they do not start, or fall silent. */
  async #tryThreads<T>(host: EngineHost, what: (supply: Supply) => Promise<T>): Promise<T | null> {
    const supply = this.#threaded;
    if (!supply) return null;
    try {
      return await what(supply);
    } catch (error) {
      host.signal.throwIfAborted();
      if (error instanceof Crash) return null; // of this run alone
      supply.close();
      this.#threaded = null;
      return null;
    }
  }

  /** Waits until the runs before this one are over. @returns what lets the next one go. */
  async #turn(signal: AbortSignal): Promise<() => void> {
    const before = this.#last;
    let leave!: () => void;
    const over = new Promise<void>((resolve) => (leave = resolve));
    this.#last = Promise.all([before, over]).then(() => undefined);
    try {
      await unlessAborted(before, signal);
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  close(): void {
    this.#plain.close();
    this.#threaded?.close();
    this.rest();
  }
}
