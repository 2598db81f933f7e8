/** @file Loads what a Video shows files and streams with. */

import { lazy } from '../../page/lazy.ts';

/** What a file or a stream is shown with. */
export const loadPlayer = () => lazy(() => import('./player/video-player.ts'));

/** What makes one video of a run's chunks. */
export const loadStream = () => lazy(() => import('./video-stream.lazy.ts'));

/** Fetches what a stream will need beside its component; what fails is tried again with the first chunk. */
export function loadAhead(): void {
  for (const load of [loadPlayer, loadStream]) load().catch(() => undefined);
}

/** A run has begun: what takes its chunks apart is started while it makes the first. */
export const expectChunks = (): Promise<void> =>
  loadStream().then(
    ({ warmUp }) => warmUp(),
    () => undefined,
  );
