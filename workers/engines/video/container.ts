/** @file Tells files of other kinds by their first bytes. */

/** What files of other kinds begin with: offset, bytes, and what they are. */
const MARKS: readonly [number, string, string][] = [
  [8, 'AVI ', 'an AVI file'],
  [0, 'FLV', 'a Flash video'],
  [0, 'OggS', 'an Ogg file'],
  [0, '\x30\x26\xb2\x75', 'a Windows Media file'],
  [0, '\0\0\x01\xba', 'an MPEG program stream'],
  [0, '.RMF', 'a RealMedia file'],
  [8, 'WAVE', 'a WAV file'],
  [0, 'fLaC', 'a FLAC file'],
  [0, 'ID3', 'an MP3 file'],
  [0, '\xff\xfb', 'an MP3 file'],
  [0, 'GIF8', 'a GIF picture'],
  [0, '\x89PNG', 'a PNG picture'],
  [0, '\xff\xd8\xff', 'a JPEG picture'],
  [8, 'WEBP', 'a WebP picture'],
];

/** Returns what a file is that is no video for browsers, in words; `null` when its first bytes do not tell. */
export async function containerOf(blob: Blob): Promise<string | null> {
  const bytes = new Uint8Array(await blob.slice(0, 16).arrayBuffer());
  const text = String.fromCharCode(...bytes);
  if (/^\s*<(!doctype|html)/i.test(text)) return 'an HTML page';
  return MARKS.find(([at, mark]) => text.startsWith(mark, at))?.[2] ?? null;
}
