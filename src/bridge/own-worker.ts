/** @file Starts the library's own worker, and says what to do when it does not start. */

import HandlerWorker from '../../workers/handler.ts?worker&inline';
import { configured } from './configure.ts';

/**
 * Starts the library's own worker: from a blob, so that the library may come from any origin; from the
 * configured same-origin file where a policy forbids that.
 */
export function startOwnWorker(): Worker {
  const { workerURL } = configured();
  return workerURL ? new Worker(new URL(workerURL, document.baseURI)) : new HandlerWorker();
}

/** Says what to do when a worker could not start: a policy gives no reason, only an error without words. */
export function ownWorkerAdvice(): string {
  const { workerURL } = configured();
  return workerURL
    ? `the file ${new URL(workerURL, document.baseURI).href} (workerURL) could not be started as a worker`
    : "the page's Content-Security-Policy may forbid workers from blobs: add worker-src blob: to it, or name a " +
        'same-origin copy of handler-worker.js with rv.configure({ workerURL })';
}
