/** @file Reads the header of an MP3, and takes its padding away. */

import type { Samples } from '../../shared/values/samples.ts';
import { ascii } from './sniff.ts';

/** What the first frame of an MP3 says. */
export interface Mp3Info {
  /** Hz. */
  sampleRate: number;
  /** Samples of silence that the encoder put before and after the sound; `null` where it did not say so. */
  padding: { before: number; after: number; frames: number } | null;
  /** Samples per channel in each frame. */
  frame: number;
}

const RATES = [44100, 48000, 32000];
/** What every decoder adds before the first sample. */
const DECODER_DELAY = 529;

/** Reads the header of the first frame, and the Xing or Info tag with the encoder's delay that LAME and others leave. */
export function mp3Info(bytes: Uint8Array): Mp3Info | null {
  const at = firstFrame(bytes);
  if (at + 4 > bytes.length) return null;
  const version = (bytes[at + 1]! >> 3) & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
  const rate = RATES[(bytes[at + 2]! >> 2) & 3];
  if (version === 1 || rate === undefined) return null;
  const sampleRate = version === 3 ? rate : version === 2 ? rate / 2 : rate / 4;
  const mono = bytes[at + 3]! >> 6 === 3;
  const tag = at + 4 + (version === 3 ? (mono ? 17 : 32) : mono ? 9 : 17);
  return { sampleRate, frame: version === 3 ? 1152 : 576, padding: paddingAt(bytes, tag) };
}

function firstFrame(bytes: Uint8Array): number {
  let at = 0;
  if (ascii(bytes, 0, 3) === 'ID3' && bytes.length > 10) {
    // Four times seven bits.
    at = 10 + (bytes[6]! << 21) + (bytes[7]! << 14) + (bytes[8]! << 7) + bytes[9]!;
  }
  while (at < bytes.length && !(bytes[at] === 0xff && (bytes[at + 1]! & 0xe0) === 0xe0)) at++;
  return at;
}

function paddingAt(bytes: Uint8Array, tag: number): Mp3Info['padding'] {
  if (!/^(Xing|Info)$/.test(ascii(bytes, tag, 4)) || tag + 156 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint32(tag + 4);
  if ((flags & 1) === 0) return null;
  const frames = view.getUint32(tag + 8);
  const encoder =
    tag + 8 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0);
  // Encoders that know their delay write it as LAME does, after a name of nine letters.
  if (!/^(LAME|Lav[cf])/.test(ascii(bytes, encoder, 4)) || encoder + 24 > bytes.length) return null;
  const packed = (bytes[encoder + 21]! << 16) | (bytes[encoder + 22]! << 8) | bytes[encoder + 23]!;
  return { before: packed >> 12, after: packed & 0xfff, frames };
}

/** Takes away the silence that an MP3's encoder and decoder have added, where the browser has left it in. */
export function withoutPadding(samples: Samples, { padding, frame }: Mp3Info): Samples {
  if (!padding) return samples;
  const decoded = samples.channels[0]?.length ?? 0;
  const length = padding.frames * frame - padding.before - padding.after;
  const excess = decoded - length;
  if (length <= 0 || excess <= 0) return samples;
  // Some decoders play the tag itself as a frame of silence; some have left out what they themselves add at the start.
  const tag = decoded > padding.frames * frame ? frame : 0;
  const gone = padding.frames * frame + tag - decoded;
  const start = Math.max(0, Math.min(excess, tag + padding.before + DECODER_DELAY - gone));
  return { ...samples, channels: samples.channels.map((channel) => channel.slice(start, start + length)) };
}
