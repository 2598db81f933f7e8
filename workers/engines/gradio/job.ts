/** @file Follows one job of a server: what it says of its place, its progress and its results. */

import type { Client } from '@gradio/client';
import { unlessAborted } from '../../../src/shared/abort.ts';
import type { HandlerContext } from '../../../src/runner/context.ts';
import type { Desk } from '../../../src/runner/steps.ts';
import type { ProgressLevel } from '../../../src/shared/status.ts';
import type { OwnClient } from './connection.ts';
import type { Endpoint } from './endpoint.ts';
import { failed } from './failure.ts';

export type ServerJob = ReturnType<Client['submit']>;
type JobEvent = Exclude<Awaited<ReturnType<ServerJob['next']>>['value'], null | undefined> & { type: string };

/** The connection was lost: the server may never have had the job, or has forgotten it. */
export class LostError extends Error {
  override name = 'LostError';
}

/** Milliseconds after which a stopped job counts as over, whether the server has answered or not. */
const CANCEL_MS = 600;
/** Milliseconds between two looks whether the stream of messages still stands: its end is not told. */
const LOOK_MS = 1000;

/** What following a job needs. */
export interface JobOptions {
  client: OwnClient;
  endpoint: Endpoint;
  /** For all inputs that the server does not keep. Files in it are replaced by what the server calls them. */
  values: unknown[];
  ctx: HandlerContext;
  desk: Desk;
  place: string;
}

/**
 * Starts a job and gives the data of each of its values. Leaving the loop, or an abort, cancels it on the server.
 *
 * @throws {HandlerError} what it has failed with. {LostError} when the connection was lost
 */
export async function* follow(options: JobOptions): AsyncGenerator<readonly unknown[], void> {
  const { client, endpoint, values, ctx } = options;
  ctx.signal.throwIfAborted();
  const job = client.submit(endpoint.name, values);
  let over = false;
  try {
    for await (const data of dataOf(job, options)) yield data;
    over = true;
  } catch (error) {
    over = !ctx.signal.aborted;
    throw error;
  } finally {
    if (!over) await cancel(job, client, endpoint);
  }
}

/** The data of each value of a job until it is over, or its stream waits for the next chunk. */
export async function* dataOf(job: ServerJob, options: JobOptions): AsyncGenerator<readonly unknown[], void> {
  const { ctx, place } = options;
  const next = () => {
    const coming = job.next();
    return watched(coming, options.client, ctx.signal);
  };
  let came = 0;
  let stage = '';
  for (;;) {
    const { value, done } = await next();
    if (done) return;
    const event = value as JobEvent;
    if (event.type === 'log') toast(event as unknown as Log, ctx);
    else if (event.type === 'status') {
      const status = event as unknown as Status;
      stage = status.stage;
      if (stage === 'error')
        throw status.broken ? new LostError(String(status.message)) : failed(place, status);
      if (stage === 'pending') tell(status, options.desk);
      if (stage === 'complete') return;
    } else if (event.type === 'data') {
      // A generator's end gives its last value once more.
      if (stage === 'generating' || stage === 'streaming' || came === 0)
        yield (event as unknown as { data: unknown[] }).data;
      came += 1;
      stage = '';
    }
  }
}

/** Waits for what a job says next, and notices when nothing can come any more. */
async function watched<T>(coming: Promise<T>, client: OwnClient, signal: AbortSignal): Promise<T> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const lost = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      const { stream_status, stream_instance } = client;
      if (stream_status.open && stream_instance?.readyState === 2)
        reject(new LostError('The messages have ended'));
    }, LOOK_MS);
  });
  try {
    return await unlessAborted(Promise.race([coming, lost]), signal);
  } finally {
    clearInterval(timer);
  }
}

interface Status {
  stage: string;
  broken?: boolean;
  message?: unknown;
  title?: string;
  duration?: number;
  visible?: boolean;
  position?: number;
  size?: number;
  eta?: number | null;
  progress_data?:
    | {
        index: number | null;
        length: number | null;
        unit: string | null;
        progress: number | null;
        desc: string | null;
      }[]
    | null;
  original_msg?: string;
}

interface Log {
  log: string;
  level: string;
  title?: string;
  duration?: number | null;
  visible?: boolean;
}

function tell({ position, size, eta, progress_data, original_msg }: Status, desk: Desk): void {
  if (progress_data?.length) {
    desk.progress(
      progress_data.map(
        ({ index, length, unit, progress, desc }): ProgressLevel => ({
          fraction: progress ?? (index !== null && length ? index / length : null),
          ...(index !== null && { index, length }),
          ...(unit && { unit }),
          ...(desc && { desc }),
        }),
      ),
    );
    return;
  }
  const likely = typeof eta === 'number' ? { eta } : {};
  if (original_msg === 'process_starts') desk.waiting(likely);
  else if (position !== undefined && size)
    desk.waiting({ queue: { position: position + 1, size }, ...likely });
}

function toast({ log, level, title, duration, visible }: Log, ctx: HandlerContext): void {
  if (visible === false) return;
  const say =
    level === 'warning' || level === 'error' ? ctx.warning : level === 'success' ? ctx.success : ctx.info;
  const own = title && title.toLowerCase() !== level ? { title } : {};
  say(log, { ...own, ...(duration !== undefined && { duration }) });
}

/** Ends a job on the server; what it still says is not listened to. */
async function cancel(job: ServerJob, client: OwnClient, { dependency }: Endpoint): Promise<void> {
  const { config, api_prefix, session_hash, event_callbacks } = client;
  const ended = (async () => {
    const event_id = await job.wait_for_id();
    if (!event_id) return;
    // The client would take the word that it was cancelled for data, and close the stream of all jobs.
    event_callbacks[event_id] = async (message) => {
      if ((message as { msg?: string }).msg === 'process_completed') delete event_callbacks[event_id];
    };
    const to = `${config!.root}${api_prefix}`;
    await client.post_data(`${to}/cancel`, { event_id, session_hash, fn_index: dependency.id });
    await client.post_data(`${to}/reset`, { event_id });
  })();
  await Promise.race([
    ended.catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, CANCEL_MS)),
  ]);
  void job.return();
}
