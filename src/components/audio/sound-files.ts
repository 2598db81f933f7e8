/** @file Picks a sound among files, and makes sure that it can be played. */

import { isForeignSound, mimeOf, sniff } from '../../media/format/sniff.ts';
import { MediaError } from '../../shared/errors.ts';

const HEAD = 16;
/** Films have sound too. */
export const HEARD = /^(audio|video)\//;

/** Makes sure that the browser can play a file, without decoding all of it, and gives it back. @throws {MediaError} naming the type. */
export async function checkSound(file: File): Promise<File> {
  const name = file.name ? `“${file.name}”` : 'This file';
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const kind = sniff(head);
  if (isForeignSound(head)) return file; // the player has it written anew
  const type = kind ? mimeOf(kind) : file.type;
  if (!kind && !HEARD.test(file.type))
    throw new MediaError(`${name} is not a sound${file.type ? `: it is ${file.type}` : ''}.`, { type });
  const url = URL.createObjectURL(file);
  const audio = new Audio();
  try {
    await new Promise((resolve, reject) => {
      audio.onloadedmetadata = resolve;
      audio.onerror = () => reject(audio.error);
      audio.preload = 'metadata';
      audio.src = url;
    });
    return file;
  } catch (cause) {
    throw new MediaError(
      `${name} (${type}) cannot be played: it is damaged, or of a kind that this browser does not know.`,
      {
        type,
        cause: new Error((cause as MediaError | null)?.message ?? ''),
      },
    );
  } finally {
    audio.removeAttribute('src');
    URL.revokeObjectURL(url);
  }
}
