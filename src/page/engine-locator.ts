/** @file Locates engines for parts of the page that know no bridge. */

import type { EnginePlaces } from '../shared/engines.ts';

/** What parts of the page that know no bridge ask of it. */
export interface EngineLocator {
  /** Finds the files of engines. */
  places(): Promise<EnginePlaces>;
  /**
   * Starts a worker from the page's `workerURL`, for pages whose policy forbids workers from blobs: it has run `script`,
   * the URL of a script that listens to messages. The caller ends it. `null` where no such URL is configured.
   *
   * @throws {WorkerError} when it does not start.
   */
  worker(script: string): Promise<Worker | null>;
}

let locator: EngineLocator | null = null;

/** Returns who knows where engines are; `null` where the library has no bridge. */
export const engineLocator = (): EngineLocator | null => locator;

/** Says who knows where engines are: the entry does, once. */
export function locateEngines(by: EngineLocator): void {
  locator = by;
}
