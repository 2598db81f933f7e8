/** @file The values that a Video may hold. */

/** All that a Video may hold: a file, the bytes of one, or its URL. */
export type VideoValue = Blob | ArrayBuffer | ArrayBufferView | string | null;

/** Types of files that are no videos, or say nothing of themselves. */
const OTHER = /^(image|audio|text|font|model)\//;
/** Types of what can be a chunk of a stream. */
const CHUNK = /^($|video\/(mp4|webm|mp2t|quicktime|x-m4v|iso\.segment)|application\/(octet-stream|mp4))/;

/** Returns a file of another frame's page as one of this page; other values as they are. */
export function ownBlob(value: unknown): unknown {
  const foreign = value instanceof Blob ? '' : Object.prototype.toString.call(value);
  const { name, type } = Object(value) as File;
  if (foreign === '[object File]') return new File([value as Blob], name, { type });
  return foreign === '[object Blob]' ? new Blob([value as Blob], { type }) : value;
}

/** Returns true for every kind of value that a Video takes. */
export function isVideo(value: unknown): value is VideoValue {
  if (value instanceof Blob) return !OTHER.test(value.type);
  return (
    value === null || typeof value === 'string' || value instanceof ArrayBuffer || ArrayBuffer.isView(value)
  );
}

/** True for what can be a chunk of a stream, as far as it says what it is. */
export const isChunk = (value: unknown): boolean =>
  isVideo(value) && !(value instanceof Blob && !CHUNK.test(value.type));
