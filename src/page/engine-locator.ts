/** @file Locates engines for parts of the page that know no bridge. */

import type { EnginePlaces } from '../shared/engines.ts';

/** What parts of the page that know no bridge need of it: the entry tells its way of knowing here. */
export const engineDoor: {
  /** Where engines are. */
  places: (() => Promise<EnginePlaces>) | null;
  /**
   * A worker from the page's `workerURL`, for pages whose policy forbids workers from blobs: it has run `script`, the URL
   * of a script that listens to messages. The caller ends it. `null` where no such URL is configured.
   *
   * @throws {WorkerError} when it does not start.
   */
  worker: ((script: string) => Promise<Worker | null>) | null;
} = { places: null, worker: null };
