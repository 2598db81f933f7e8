import { configured } from '../bridge/configure.ts';
import { engineDoor } from '../shared/engine-door.ts';
import { part } from '../shared/part.ts';

// Components know no bridge. What they need of it is loaded when they first ask.
engineDoor.places = async () => (await part(() => import('../bridge/places-part.ts'))).enginePlaces();
engineDoor.worker = async (script) =>
  configured().workerURL
    ? (await part(() => import('../bridge/script-worker.ts'))).scriptWorker(script)
    : null;
