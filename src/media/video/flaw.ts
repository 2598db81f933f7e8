/** @file Finds what is wrong with a video for the browser's own player. */

import { measure } from './measure.ts';
import { work } from '../video-worker/service.ts';

/** What is wrong with a video for the browser's own player. */
export type Flaw = 'refused' | 'mute' | 'no pictures';

/**
 * Returns why the browser's own player would not play all of a video; `null` when it does. Browsers pass over what they do not
 * know in a file, without a word.
 *
 * @throws the signal's reason when it aborts.
 */
export async function flawOf(video: Blob | string, signal: AbortSignal): Promise<Flaw | null> {
  const seen = await measure(video).catch(() => null);
  if (seen && seen.width > 0 && seen.sound !== false) return null;
  const held = await work('inspect', [video], signal).catch(() => null);
  signal.throwIfAborted();
  if (!seen) return 'refused';
  if (seen.width === 0) return held && !held.pictures ? 'no pictures' : 'refused';
  return held?.sound ? 'mute' : null;
}
