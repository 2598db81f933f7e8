/** @file Decodes any piece of sound into samples. */

import { MediaError } from '../../shared/errors.ts';
import { lazy } from '../../page/lazy.ts';
import { type AnySamples, type Samples, isSamples, toSamples } from '../../shared/values/samples.ts';
import { mp3Info, withoutPadding } from '../format/mp3.ts';
import { type SoundType, isForeignSound, mimeOf, rateOf, sniff } from '../format/sniff.ts';
import { parseWav } from '../format/wav.ts';

/** A piece of sound as a handler may give it: samples, a whole file as `Blob` or bytes, or a file's URL. */
export type SoundChunk = AnySamples | Blob | ArrayBuffer | ArrayBufferView | string | URL;

const USUAL_RATE = 48000;

/** Returns true for a file or bytes of no length, as some generators end with. */
export function isEmpty(chunk: SoundChunk): boolean {
  return chunk instanceof Blob ? chunk.size === 0 : (chunk as Partial<ArrayBuffer>).byteLength === 0;
}

/**
 * Reads the samples of any chunk, at the chunk's own rate, in memory of their own. NaN becomes silence.
 * The silence that an MP3's encoder added is taken away where the file says how much it is; one without a Xing or
 * Info tag keeps it, and so does AAC without a container.
 *
 * @throws {MediaError} with the `type`, when the browser cannot decode it or the file cannot be fetched.
 * @throws {ValueError} when samples do not fit together.
 */
export async function decode(chunk: SoundChunk): Promise<Samples> {
  if (isSamples(chunk)) return ownSamples(chunk);
  if (typeof chunk === 'string' || chunk instanceof URL) return decode(await fetched(chunk));
  if (chunk instanceof Blob) return decodeBytes(await chunk.arrayBuffer(), chunk);
  // decodeAudioData takes its buffer away, and the caller may write on.
  const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(chunk) ? chunk : new Uint8Array(chunk);
  return decodeBytes(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
}

/** Copies samples as they are now, without NaN. @throws {ValueError} when they do not fit together. */
export function ownSamples(samples: AnySamples): Samples {
  const { sampleRate, channels } = toSamples(samples);
  return {
    sampleRate,
    channels: channels.map((channel, at) =>
      clean(channel === samples.channels[at] ? channel.slice() : channel),
    ),
  };
}

function clean(channel: Float32Array): Float32Array {
  for (let at = 0; at < channel.length; at++)
    if (!Number.isFinite(channel[at]!)) channel[at] = finite(channel[at]!);
  return channel;
}

const finite = (level: number): number => (Number.isNaN(level) ? 0 : Math.sign(level));

async function decodeBytes(buffer: ArrayBuffer, file?: Blob): Promise<Samples> {
  const bytes = new Uint8Array(buffer);
  const kind = sniff(bytes);
  const wav = kind === 'wav' ? parseWav(bytes) : null;
  if (wav) return { ...wav, channels: wav.channels.map(clean) };
  const mp3 = kind === 'mp3' ? mp3Info(bytes) : null;
  const foreign = isForeignSound(bytes);
  const rate = mp3?.sampleRate ?? (kind && rateOf(bytes, kind)) ?? USUAL_RATE;
  let decoded: AudioBuffer;
  try {
    decoded = await decoder(rate).decodeAudioData(buffer);
  } catch (cause) {
    if (!foreign || !file) throw undecodable(kind, file, cause);
    return decode(await rewritten(file));
  }
  const channels = Array.from({ length: decoded.numberOfChannels }, (_, at) => decoded.getChannelData(at));
  const samples = { sampleRate: decoded.sampleRate, channels };
  return mp3 ? withoutPadding(samples, mp3) : samples;
}

/** Has ffmpeg write as a WAV what browsers do not read. @throws {MediaError} */
async function rewritten(file: Blob): Promise<Blob> {
  try {
    const { ffmpegTo } = await lazy(() => import('../ffmpeg/ffmpeg.ts'));
    return await ffmpegTo(file, [], 'out.wav', new AbortController().signal);
  } catch (cause) {
    throw undecodable(null, file, cause);
  }
}

/** Decodes to this rate: the file's own, so that nothing is resampled. It needs no device and no permission. */
function decoder(rate: number): OfflineAudioContext {
  try {
    return new OfflineAudioContext(1, 1, rate);
  } catch {
    return new OfflineAudioContext(1, 1, USUAL_RATE);
  }
}

/** Makes the error for a file that the browser does not know or that is damaged. */
export function undecodable(kind: SoundType | null, file?: Blob, cause?: unknown): MediaError {
  const type = (kind && mimeOf(kind)) || file?.type || 'unknown type';
  const name = file instanceof File && file.name ? `“${file.name}” (${type})` : `sound of ${type}`;
  const why = kind
    ? 'it is damaged, or of a kind that the browser does not know'
    : 'it is no sound file that the browser knows';
  return new MediaError(`The browser cannot decode ${name}: ${why}.`, { type, cause });
}

async function fetched(url: string | URL): Promise<Blob> {
  let problem: unknown;
  try {
    const answer = await fetch(url);
    if (answer.ok) return await answer.blob();
    problem = `HTTP status ${answer.status}`;
  } catch (cause) {
    problem = cause;
  }
  const why = problem instanceof Error ? problem.message : problem;
  throw new MediaError(`The sound at ${url} could not be loaded: ${why}.`, { cause: problem });
}
