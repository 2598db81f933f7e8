// What turns a video into what a handler or a file wants, in one chunk.
import { fetchVideo } from '../../media/video-fetch.ts';
import { kindOf, videoMime } from '../../media/video-kind.ts';
import { convert } from '../../media/video-convert.ts';
import { MediaError } from '../../shared/errors.ts';
import type { VideoHost } from './video-host.ts';
import type { VideoValue } from './video-value.ts';

/** What a video can be written as. */
const WRITTEN = ['video/mp4', 'video/webm'];

/** Files without their sound: made once for each. */
const silent = new WeakMap<Blob, Promise<Blob>>();

/** Remembers that a file has no sound. */
export function markSilent(file: Blob): void {
  silent.set(file, Promise.resolve(file));
}

/** What a handler is given. @throws {MediaError} for what cannot be written as it is wished */
export async function give(
  value: VideoValue,
  { format, includeAudio }: Pick<VideoHost, 'format' | 'includeAudio'>,
): Promise<Blob | null> {
  const file = await toFile(value, format && `video/${format}`);
  if (!file || includeAudio) return file;
  const quiet = silent.get(file) ?? convert(file, { sound: false });
  silent.set(file, quiet);
  quiet.catch(() => silent.delete(file)); // tried again the next time
  return named(await quiet, file);
}

/** The file of a value, in a type if one is wished. @throws {MediaError} */
export async function toFile(value: VideoValue, type?: string | null): Promise<Blob | null> {
  if (value === null) return null;
  const plain = typeof value === 'string' || value instanceof Blob;
  const wished = type?.replace(/\s*;.*/s, '').toLowerCase();
  const file = await fetchVideo(plain ? value : new Blob([value as BlobPart]));
  if (!wished || (await typeOf(file)) === wished) return file;
  if (!WRITTEN.includes(wished))
    throw new MediaError(`A video cannot be written as ${wished}, only as ${WRITTEN.join(' or ')}.`, {
      type: wished,
    });
  return named(await convert(file, { type: wished }), file);
}

/** What a file is by its bytes; what it says it is, where they tell nothing. */
async function typeOf(file: Blob): Promise<string> {
  const kind = await kindOf(file);
  return kind ? videoMime(kind) : file.type;
}

/** A file made from another one is called like it. */
function named(file: Blob, like: Blob): Blob {
  if (!(like instanceof File) || file === like) return file;
  const ending = file.type.replace('video/', '');
  return new File([file], like.name.replace(/(\.[^.]*)?$/, `.${ending}`), { type: file.type });
}
