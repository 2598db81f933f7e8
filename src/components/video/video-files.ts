import { measure } from '../../media/video-measure.ts';
import { convert } from '../../media/video-convert.ts';
import { isForeignVideo, kindOf, videoMime } from '../../media/video-kind.ts';
import { MediaError } from '../../shared/errors.ts';

/** The first video among what was dropped, pasted or picked; else the first file, for the message. */
export function pickVideo(files: Iterable<File> | null | undefined): File | null {
  const all = [...(files ?? [])];
  return all.find((file) => file.type.startsWith('video/')) ?? all[0] ?? null;
}

/**
 * Makes sure that a file can be shown: as it is, or written anew.
 *
 * @returns the file, also where it has to be written anew: the player does so.
 * @throws {MediaError} with a sentence for the user
 */
export async function checkVideo(file: File, signal: AbortSignal): Promise<File> {
  const name = file.name ? `“${file.name}”` : 'This file';
  const { type } = file;
  if (file.size === 0) throw new MediaError(`${name} is empty.`, { type });
  const kind = await kindOf(file);
  if (!kind && !type.startsWith('video/') && !(await isForeignVideo(file)))
    throw new MediaError(`${name} is not a video${type && `: it is ${type}`}.`, { type });
  const found = kind ? videoMime(kind) : type;
  let size: { width: number };
  try {
    size = await measure(file);
  } catch (cause) {
    return rewritten(file, name, { found, cause, signal });
  }
  if (size.width === 0) throw new MediaError(`${name} has no pictures: it is a sound.`, { type: found });
  return file;
}

/** What the browser's player refuses is written anew where that can be done. */
async function rewritten(
  file: File,
  name: string,
  { found, cause, signal }: { found: string; cause: unknown; signal: AbortSignal },
): Promise<File> {
  try {
    const made = await convert(file, {}, signal);
    const ending = made.type.replace('video/', '');
    return new File([made], file.name.replace(/(\.[^.]*)?$/, `.${ending}`), { type: made.type });
  } catch (error) {
    signal.throwIfAborted();
    const why = `it is damaged, or of a kind that this browser does not know (${(error as Error).message})`;
    throw new MediaError(`${name}, ${found}, cannot be played: ${why}.`, { type: found, cause });
  }
}
