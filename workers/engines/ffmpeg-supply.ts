import { unlessAborted } from '../../src/shared/abort.ts';
import type { EngineHost } from '../../src/shared/engines.ts';
import { watchFor, type Watch } from './asset.ts';
import type { CoreCode, Ended, Said } from './ffmpeg-core.ts';
import { type Kind, download } from './ffmpeg-download.ts';
import type { Job } from './ffmpeg-job.ts';
import { startProcess, type Process } from './ffmpeg-process.ts';
import { Once } from './once.ts';

/** Bytes of memory that a run may take without its process being ended: it would keep them. */
const LARGEST = 256 * 2 ** 20;

/** One kind of core: what was downloaded of it is kept, and the process that runs it until that fails. */
export class Supply {
  readonly kind: Kind;
  readonly #codes = new Once<CoreCode>();
  readonly #processes = new Once<Process>();
  #closed = false;

  constructor(kind: Kind) {
    this.kind = kind;
  }

  /** Downloads and starts what is not there yet. The progress of a download is shown. */
  async load({ signal, progress, folders }: EngineHost): Promise<CoreCode> {
    const { told: show } = watchFor({ signal, progress });
    let shown = false;
    const told: Watch['told'] = (url, ...far) => {
      if (!url.endsWith('.wasm')) return; // the scripts are a small part
      shown = true;
      show(url, ...far);
    };
    const code = await this.#codes.get('core', { signal, told }, (joint) =>
      download(this.kind, folders, joint),
    );
    await this.#start(code, signal);
    if (shown) progress(null);
    return code;
  }

  /** Runs a job to its end, or until the host's signal aborts: then it is ended at once. @throws the signal's reason. */
  async run(job: Job, hear: (said: Said) => void, host: EngineHost): Promise<Ended> {
    const code = await this.load(host);
    const process = await this.#start(code, host.signal);
    let reusable = false;
    try {
      const ended = await unlessAborted(process.run(job.args, job.files, hear), host.signal);
      reusable = 'code' in ended && ended.heap <= LARGEST;
      return ended;
    } finally {
      if (!reusable) this.#replace(process, code);
    }
  }

  /** Ends all that runs. */
  close(): void {
    this.#closed = true;
    for (const process of this.#processes.clear())
      void process.then((each) => each.terminate()).catch(() => undefined);
    this.#codes.clear();
  }

  #start(code: CoreCode, signal: AbortSignal): Promise<Process> {
    const watch = { signal, told: () => undefined };
    return this.#processes.get('process', watch, async (joint) => {
      const process = await startProcess(code, joint.signal);
      if (this.#closed) process.terminate();
      return process;
    });
  }

  /** Ends a process, and starts another one, so that the next run need not wait. */
  #replace(process: Process, code: CoreCode): void {
    process.terminate();
    this.#processes.forget('process');
    // A page that converts one file closes this at once.
    setTimeout(() => {
      if (!this.#closed) void this.#start(code, new AbortController().signal).catch(() => undefined);
    });
  }
}
