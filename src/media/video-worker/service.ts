/** @file Has the video worker do something; starts and ends it. */

import { engineLocator } from '../../page/engine-locator.ts';
import { MediaError, WorkerError } from '../../shared/errors.ts';
import { lazy } from '../../page/lazy.ts';
import type { TaskAnswer, TaskMessage, VideoTask, VideoTasks } from './tasks.ts';
import script from './worker.ts?worker&url';

/** Milliseconds without work after which the worker is let go. */
const IDLE_MS = 20_000;

interface Job {
  resolve(result: never): void;
  reject(error: Error): void;
  onProgress?(part: number): void;
}

let worker: Promise<Worker> | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;
let count = 0;
const jobs = new Map<number, Job>();

/**
 * Has the video worker do something; it is loaded and started for the first task, and let go some seconds after the
 * last.
 *
 * @param onProgress - is called with how far the task is, 0 … 1, where that can be known.
 * @throws {MediaError} with what is wrong with the file. @throws {WorkerError} when the worker cannot be had.
 * @throws the signal's reason when it aborts first.
 */
export async function work<Task extends VideoTask>(
  task: Task,
  args: Parameters<VideoTasks[Task]>,
  signal?: AbortSignal,
  onProgress?: (part: number) => void,
): Promise<Awaited<ReturnType<VideoTasks[Task]>>> {
  signal?.throwIfAborted();
  const id = ++count;
  const done = new Promise<never>((resolve, reject) => jobs.set(id, { resolve, reject, onProgress }));
  done.catch(() => undefined); // thrown below
  clearTimeout(idle);
  const send = (message: TaskMessage) => void worker?.then((own) => own.postMessage(message));
  const over = () => {
    send({ id });
    settle(id)?.reject(signal!.reason);
  };
  signal?.addEventListener('abort', over);
  try {
    worker ??= start();
    const own = await worker;
    if (jobs.has(id)) own.postMessage({ id, task, args } satisfies TaskMessage);
    return await done;
  } catch (error) {
    settle(id);
    throw error;
  } finally {
    signal?.removeEventListener('abort', over);
  }
}

/** Starts the worker before there is something to do, so that the first chunk need not wait for it. */
export function warmUp(): void {
  worker ??= start();
  worker.catch(() => undefined); // tried again with the first task
  rest();
}

async function start(): Promise<Worker> {
  let own: Worker;
  try {
    // Where that script cannot be had from there, the policy may yet allow blobs.
    own =
      (await engineLocator()
        ?.worker(script)
        .catch(() => null)) ?? (await fromBlob());
  } catch (cause) {
    worker = null; // tried again the next time
    throw noWorker(cause);
  }
  own.onmessage = ({ data: { id, part, result, failed, foreign, cause } }: MessageEvent<TaskAnswer>) => {
    if (part !== undefined) return jobs.get(id)?.onProgress?.(part);
    const job = settle(id);
    if (failed === undefined) job?.resolve(result as never);
    else job?.reject(Object.assign(new MediaError(failed, { cause }), { foreign }));
  };
  own.onerror = (event) => {
    event.preventDefault();
    stop();
    for (const id of [...jobs.keys()]) settle(id)?.reject(noWorker(event.message));
  };
  return own;
}

async function fromBlob(): Promise<Worker> {
  const { VideoWorker } = await lazy(() => import('./worker.lazy.ts'));
  return new VideoWorker();
}

function settle(id: number): Job | undefined {
  const job = jobs.get(id);
  jobs.delete(id);
  rest();
  return job;
}

function rest(): void {
  clearTimeout(idle);
  if (jobs.size === 0) idle = setTimeout(stop, IDLE_MS);
}

function stop(): void {
  void worker?.then((own) => own.terminate());
  worker = null;
}

const noWorker = (cause: unknown): WorkerError =>
  new WorkerError(
    'What works on videos could not be started. A Content-Security-Policy of the page must allow worker-src blob:, or ' +
      'name a same-origin copy of handler-worker.js with rv.configure({ workerURL }).',
    { cause },
  );
