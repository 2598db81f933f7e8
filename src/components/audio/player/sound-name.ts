/** @file Names the file that a sound is saved as, and saves it. */

import { sniffFile } from '../../../media/format/sniff.ts';

/** Returns the name to save a sound under: a file's own, or `name` with the ending of what the bytes are. */
export async function nameOf(file: Blob, name: string): Promise<string> {
  if (file instanceof File && file.name.includes('.')) return file.name;
  const type = await sniffFile(file);
  const ending = type ?? file.type.replace(/^audio\/(x-)?|;.*$/g, '');
  return ending ? `${name}.${ending}` : name;
}
