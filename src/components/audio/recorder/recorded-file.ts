/** @file Makes a file of a recording, and remembers its samples. */

import { encodeWav } from '../../../shared/values/wav-file.ts';
import type { Samples } from '../../../shared/values/samples.ts';

/** The samples of files that we have written ourselves, not yet rounded to 16 bits. */
const recorded = new WeakMap<Blob, Samples>();

/** Returns a WAV of a recording; its samples are remembered as long as it is. */
export function recordedFile(samples: Samples): File {
  const file = new File([encodeWav(samples)], 'audio.wav', { type: 'audio/wav' });
  recorded.set(file, samples);
  return file;
}

/** Returns the samples that a recording was written of; of other files, nothing. */
export const samplesOf = (file: Blob): Samples | undefined => recorded.get(file);
