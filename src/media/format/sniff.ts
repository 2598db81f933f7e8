/** @file Tells the kinds of sound files by their first bytes. */

/** The containers of sound that we know by their first bytes. */
export type SoundType = 'wav' | 'mp3' | 'ogg' | 'flac' | 'm4a' | 'webm' | 'aac';

const MIME: Record<SoundType, string> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  m4a: 'audio/mp4',
  webm: 'audio/webm',
  aac: 'audio/aac',
};

/** Bytes that tell what a file is. */
const HEAD = 16;

/** Returns the MIME type of a container; file names end with the container's own name. */
export const mimeOf = (type: SoundType): string => MIME[type];

/** Other words for some of them, in MIME types and file names. */
const ALIASES: Record<string, SoundType> = { mpeg: 'mp3', mp4: 'm4a', wave: 'wav', 'vnd.wave': 'wav' };

/** Finds the container that a MIME type names, or its last word; `null` for none that we know. */
export function soundTypeOf(mime: string): SoundType | null {
  const word = mime.toLowerCase().replace(/^audio\/(x-)?|\s*;.*$/gs, '');
  return ALIASES[word] ?? (word in MIME ? (word as SoundType) : null);
}

/** Says what kind of sound file these bytes are, whatever they are called; `null` for none that we know. */
export function sniff(bytes: Uint8Array): SoundType | null {
  const at = (text: string, from = 0) => ascii(bytes, from, text.length) === text;
  if ((at('RIFF') || at('RF64')) && at('WAVE', 8)) return 'wav';
  if (at('OggS')) return 'ogg';
  if (at('fLaC')) return 'flac';
  if (at('ftyp', 4)) return 'm4a';
  if (bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3) return 'webm';
  if (at('ID3')) return 'mp3';
  // A frame of MPEG sound begins with eleven bits set; its layer tells MP3 from AAC.
  if (bytes[0] !== 0xff || ((bytes[1] ?? 0) & 0xe0) !== 0xe0) return null;
  return (bytes[1]! & 0x06) === 0 ? 'aac' : 'mp3';
}

/** Says the same of a file, of which only the beginning is read. */
export async function sniffFile(file: Blob): Promise<SoundType | null> {
  return sniff(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
}

/** Beginnings of sound files that browsers do not read: AIFF, CAF, AMR, Windows Media, WavPack, Monkey's Audio. */
const FOREIGN = /^(FORM....AIF[FC]|caff|#!AMR|\x30\x26\xb2\x75|wvpk|MAC )/s;

/** Returns true for a file that is a sound by its first bytes, and that few browsers can read. */
export const isForeignSound = (bytes: Uint8Array): boolean =>
  FOREIGN.test(ascii(bytes, 0, Math.min(HEAD, bytes.length)));

const AAC_RATES = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350];

/**
 * Reads the sample rate that a compressed file was made with, in Hz: `decodeAudioData` does not say. `null` where its
 * header is not understood.
 */
export function rateOf(bytes: Uint8Array, type: SoundType): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'flac':
      return bytes.length > 21 ? view.getUint32(18) >>> 12 : null;
    case 'aac':
      return AAC_RATES[(bytes[2]! >> 2) & 0x0f] ?? null;
    case 'ogg': {
      const vorbis = find(bytes, '\x01vorbis');
      if (vorbis >= 0) return view.getUint32(vorbis + 12, true);
      return find(bytes, 'OpusHead') >= 0 ? 48000 : null;
    }
    case 'webm': {
      if (find(bytes, 'A_OPUS') >= 0) return 48000;
      // SamplingFrequency: a float of four or eight bytes.
      const short = find(bytes, '\xb5\x84');
      if (short >= 0) return view.getFloat32(short + 2);
      const long = find(bytes, '\xb5\x88');
      return long >= 0 ? view.getFloat64(long + 2) : null;
    }
    case 'm4a': {
      const entry = find(bytes, 'mp4a', bytes.length);
      return entry >= 0 && entry + 30 < bytes.length ? view.getUint16(entry + 28) || null : null;
    }
    default:
      return null;
  }
}

/** Reads bytes as letters. */
export const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** Finds where a word begins in the first `within` bytes; -1 when it is not there. */
export function find(bytes: Uint8Array, word: string, within = 4096): number {
  const end = Math.min(bytes.length, within) - word.length;
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0 && at <= end; at = bytes.indexOf(first, at + 1))
    if (ascii(bytes, at, word.length) === word) return at;
  return -1;
}
