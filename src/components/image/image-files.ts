/** @file Checks the picture files that users give. */

import { MediaError } from '../../shared/errors.ts';
import { decode } from '../media-frame/encode.ts';

/** Makes sure that the browser can show a file, and gives it back. @throws {MediaError} with a sentence for the user. */
export async function checkImage(file: File): Promise<File> {
  const name = file.name ? `“${file.name}”` : 'This file';
  if (file.type && !file.type.startsWith('image/'))
    throw new MediaError(`${name} is not an image.`, { type: file.type });
  try {
    await decode(file);
    return file;
  } catch (cause) {
    throw new MediaError(
      `${name} cannot be shown: it is damaged, or of a kind that this browser does not know.`,
      {
        type: file.type,
        cause,
      },
    );
  }
}
