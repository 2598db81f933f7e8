/** @file Keeps what was downloaded of one kind of core, and one process of it. */

import type { EngineHost } from '../../../src/shared/engines.ts';
import { watchFor, type Watch } from '../assets/asset.ts';
import { Once } from '../assets/once.ts';
import type { CoreCode, Ended } from './thread/core-types.ts';
import { Crash } from './crash.ts';
import { type CoreKind, download } from './download.ts';
import { RUN } from './thread/run-files.ts';
import type { Job } from './job.ts';
import { OwnFFmpeg } from './own.ts';
import { Process } from './process.ts';

/** What a run says while it is on: a line of its log, or the seconds of its result that are done. */
export type Said = { line: string } | { time: number };

/** Bytes of memory that a run may take without its process being ended: it would keep them. */
const LARGEST = 256 * 2 ** 20;

/** Nobody ends this, and nobody hears of it. */
const NEVER: Watch = { signal: new AbortController().signal, onProgress: () => undefined };

/** One kind of core: what was downloaded of it is kept, and one process that waits for the next run. */
export class Supply {
  readonly kind: CoreKind;
  readonly #codes = new Once<CoreCode>();
  readonly #waiting = new Once<Process>();
  readonly #file: string | null;
  readonly #inUse = new Set<Process>();
  #closed = false;

  /** @param file - the URL of the thread's script, for pages whose policy forbids workers from blobs. */
  constructor(kind: CoreKind, file: string | null) {
    this.kind = kind;
    this.#file = file;
  }

  /** Downloads and starts what is not there yet. The progress of a download is shown. */
  async load({ signal, progress, folders }: EngineHost): Promise<CoreCode> {
    const { onProgress: show } = watchFor({ signal, progress });
    let shown = false;
    const onProgress: Watch['onProgress'] = (url, ...far) => {
      if (!url.endsWith('.wasm')) return; // the scripts are a small part
      shown = true;
      show(url, ...far);
    };
    const code = await this.#codes.get('core', { signal, onProgress }, (joint) =>
      download(this.kind, folders, joint),
    );
    await this.#start(code, signal);
    if (shown) progress(null);
    return code;
  }

  /** Gives a process that is the caller's until it is let go. */
  async take(host: EngineHost): Promise<Process> {
    const code = await this.load(host);
    for (;;) {
      const process = await this.#start(code, host.signal);
      if (process.left) continue; // somebody was quicker
      this.#waiting.forget('process');
      if (process.spoilt) {
        process.end(); // it died while it waited
        continue;
      }
      process.left = (idle) => this.#left(process, idle, code);
      this.#inUse.add(process);
      return process;
    }
  }

  /** Runs a job to its end, or until the host's signal aborts: then it is ended at once. @throws the signal's reason. */
  async run(job: Job, hear: (said: Said) => void, host: EngineHost): Promise<Ended & { code: number }> {
    const ffmpeg = new OwnFFmpeg(
      () => host.signal,
      () => this.take(host),
    );
    ffmpeg.on('log', ({ message }) => hear({ line: message }));
    ffmpeg.on('progress', ({ time }) => hear({ time: time / 1e6 }));
    try {
      await ffmpeg.mount(RUN as never, { blobs: job.files as never }, '');
      const code = await ffmpeg.exec(['-hide_banner', ...job.args]);
      return { ...ffmpeg.ended!, code };
    } finally {
      ffmpeg.terminate();
    }
  }

  /** Ends all that runs and waits. */
  close(): void {
    this.#closed = true;
    for (const each of this.#inUse) each.died?.(new Crash('it was closed'));
    for (const process of this.#waiting.clear())
      void process.then((each) => each.end()).catch(() => undefined);
    void this.#codes.clear();
  }

  #start(code: CoreCode, signal: AbortSignal): Promise<Process> {
    const watch = { signal, onProgress: () => undefined };
    return this.#waiting.get('process', watch, async (joint) => {
      const process = await Process.start(code, this.#file, joint.signal);
      if (!this.#closed) return process;
      process.end();
      throw new Crash('it was closed');
    });
  }

  /** Keeps a process that is fit for another run; else another one is started, so that the next run need not wait. */
  #left(process: Process, idle: boolean, code: CoreCode): void {
    const fit = idle && !this.#closed && !code.threads && (process.ended?.heap ?? 0) <= LARGEST;
    process.left = null;
    this.#inUse.delete(process);
    if (fit) {
      process.refresh();
      const kept = this.#waiting.get('process', NEVER, async () => process);
      void kept.then(
        (one) => one !== process && process.end(),
        () => process.end(),
      );
      return;
    }
    process.end();
    // A page that converts one file closes this at once.
    setTimeout(() => {
      if (!this.#closed) void this.#start(code, NEVER.signal).catch(() => undefined);
    });
  }
}
