/** @file Turns a sound into what a handler or a file wants, in one bundle. */

import { decode } from '../../media/sound/decode.ts';
import { withinFull } from '../../media/sound/loudness.ts';
import { type SoundWish, fit } from '../../media/sound/resample.ts';
import { type SoundType, mimeOf, sniffFile, soundTypeOf } from '../../media/format/sniff.ts';
import { encodeWav } from '../../shared/values/wav-file.ts';
import { fetchFile } from '../../page/fetch-file.ts';
import { MediaError } from '../../shared/errors.ts';
import { lazy } from '../../page/lazy.ts';
import { type Samples, isSamples, toSamples } from '../../shared/values/samples.ts';
import { samplesOf } from './recorder/recorded-file.ts';
import { FORMATS, type SoundFormat, type SoundValue } from './sound.ts';

/** A value that is a file, or names one. */
export type FileValue = Blob | ArrayBuffer | ArrayBufferView | string;

/** Returns what a handler is given. @throws {MediaError} for what the browser cannot decode, or not write in this format. */
export async function toHandler(
  value: SoundValue,
  type: 'samples' | 'blob',
  wish: SoundWish & { format: SoundFormat },
): Promise<Samples | Blob | null> {
  if (value === null) return null;
  const own = value instanceof Blob ? samplesOf(value) : undefined;
  const made = own ?? (isSamples(value) ? toSamples(value) : null);
  if (type === 'samples') return fit(made ?? (await decode(value)), wish);
  if (!made) return fileOf(value as FileValue);
  const fitted = await fit(made, wish);
  const same = fitted.sampleRate === made.sampleRate && fitted.channels.length === made.channels.length;
  const kind = kindOf(wish.format);
  return same && kind === 'wav' && value instanceof Blob ? value : written(withinFull(fitted), kind);
}

/**
 * Returns the file of a value.
 *
 * @param type - MIME type; default: the original's, and `format` for what is no file yet.
 * @throws {MediaError} for a type that is not known, or that cannot be written
 */
export async function toFile(
  value: SoundValue,
  type: string | undefined,
  format: SoundFormat,
): Promise<Blob | null> {
  if (value === null) return null;
  if (isSamples(value)) return written(withinFull(toSamples(value)), kindOf(type || format));
  const file = await fileOf(value as FileValue);
  const own = samplesOf(file);
  const wished = type || (own && format);
  if (!wished) return file;
  const kind = kindOf(wished);
  if (await isOf(file, kind))
    return soundTypeOf(file.type) === kind ? file : file.slice(0, file.size, mimeOf(kind));
  return written(own ?? (await decode(file)), kind);
}

/** Returns the file of bytes or of a URL. @throws {MediaError} for a URL that cannot be fetched */
export async function fileOf(value: FileValue): Promise<Blob> {
  if (value instanceof Blob) return value;
  if (typeof value !== 'string') return typed(new Blob([value as BlobPart]));
  const words = `The sound at ${value} cannot be read by this page`;
  return fetchFile(value, (why, cause) => new MediaError(`${words}: ${why}`, { cause }));
}

/** A file that has no type has the one that its bytes tell. */
async function typed(file: Blob): Promise<Blob> {
  if (file.type) return file;
  const kind = await sniffFile(file);
  return kind ? file.slice(0, file.size, mimeOf(kind)) : file;
}

/** True when a file is of this kind by its bytes; by its type, where they tell nothing. A film is none. */
async function isOf(file: Blob, kind: SoundType): Promise<boolean> {
  return !file.type.startsWith('video/') && ((await sniffFile(file)) ?? soundTypeOf(file.type)) === kind;
}

/** @throws {MediaError} naming what there is */
function kindOf(type: string): SoundType {
  const kind = soundTypeOf(type);
  if (kind) return kind;
  const known = new Set(FORMATS.map((each) => mimeOf(soundTypeOf(each)!)));
  throw new MediaError(`Sound can be written as ${[...known].join(', ')}; not as ${type}`, { type });
}

/** Writes a file. What writes anything else than a WAV is large, and few pages ask for it. */
async function written(samples: Samples, kind: SoundType): Promise<Blob> {
  if (kind === 'wav') return encodeWav(samples);
  const { writeSound } = await lazy(() => import('../../media/sound/sound-write.ts'));
  return writeSound(samples, kind);
}
