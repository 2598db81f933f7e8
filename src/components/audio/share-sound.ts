/** @file Offers a sound to the system's other programs. */

import { nameOf } from './sound-name.ts';

/** Offers a sound to the system's other programs. */
export async function shareSound(blob: Blob | null): Promise<void> {
  const file = blob && new File([blob], await nameOf(blob, 'audio'), { type: blob.type });
  if (!file || !navigator.canShare({ files: [file] })) return;
  // The user may change their mind: that is no error.
  await navigator.share({ files: [file] }).catch(() => undefined);
}
