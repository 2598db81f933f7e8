/** @file Lets components find engines through the bridge, which they do not know. */

import { configured } from '../bridge/configure.ts';
import { engineDoor } from '../page/engine-locator.ts';
import { part } from '../page/lazy.ts';

// Components know no bridge. What they need of it is loaded when they first ask.
engineDoor.places = async () => (await part(() => import('../bridge/engine-places.lazy.ts'))).enginePlaces();
engineDoor.worker = async (script) =>
  configured().workerURL
    ? (await part(() => import('../bridge/script-worker.ts'))).scriptWorker(script)
    : null;
