/** @file Runs an endpoint: values in, results out, as they come. */

import { delay } from '../../../src/shared/abort.ts';
import { HandlerError } from '../../../src/shared/errors.ts';
import type { ServerPart } from '../../../src/shared/description.ts';
import { type ServerRun, givenTo, isKept, takenFrom } from './endpoint.ts';
import { LostError, follow } from './job.ts';
import { type Exchange, sent, taken } from './payloads.ts';
import { chunkResult } from './recording.ts';
import { updateFrom } from './update.ts';

/** Milliseconds after which a lost connection is tried anew: the first time, the second time … */
const RETRIES = [300, 1000, 2000, 4000, 8000];

/**
 * Runs an endpoint.
 *
 * @returns its result, or where it is a generator one that gives each of its values.
 * @throws {HandlerError} what the server says has failed
 */
export async function startRun(options: ServerRun): Promise<unknown> {
  const { connection, endpoint, ctx, desk } = options;
  const client = await connection.open(ctx, desk);
  const exchange: Exchange = { client, signal: ctx.signal, streaming: ctx.event.name === 'stream' };
  const outputs = takenFrom(endpoint, desk.outputs, connection.place);
  const given = givenTo(endpoint, options.inputs, connection.place);
  const values = await Promise.all(given.map(([slot, value]) => sent(slot, value, exchange)));
  const result = (data: readonly unknown[]) => resultOf(outputs, data, exchange, options);
  if (endpoint.stream) return result(await chunkResult(options, values));
  if (endpoint.generator) return results(options, values, result);
  let last: readonly unknown[] = [];
  for await (const data of reliably(options, values)) last = data;
  return result(last);
}

async function* results(
  options: ServerRun,
  values: unknown[],
  result: (data: readonly unknown[]) => Promise<unknown>,
): AsyncGenerator<unknown, void> {
  for await (const data of reliably(options, values)) yield await result(data);
}

/**
 * What a run gives, also when the connection is lost on the way: the server forgets a run whose page has gone, so that
 * it is started once more, unless something has come of it already.
 */
async function* reliably(options: ServerRun, values: unknown[]): AsyncGenerator<readonly unknown[], void> {
  const { connection, endpoint, ctx, desk } = options;
  let came = 0;
  for (let again = false; ; again = true) {
    const client = await connection.open(ctx, desk);
    try {
      for await (const data of follow({ client, endpoint, values, ctx, desk, place: connection.place })) {
        came += 1;
        yield data;
      }
      return;
    } catch (cause) {
      if (!(cause instanceof LostError)) throw cause;
      connection.drop();
      if (came || again)
        throw new HandlerError(
          `The connection to ${connection.place} was lost${came ? ` after ${came} ${came === 1 ? 'value' : 'values'}` : ''}`,
          { cause },
        );
      desk.progress([{ fraction: null, desc: 'The connection was lost; trying again' }]);
      await reconnect(options);
    }
  }
}

/** Waits until the app answers again. @throws {HandlerError} why it does not, after a while */
async function reconnect({ connection, ctx, desk }: ServerRun): Promise<void> {
  for (const [at, wait] of RETRIES.entries()) {
    await delay(wait, ctx.signal);
    ctx.signal.throwIfAborted();
    try {
      await connection.open(ctx, desk);
      return;
    } catch (cause) {
      if (at < RETRIES.length - 1) continue;
      throw new HandlerError(
        `The connection to ${connection.place} was lost, and it does not answer any more`,
        { cause },
      );
    }
  }
}

/** Makes what a handler returns of the server's data, which leaves out what the server keeps. */
async function resultOf(
  outputs: readonly ServerPart[],
  data: readonly unknown[],
  exchange: Exchange,
  { ctx, desk }: ServerRun,
): Promise<unknown> {
  let at = 0;
  const values = await Promise.all(
    outputs.map((slot) => {
      if (isKept(slot)) return ctx.skip;
      const payload = data[at++];
      return updateFrom(payload, slot, exchange, ctx) ?? taken(slot, payload, exchange);
    }),
  );
  return desk.outputs === 1 ? values[0] : values;
}
