/** @file Picks a video among files, and makes sure that it can be shown. */

import { measure } from '../../media/video/measure.ts';
import { convert } from '../../media/video-worker/convert.ts';
import { isForeignVideo, kindOf, videoMime } from '../../media/format/video-kind.ts';
import { flawOf } from '../../media/video/flaw.ts';
import { MediaError } from '../../shared/errors.ts';
import { say } from '../../words/media.ts';

/**
 * Makes sure that a file can be seen and heard: as it is, or written anew.
 *
 * @param onProgress - is called with how far that is, 0 … 1.
 * @throws {MediaError} with a sentence for the user
 */
export async function checkVideo(
  file: File,
  signal: AbortSignal,
  onProgress?: (part: number) => void,
): Promise<File> {
  const name = file.name ? say('quoted', { name: file.name }) : say('thisFile');
  const { type } = file;
  if (file.size === 0) throw new MediaError(say('emptyFile', { name }), { type });
  const kind = await kindOf(file);
  if (!kind && !type.startsWith('video/') && !(await isForeignVideo(file)))
    throw new MediaError(type ? say('notVideoBut', { name, type }) : say('notVideo', { name }), { type });
  const found = kind ? videoMime(kind) : type;
  const flaw = await flawOf(file, signal);
  if (flaw === null) return file;
  if (flaw !== 'no pictures') {
    try {
      const made = await convert(file, { played: true }, signal, onProgress);
      if ((await measure(made)).width > 0) return renamed(made, file);
    } catch (cause) {
      signal.throwIfAborted();
      throw new MediaError(say('badVideo', { name, type: found, why: (cause as Error).message }), {
        type: found,
        cause,
      });
    }
  }
  throw new MediaError(say('onlySound', { name }), { type: found });
}

function renamed(made: Blob, { name }: File): File {
  const ending = made.type.replace('video/', '');
  return new File([made], name.replace(/(\.[^.]*)?$/, `.${ending}`), { type: made.type });
}
