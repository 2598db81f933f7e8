// What turns a sound into what a handler or a file wants, in one chunk.
import { decode } from '../../media/decode.ts';
import { withinFull } from '../../media/loudness.ts';
import { type SoundWish, fit } from '../../media/resample.ts';
import { mimeOf, sniffFile } from '../../media/sniff.ts';
import { encodeWav } from '../../media/wav.ts';
import { MediaError } from '../../shared/errors.ts';
import { type Samples, isSamples, toSamples } from '../../shared/samples.ts';
import type { SoundValue } from './sound.ts';

/** A value that is a file, or names one. */
export type FileValue = Blob | ArrayBuffer | ArrayBufferView | string;

/** The samples of files that we have written ourselves, not yet rounded to 16 bits. */
const recorded = new WeakMap<Blob, Samples>();

/** A WAV of a recording; its samples are remembered as long as it is. */
export function recordedFile(samples: Samples): File {
  const file = new File([encodeWav(samples)], 'audio.wav', { type: 'audio/wav' });
  recorded.set(file, samples);
  return file;
}

/** What a handler is given. @throws {MediaError} for what the browser cannot decode. */
export async function give(
  value: SoundValue,
  type: 'samples' | 'blob',
  wish: SoundWish,
): Promise<Samples | Blob | null> {
  if (value === null) return null;
  const own = value instanceof Blob ? recorded.get(value) : undefined;
  const made = own ?? (isSamples(value) ? toSamples(value) : null);
  if (type === 'samples') return fit(made ?? (await decode(value)), wish);
  if (!made) return fileOf(value as FileValue);
  const fitted = await fit(made, wish);
  return fitted.sampleRate === made.sampleRate &&
    fitted.channels.length === made.channels.length &&
    value instanceof Blob
    ? value
    : encodeWav(withinFull(fitted));
}

/** The file of a value: the original, or a WAV. @throws {MediaError} */
export async function toFile(value: SoundValue, type?: string): Promise<Blob | null> {
  if (value === null) return null;
  if (isSamples(value)) return checkType(encodeWav(withinFull(toSamples(value))), type);
  const file = await fileOf(value as FileValue);
  if (!type || isType(await typed(file), type)) return file;
  return checkType(encodeWav(recorded.get(file) ?? (await decode(file))), type);
}

/** The file of bytes or of a URL. @throws {MediaError} for a URL that cannot be fetched */
export async function fileOf(value: FileValue): Promise<Blob> {
  if (value instanceof Blob) return value;
  if (typeof value !== 'string') return typed(new Blob([value as BlobPart]));
  try {
    const response = await fetch(value);
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return await response.blob();
  } catch (cause) {
    throw new MediaError(`The sound at ${value} cannot be read by this page: ${(cause as Error).message}`, {
      cause,
    });
  }
}

/** A file that has no type has the one that its bytes tell. */
async function typed(file: Blob): Promise<Blob> {
  if (file.type) return file;
  const kind = await sniffFile(file);
  return kind ? file.slice(0, file.size, mimeOf(kind)) : file;
}

const isType = (file: Blob, type: string): boolean =>
  file.type.replace('x-wav', 'wav') === type.replace('x-wav', 'wav');

function checkType(file: Blob, type?: string): Blob {
  if (!type || isType(file, type)) return file;
  throw new MediaError(`Sound can be written as audio/wav, not as ${type}`, { type });
}
