import { unlessAborted } from '../../src/shared/abort.ts';
import type { EngineHost } from '../../src/shared/engines.ts';
import type { FFmpeg, FFmpegFiles, FFmpegOptions } from '../../src/shared/ffmpeg.ts';
import type { Ended, Said } from './ffmpeg-core.ts';
import { threadsAreOfUse } from './ffmpeg-download.ts';
import { type Job, Log, checked, refuseStrays } from './ffmpeg-job.ts';
import { FFmpegProgress } from './ffmpeg-progress.ts';
import { unlessSilent } from './ffmpeg-silence.ts';
import { Supply } from './ffmpeg-supply.ts';

/**
 * Milliseconds that a run with several threads may be silent: ffmpeg tells the time twice a second, unless one picture takes
 * longer.
 */
const SILENCE = 60_000;

/** What is loaded, by the worker that it is of; handlers in the page share this script. */
const workers = new WeakMap<EngineHost['folders'], FFmpegOfWorker>();

/** Gives a run of a handler its ffmpeg, loaded. */
export async function open(host: EngineHost): Promise<FFmpeg> {
  let worker = workers.get(host.folders);
  if (!worker) workers.set(host.folders, (worker = new FFmpegOfWorker()));
  const own = worker;
  await own.load(host);
  return { run: (args, files = {}, options = {}) => own.run(args, files, options, host) };
}

/** Ends the ffmpeg of a worker. */
export function close(folders: EngineHost['folders']): void {
  workers.get(folders)?.close();
  workers.delete(folders);
}

/** The ffmpeg of one worker. */
class FFmpegOfWorker {
  readonly #plain = new Supply('ffmpeg');
  /** Of the multithreaded core, while there is hope for it. */
  #threaded = threadsAreOfUse() ? new Supply('ffmpeg-mt') : null;
  #last: Promise<void> = Promise.resolve();

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
    const tell = onProgress ?? ((done: number | null) => host.progress(done));
    const progress = new FFmpegProgress(job.args, duration, tell);
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
      if (!('code' in ended) || ended.code !== 0) throw log.failure(ended);
      refuseStrays(job, ended);
      tell(1);
      return ended.files;
    } finally {
      leave();
    }
  }

  /** Runs a job with several threads, and where they or their memory do not suffice, once more with one. */
  async #do(job: Job, hear: (said: Said) => void, log: Log, host: EngineHost): Promise<Ended> {
    const ended = await this.#tryThreads(host, (supply) =>
      unlessSilent(SILENCE, (alive) => {
        const hearing = (said: Said) => {
          alive();
          hear(said);
        };
        return supply.run(job, hearing, host);
      }),
    );
    if (ended && 'code' in ended) return ended;
    log.clear();
    return this.#plain.run(job, hear, host);
  }

  /** @returns `null` where there are no threads: they are not tried again when they do not start, or fall silent. */
  async #tryThreads<T>(host: EngineHost, what: (supply: Supply) => Promise<T>): Promise<T | null> {
    const supply = this.#threaded;
    if (!supply) return null;
    try {
      return await what(supply);
    } catch {
      host.signal.throwIfAborted();
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
  }
}
