import { unlessAborted } from '../../src/shared/abort.ts';
import { AssetError } from '../../src/shared/errors.ts';
import type { EngineHost } from '../../src/shared/engines.ts';
import type { FFmpeg, FFmpegFiles, FFmpegOptions } from '../../src/shared/ffmpeg.ts';
import { asset, assetFrom, dropAsset, watchFor, type Watch } from './asset.ts';
import type { CoreCode, Said } from './ffmpeg-core.ts';
import { Log, checked } from './ffmpeg-job.ts';
import { startProcess, type Process } from './ffmpeg-process.ts';
import { FFmpegProgress } from './ffmpeg-progress.ts';
import { Once } from './once.ts';

/** Bytes of the wasm of the core that this build was made with: a compressed answer does not say. */
const SIZE = 32_232_419;

/** Bytes of memory that a run may take without its process being ended: it would keep them. */
const LARGEST = 256 * 2 ** 20;

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

/** The ffmpeg of one worker: what was downloaded is kept, and the process that runs it until it fails. */
class FFmpegOfWorker {
  readonly #codes = new Once<CoreCode>();
  readonly #processes = new Once<Process>();
  #last: Promise<void> = Promise.resolve();
  #closed = false;

  /** Downloads and starts what is not there yet. The progress of a download is shown. */
  async load({ signal, progress, folders }: EngineHost): Promise<CoreCode> {
    const { told: show } = watchFor({ signal, progress });
    let shown = false;
    const told: Watch['told'] = (url, ...far) => {
      if (!url.endsWith('.wasm')) return; // the script is a small part
      shown = true;
      show(url, ...far);
    };
    const code = await this.#codes.get('core', { signal, told }, (joint) => download(folders.ffmpeg, joint));
    await this.#start(code, signal);
    if (shown) progress(null);
    return code;
  }

  #start(code: CoreCode, signal: AbortSignal): Promise<Process> {
    const watch = { signal, told: () => undefined };
    return this.#processes.get('process', watch, async (joint) => {
      const process = await startProcess(code);
      if (joint.signal.aborted) process.terminate();
      return process;
    });
  }

  /** Ends a process, and starts another one, so that the next run need not wait. */
  #replace(process: Process, code: CoreCode): void {
    process.terminate();
    this.#processes.forget('process');
    if (!this.#closed) void this.#start(code, new AbortController().signal).catch(() => undefined);
  }

  async run(
    args: readonly (string | number)[],
    files: FFmpegFiles,
    { signal: own, onProgress, duration, onLog }: FFmpegOptions,
    host: EngineHost,
  ): Promise<Record<string, Blob>> {
    const signal = own ? AbortSignal.any([host.signal, own]) : host.signal;
    signal.throwIfAborted();
    const job = checked(args, files);
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
      const code = await this.load({ ...host, signal });
      const process = await this.#start(code, signal);
      let reusable = false;
      try {
        const ended = await unlessAborted(process.run(job.args, job.files, hear), signal);
        reusable = 'code' in ended && ended.heap <= LARGEST;
        if (!('code' in ended) || ended.code !== 0) throw log.failure(ended);
        tell(1);
        return ended.files;
      } finally {
        if (!reusable) this.#replace(process, code);
      }
    } finally {
      leave();
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
    this.#closed = true;
    for (const process of this.#processes.clear())
      void process.then((each) => each.terminate()).catch(() => undefined);
    this.#codes.clear();
  }
}

/** @throws {AssetError} when no folder has both files, or the wasm is none, or none that the page may run. */
async function download(folders: readonly string[], watch: Watch): Promise<CoreCode> {
  const { folder, bytes } = await assetFrom(folders, 'ffmpeg-core.js', { what: "ffmpeg's script" }, watch);
  const url = `${folder}ffmpeg-core.wasm`;
  const binary = await asset(url, { what: "ffmpeg's wasm", size: SIZE }, watch);
  try {
    const wasm = await WebAssembly.compile(binary as BufferSource);
    return { script: new TextDecoder().decode(bytes), url: `${folder}ffmpeg-core.js`, wasm };
  } catch (cause) {
    await dropAsset(url);
    const { message } = cause as Error;
    // Chromium names the word that is missing, others only the policy.
    const advice = /CSP|Content.Security/i.test(message) && !message.includes('unsafe-eval');
    const words = advice ? `${message}: script-src must allow 'wasm-unsafe-eval'` : message;
    throw new AssetError(`${url} cannot be used: ${words}`, { url, status: 200, cause });
  }
}
