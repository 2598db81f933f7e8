/** @file Gives the multithreaded core its threads, which are workers that it cannot start while ffmpeg runs. */

import type { CoreModule, Pool, Threads } from './core-types.ts';
import { deepenThread, knowsStacks } from './stack.ts';

/** Ends a run that wants more threads than there are workers: it would wait for them for good. */
const OUT_OF_THREADS = 'it has no more threads';

/** Has the threads of a core end a run in place of waiting for a worker, and gives them room on their stacks. */
export function limitPool(module: CoreModule, pool: Pool): void {
  const take = pool.getNewWorker;
  const ready = new WeakSet<Worker>();
  pool.getNewWorker = () => {
    if (!pool.unusedWorkers.length) throw new Error(OUT_OF_THREADS);
    const worker = take();
    if (!ready.has(worker)) {
      ready.add(worker);
      const post = worker.postMessage.bind(worker) as (message: unknown) => void;
      worker.postMessage = (message: { cmd?: string; pthread_ptr: number }) => {
        if (message.cmd === 'run') deepenThread(module, message.pthread_ptr);
        post(message);
      };
    }
    return worker;
  };
}

/** The script of the threads while they start, as the core wants to be told of it. */
export class ThreadScript {
  readonly #url: string;

  constructor({ script, cores }: Threads) {
    const text = `${counting(cores)}\n${script}`;
    this.#url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  }

  /** @param url - of the core's script. */
  place(url: string): string {
    return `${url}#${btoa(JSON.stringify({ wasmURL: '', workerURL: this.#url }))}`;
  }

  revoke(): void {
    URL.revokeObjectURL(this.#url);
  }
}

/** Has this worker say how many processors there are. @throws when the core is none whose threads we know. */
export function pretendCores({ cores }: Threads, script: string): void {
  if (!knowsStacks(script)) throw new Error('the threads of this version of @ffmpeg/core-mt are not known');
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: cores });
}

const counting = (cores: number) =>
  `Object.defineProperty(navigator, 'hardwareConcurrency', { value: ${cores} });`;
