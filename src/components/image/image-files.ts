/** @file Checks the picture files that users give. */

import { MediaError } from '../../shared/errors.ts';
import { decode } from '../media-frame/encode.ts';
import { say } from '../../words/media.ts';

/** Makes sure that the browser can show a file, and gives it back. @throws {MediaError} with a sentence for the user. */
export async function checkImage(file: File): Promise<File> {
  const name = file.name ? say('quoted', { name: file.name }) : say('thisFile');
  if (file.type && !file.type.startsWith('image/'))
    throw new MediaError(say('notImage', { name }), { type: file.type });
  try {
    await decode(file);
    return file;
  } catch (cause) {
    throw new MediaError(say('badImage', { name }), {
      type: file.type,
      cause,
    });
  }
}
