import { MediaError, WorkerError } from '../shared/errors.ts';
import type { TaskAnswer, TaskMessage, VideoTask, VideoTasks } from './video-tasks.ts';
import VideoWorker from './video-worker.ts?worker&inline';

/** Milliseconds without work after which the worker is let go. */
const IDLE_MS = 20_000;

interface Job {
  resolve(result: never): void;
  reject(error: Error): void;
}

let worker: Worker | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;
let count = 0;
const jobs = new Map<number, Job>();

/**
 * Has the video worker do something; it is started for the first task, and let go some seconds after the last.
 *
 * @throws {MediaError} with what is wrong with the file. @throws {WorkerError} when the worker cannot be had.
 * @throws the signal's reason when it aborts first.
 */
export function work<Task extends VideoTask>(
  task: Task,
  args: Parameters<VideoTasks[Task]>,
  signal?: AbortSignal,
): ReturnType<VideoTasks[Task]> {
  const id = ++count;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const send = (message: TaskMessage) => worker?.postMessage(message);
    const over = () => {
      send({ id });
      settle(id)?.reject(signal!.reason);
    };
    const off = () => signal?.removeEventListener('abort', over);
    jobs.set(id, {
      resolve: (result) => (off(), resolve(result)),
      reject: (error) => (off(), reject(error)),
    });
    try {
      worker ??= start();
    } catch (cause) {
      settle(id);
      return reject(noWorker(cause));
    }
    clearTimeout(idle);
    signal?.addEventListener('abort', over);
    send({ id, task, args });
  }) as ReturnType<VideoTasks[Task]>;
}

function start(): Worker {
  const own: Worker = new VideoWorker();
  own.onmessage = ({ data: { id, result, failed } }: MessageEvent<TaskAnswer>) => {
    const job = settle(id);
    if (failed === undefined) job?.resolve(result as never);
    else job?.reject(new MediaError(failed));
  };
  own.onerror = (event) => {
    event.preventDefault();
    stop();
    for (const id of [...jobs.keys()]) settle(id)?.reject(noWorker(event.message));
  };
  return own;
}

function settle(id: number): Job | undefined {
  const job = jobs.get(id);
  jobs.delete(id);
  if (jobs.size === 0) {
    clearTimeout(idle);
    idle = setTimeout(stop, IDLE_MS);
  }
  return job;
}

function stop(): void {
  worker?.terminate();
  worker = null;
}

const noWorker = (cause: unknown): WorkerError =>
  new WorkerError(
    'What works on videos could not be started. A Content-Security-Policy of the page must allow worker-src blob:.',
    { cause },
  );
