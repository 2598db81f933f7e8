/** @file Starts the library's own worker and has it run a script that is no handler's. */

import { wrap } from 'comlink';
import { WorkerError } from '../shared/errors.ts';
import type { HandlerApi } from '../shared/protocol.ts';
import { fromWire } from '../shared/wire-error.ts';
import { ownWorkerAdvice, startOwnWorker } from './own-worker.ts';

/** Milliseconds that the worker may take: a file that is no worker of ours never answers. */
const START_MS = 30_000;

/**
 * Starts the library's own worker and has it run a script that is no handler's. The caller ends it.
 *
 * @param script - its URL, of any origin that lets this page have it: the worker imports it.
 * @throws {WorkerError} when either does not start.
 */
export async function scriptWorker(script: string): Promise<Worker> {
  const worker = startOwnWorker();
  let late: ReturnType<typeof setTimeout> | undefined;
  const failed = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new WorkerError(`It did not answer: ${ownWorkerAdvice()}`)), START_MS);
    worker.addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        reject(new WorkerError(event.message || ownWorkerAdvice()));
      },
      { once: true },
    );
  });
  try {
    const source = { kind: 'module', name: 'script', url: script, export: 'default' } as const;
    const { error } = await Promise.race([wrap<HandlerApi>(worker).load(source), failed]);
    // It exports nothing, which a handler may not: that is all that the worker may complain of.
    if (error && error.name !== 'HandlerError') throw fromWire(error);
    return worker;
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    clearTimeout(late);
  }
}
