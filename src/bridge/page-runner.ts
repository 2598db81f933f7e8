/** @file Runs a handler in the page, behind the same door as a worker. */

import { expose } from 'comlink';
import type { EnginePlaces } from '../shared/engines.ts';
import type { HandlerApi } from '../shared/protocol.ts';
import { toWire } from '../shared/wire-error.ts';
import { Engines, importFrom } from '../runner/engines.ts';
import { Runner } from '../runner/runner.ts';
import type { LoadedHandler } from '../runner/steps.ts';
import type { BridgeEnd } from './bridge.ts';

/**
 * Runs a handler in the page, behind the same door as a worker: for `thread: "main"`. Values are cloned as they
 * would be on their way to a worker; a handler that blocks, blocks the page.
 */
export function startPageRunner(load: () => Promise<LoadedHandler>): BridgeEnd {
  const { port1, port2 } = new MessageChannel();
  let loaded: LoadedHandler;
  let runner: Runner | undefined;
  expose(
    {
      connect: (port: MessagePort, places: EnginePlaces) => {
        const engines = new Engines(
          places,
          importFrom((url) => import(/* @vite-ignore */ url)),
        );
        runner = new Runner(port, () => loaded, engines);
      },
      load: async () => {
        try {
          loaded = await load();
          return {};
        } catch (error) {
          return { error: toWire(error) };
        }
      },
    } as HandlerApi,
    port2,
  );
  port1.start();
  const worker = Object.assign(port1, {
    terminate() {
      runner?.close();
      port1.close();
      port2.close();
    },
  });
  return { worker: worker as unknown as Worker, advice: 'the handler could not be loaded in the page' };
}

export { loadHandler } from '../runner/load.ts';
