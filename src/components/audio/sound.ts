/** @file The values that an Audio may hold. */

import { type AnySamples, isSamples } from '../../shared/values/samples.ts';

/** All that an Audio may hold: samples, a file, the bytes of a whole file, or a file's URL. */
export type SoundValue = AnySamples | Blob | ArrayBuffer | ArrayBufferView | string | null;

/** Kinds of files that a sound can be written as; `mp4` and `m4a` are the same. */
export const FORMATS = ['wav', 'mp3', 'm4a', 'mp4', 'ogg', 'webm', 'flac', 'aac'] as const;

export type SoundFormat = (typeof FORMATS)[number];

/** Returns true for every kind of value that an Audio takes. */
export function isSound(value: unknown): value is SoundValue {
  if (value === null || typeof value === 'string' || value instanceof Blob || value instanceof ArrayBuffer)
    return true;
  return ArrayBuffer.isView(value) || isSamples(value);
}
