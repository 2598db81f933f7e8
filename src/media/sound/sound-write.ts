/** @file Writes samples as a file, by the browser or by ffmpeg. */

import { MediaError } from '../../shared/errors.ts';
import { lazy } from '../../page/lazy.ts';
import type { Samples } from '../../shared/values/samples.ts';
import { fit } from './resample.ts';
import { type SoundType, mimeOf } from '../format/sniff.ts';
import { work } from '../video-worker/service.ts';
import type { EncodedSound } from '../video-worker/tasks.ts';
import { encodeWav } from '../../shared/values/wav-file.ts';

// How ffmpeg writes each kind; it has what browsers have no encoder for.
const ARGS: Record<Exclude<SoundType, 'wav'>, string> = {
  mp3: '-c:a libmp3lame -q:a 2',
  m4a: '-c:a aac -b:a 192k -movflags +faststart',
  aac: '-c:a aac -b:a 192k',
  ogg: '-c:a libopus -b:a 128k',
  webm: '-c:a libopus -b:a 128k',
  flac: '-c:a flac',
};

// What the browser's own encoders may be able to write.
const BROWSERS = ['m4a', 'ogg', 'webm'];
// The rate of Opus. At others, encoders lose a few milliseconds of the end.
const OPUS_RATE = 48000;

/**
 * Writes samples as a file: by the browser where it has an encoder, by ffmpeg otherwise, which is some
 * 32 MB to download for the first time.
 *
 * @throws {MediaError} when neither can. @throws {AssetError} when ffmpeg cannot be had.
 */
export async function writeSound(samples: Samples, kind: Exclude<SoundType, 'wav'>): Promise<Blob> {
  const type = mimeOf(kind);
  const opus = kind === 'ogg' || kind === 'webm';
  const wav = encodeWav(opus ? await fit(samples, { sampleRate: OPUS_RATE, mono: false }) : samples);
  if (BROWSERS.includes(kind)) {
    try {
      return new Blob([await work('sound', [wav, kind as EncodedSound])], { type });
    } catch {
      // It has none, or not for such a sound: ffmpeg has.
    }
  }
  const { ffmpegTo } = await lazy(() => import('../ffmpeg/ffmpeg.ts'));
  try {
    const made = await ffmpegTo(wav, ARGS[kind].split(' '), `out.${kind}`, new AbortController().signal);
    return new Blob([made], { type });
  } catch (cause) {
    if ((cause as Error).name === 'AssetError') throw cause;
    throw new MediaError(`The sound cannot be written as ${type}: ${(cause as Error).message}`, {
      type,
      cause,
    });
  }
}
