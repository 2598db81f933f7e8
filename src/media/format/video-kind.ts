/** @file Tells the kinds of video files by their first bytes. */

import { ascii, find } from './sniff.ts';

/** The containers of video that we know by their first bytes. */
export type VideoKind = 'mp4' | 'webm' | 'ts';

const MIME: Record<VideoKind, string> = { mp4: 'video/mp4', webm: 'video/webm', ts: 'video/mp2t' };

/** Bytes that tell what a video is. */
const VIDEO_HEAD = 200;

/** What a stream's chunks may be, for messages. */
export const VIDEO_KINDS = 'mp4, webm or MPEG-TS';

/** Every packet of MPEG-TS is so long and begins with this byte; cameras and discs put four bytes before it. */
const PACKET = 188;
const SYNC = 0x47;
const STAMP = 4;

/** Returns the MIME type of a container; file names end with the container's own name. */
export const videoMime = (kind: VideoKind): string => MIME[kind];

/** Says what kind of video these bytes are, whatever they are called; `null` for none that we know. */
function sniffVideo(bytes: Uint8Array): VideoKind | null {
  if (['ftyp', 'styp', 'moov', 'moof'].includes(ascii(bytes, 4, 4))) return 'mp4';
  if (ascii(bytes, 0, 4) === '\x1a\x45\xdf\xa3') return 'webm';
  const synced = (first: number, second: number) => bytes[first] === SYNC && bytes[second] === SYNC;
  return synced(0, PACKET) || synced(STAMP, STAMP + PACKET + STAMP) ? 'ts' : null;
}

/** Says the same of a file. */
export async function kindOf(file: Blob): Promise<VideoKind | null> {
  return sniffVideo(new Uint8Array(await file.slice(0, VIDEO_HEAD).arrayBuffer()));
}

/**
 * Returns the MIME type that a file has by its bytes, whatever it says of itself: of a QuickTime or Matroska file its
 * own, since not all of either may be in an mp4 or a webm. What it says itself where its bytes tell nothing.
 */
export async function typeOf(file: Blob): Promise<string> {
  const head = new Uint8Array(await file.slice(0, VIDEO_HEAD).arrayBuffer());
  const kind = sniffVideo(head);
  if (kind === 'mp4' && ascii(head, 4, 8) === 'ftypqt  ') return 'video/quicktime';
  if (kind === 'webm' && find(head, 'matroska') > 0) return 'video/x-matroska';
  return kind ? videoMime(kind) : plainType(file.type);
}

/** Returns a MIME type without what may follow it. */
export const plainType = (type: string): string => type.replace(/\s*;.*/s, '').toLowerCase();

/** Endings that files of a kind go by; the first is ours. */
export const ENDINGS: Record<VideoKind, readonly string[]> = {
  mp4: ['mp4', 'm4v', 'mov', 'qt', '3gp'],
  webm: ['webm', 'mkv'],
  ts: ['ts', 'm2ts', 'mts', 'mpegts'],
};

/**
 * Beginnings of containers that browsers do not read: AVI, Flash, Windows Media, MPEG-PS and MPEG-ES, RealMedia, Ogg.
 */
const FOREIGN = ['RIFF....AVI ', 'FLV\x01', '\x30\x26\xb2\x75', '\0\0\x01[\xba\xb3]', '\\.RMF', 'OggS'].map(
  (pattern) => new RegExp(`^${pattern}`, 's'),
);

/** Returns true for a file that is a video by its first bytes, and that only ffmpeg can read. */
export async function isForeignVideo(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  return FOREIGN.some((pattern) => pattern.test(ascii(head, 0, head.length)));
}
