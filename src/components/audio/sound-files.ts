/** @file Picks a sound among files, and makes sure that it can be played. */

import { isForeignSound, mimeOf, sniff } from '../../media/format/sniff.ts';
import { MediaError } from '../../shared/errors.ts';
import { say } from '../../words/media.ts';

const HEAD = 16;
/** Films have sound too. */
export const HEARD = /^(audio|video)\//;

/** Makes sure that the browser can play a file, without decoding all of it, and gives it back. @throws {MediaError} naming the type. */
export async function checkSound(file: File): Promise<File> {
  const name = file.name ? say('quoted', { name: file.name }) : say('thisFile');
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const kind = sniff(head);
  if (isForeignSound(head)) return file; // the player has it written anew
  const type = kind ? mimeOf(kind) : file.type;
  if (!kind && !HEARD.test(file.type))
    throw new MediaError(
      file.type ? say('notSoundBut', { name, type: file.type }) : say('notSound', { name }),
      { type },
    );
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
    throw new MediaError(say('badSound', { name, type }), {
      type,
      cause: new Error((cause as MediaError | null)?.message ?? ''),
    });
  } finally {
    audio.removeAttribute('src');
    URL.revokeObjectURL(url);
  }
}
