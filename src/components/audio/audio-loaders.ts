/** @file What an Audio loads when it needs it. */

import { lazy } from '../../page/lazy.ts';

/** Loads what makes one sound of a run's chunks. */
export const loadStream = () => lazy(() => import('../../media/sound/audio-stream.ts'));
