/** @file The sources that an Audio may offer its user. */

import { sourcesOf } from '../media-frame/sources.ts';

/** Where a sound may come from. */
export type SoundSource = 'upload' | 'microphone';

export const {
  all: SOUND_SOURCES,
  converter: soundSourcesConverter,
  check: checkSoundSources,
} = sourcesOf<SoundSource>('Audio', 'upload', 'microphone');
