/** @file Turns a video into what a handler or a file wants, in one bundle. */

import { fetchVideo } from '../../media/video/fetch.ts';
import { ENDINGS, type VideoKind, plainType, typeOf } from '../../media/format/video-kind.ts';
import { convert } from '../../media/video-worker/convert.ts';
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

/** Returns what a handler is given. @throws {MediaError} for what cannot be written as it is wished */
export async function toHandler(
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

/** Returns the file of a value, in a type if one is wished. @throws {MediaError} */
export async function toFile(value: VideoValue, type?: string | null): Promise<Blob | null> {
  if (value === null) return null;
  const plain = typeof value === 'string' || value instanceof Blob;
  const wished = type && plainType(type);
  const file = await fetchVideo(plain ? value : new Blob([value as BlobPart]));
  if (!wished) return file;
  if ((await typeOf(file)) === wished) return titled(file, wished);
  if (!WRITTEN.includes(wished))
    throw new MediaError(`A video cannot be written as ${wished}, only as ${WRITTEN.join(' or ')}.`, {
      type: wished,
    });
  return named(await convert(file, { type: wished }), file);
}

/** A file that has this type by its bytes, and may have been called something else. */
function titled(file: Blob, type: string): Blob {
  const ending = file instanceof File ? /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() : undefined;
  const known = WRITTEN.includes(type) && ENDINGS[type.replace('video/', '') as VideoKind];
  const fits = !ending || !known || known.includes(ending);
  if (plainType(file.type) === type && fits) return file;
  const own = file.slice(0, file.size, type);
  return fits && file instanceof File ? new File([own], file.name, { type }) : named(own, file);
}

const endingOf = (type: string) => `.${type.replace('video/', '')}`;

/** A file made from another one is called like it. */
function named(file: Blob, like: Blob): Blob {
  if (!(like instanceof File) || file === like) return file;
  return new File([file], like.name.replace(/(\.[^.]*)?$/, endingOf(file.type)), { type: file.type });
}
