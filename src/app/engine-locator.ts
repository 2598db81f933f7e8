/** @file Lets components find engines through the bridge, which they do not know. */

import { configured } from '../bridge/configure.ts';
import { locateEngines } from '../page/engine-locator.ts';
import { lazy } from '../page/lazy.ts';

// The bridge's part of it is loaded when a component first asks.
locateEngines({
  places: async () => (await lazy(() => import('../bridge/engine-places.lazy.ts'))).enginePlaces(),
  worker: async (script) =>
    configured().workerURL
      ? (await lazy(() => import('../bridge/script-worker.ts'))).scriptWorker(script)
      : null,
});
