/** @file Reads a sound for the player: a file for the browser, and its samples. */

import type { AudioStream } from '../../../media/sound/audio-stream.ts';
import { decode, undecodable } from '../../../media/sound/decode.ts';
import { withinFull } from '../../../media/sound/loudness.ts';
import { sniffFile } from '../../../media/format/sniff.ts';
import { encodeWav } from '../../../shared/values/wav-file.ts';
import { type Samples, isSamples, lengthOf } from '../../../shared/values/samples.ts';
import { SoundFile } from './playable.ts';

// Seconds of a stream, and bytes of a file, above which no picture of the sound is made: it would fill the memory.
const LONG = 900;
const LARGE = 12e6;
const LARGE_WAV = 160e6;

/** A sound that a player has loaded: what the browser plays, and its samples, where they are known. */
export interface LoadedSound {
  file: SoundFile;
  blob: Blob;
  samples: Samples | null;
}

export const secondsOf = (samples: Samples): number => lengthOf(samples) / samples.sampleRate;

/** Reads a sound: what the browser plays comes at once, the samples later. */
export function load(source: Blob | Samples): LoadedSound & { decoded: Promise<Samples | null> } {
  const samples = isSamples(source) ? withinFull(source) : null;
  const blob = samples ? encodeWav(samples) : (source as Blob);
  const file = new SoundFile(blob, samples && secondsOf(samples));
  return { file, blob, samples, decoded: samples ? Promise.resolve(samples) : decodeSmall(blob) };
}

/** Returns the whole of a stream that no longer grows as a file; `null` for one that does, or that is long. */
export function loadStream(stream: AudioStream): LoadedSound | null {
  const whole = stream.finished || stream.state === 'closed';
  if (!whole || stream.duration === 0 || stream.duration > LONG) return null;
  const samples = stream.samples()!;
  const blob = encodeWav(samples);
  return { file: new SoundFile(blob, secondsOf(samples)), blob, samples };
}

/**
 * Returns what to play in place of a file that the browser's player refused: its samples, if they can be had.
 *
 * @throws {MediaError} naming the type.
 */
export async function rescue(blob: Blob): Promise<LoadedSound> {
  if (blob.size > LARGE_WAV) throw undecodable(await sniffFile(blob), blob);
  const samples = await decode(blob);
  const wav = encodeWav(samples);
  return { file: new SoundFile(wav, secondsOf(samples)), blob, samples };
}

/** Returns a part of a sound, from and to these seconds, as a WAV. */
export function cut(
  { sampleRate, channels }: Samples,
  { start, end }: { start: number; end: number },
): Samples {
  const [from, to] = [start, end].map((time) => Math.round(time * sampleRate));
  return { sampleRate, channels: channels.map((channel) => channel.slice(from, to)) };
}

async function decodeSmall(blob: Blob): Promise<Samples | null> {
  const kind = await sniffFile(blob);
  if (blob.size > (kind === 'wav' ? LARGE_WAV : LARGE)) return null;
  return decode(blob).catch(() => null); // what cannot be decoded may still play
}
