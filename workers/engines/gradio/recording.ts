/** @file Endpoints that answer chunk after chunk: one job lasts as long as a recording. */

import { HandlerError } from '../../../src/shared/errors.ts';
import { type Endpoint, type ServerRun, isKept } from './endpoint.ts';
import { type ServerJob, LostError, dataOf } from './job.ts';

/** Milliseconds without a chunk after which a recording counts as over. */
const SILENCE_MS = 3000;

/** A job that waits for the next chunk. */
interface Open {
  job: ServerJob;
  silence: ReturnType<typeof setTimeout> | undefined;
}

const open = new Map<string, Open>();

/**
 * Sends one chunk and waits for what comes of it. The first chunk starts a job on the server, which the next ones go on
 * with until none comes for a while, or the server's time limit is over.
 *
 * @throws {HandlerError} what the job has failed with
 */
export async function chunkResult(options: ServerRun, values: unknown[]): Promise<readonly unknown[]> {
  const { connection, endpoint, ctx, desk } = options;
  const key = `${connection.place}${endpoint.name}`;
  const client = await connection.open(ctx, desk);
  for (let fresh = false; ; ) {
    let stream = open.get(key);
    if (stream) {
      clearTimeout(stream.silence);
      const data = await client.handle_blob(client.config!.root, values, { parameters: [], returns: [] });
      stream.job.send_chunk({
        data: filled(endpoint, data),
        fn_index: endpoint.dependency.id,
        event_data: null,
        trigger_id: null,
      });
    } else {
      fresh = true;
      open.set(key, (stream = { job: client.submit(endpoint.name, values), silence: undefined }));
    }
    const job = { client, endpoint, values, ctx, desk, place: connection.place };
    let whole = false;
    try {
      for await (const data of dataOf(stream.job, job)) {
        whole = true;
        return data;
      }
      // Its time is over on the server.
      if (fresh) throw new HandlerError(`${endpoint.name} of ${connection.place} gave nothing for a chunk`);
    } catch (cause) {
      if (!(cause instanceof LostError)) throw cause;
      connection.drop();
      throw new HandlerError(`The connection to ${connection.place} was lost`, { cause });
    } finally {
      if (whole) stream.silence = setTimeout(() => end(key), SILENCE_MS);
      else end(key);
    }
  }
}

function end(key: string): void {
  const stream = open.get(key);
  open.delete(key);
  clearTimeout(stream?.silence);
  if (stream?.job.event_id()) stream.job.close_stream();
}

/** What the server keeps itself is sent as nothing. */
function filled({ inputs }: Endpoint, values: readonly unknown[]): unknown[] {
  let at = 0;
  return inputs.map((slot) => (isKept(slot) ? null : values[at++]));
}
