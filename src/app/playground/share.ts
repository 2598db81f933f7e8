/** @file Puts a source into the hash of a link, and reads it from there. */

import { say } from '../../words/text.ts';

/** Characters of a link that any program passes on. */
const SHORT = 8000;
/** Characters that a link may have at most. */
const MOST = 60_000;

/** The hash of the page's own playgrounds: `#riv=` the name of one, a dot, and its source. */
const HASH = /^#riv=([^.]*)\.(.*)$/s;

/** A link, and what there is to be said of it; without a link why there is none. */
export interface SharedLink {
  url: string | null;
  words: string;
}

/** Makes a link to this page that holds a source. It is sent nowhere. */
export async function linkTo(name: string, source: string): Promise<SharedLink> {
  const packed = await through(new Blob([source]), new CompressionStream('deflate'));
  const url = new URL(location.href);
  url.hash = `riv=${encodeURIComponent(name)}.${base64url(new Uint8Array(packed))}`;
  const { length } = url.href;
  if (length > MOST) return { url: null, words: say('linkTooLong', { count: length }) };
  const long = length > SHORT ? ` ${say('linkLong', { count: length })}` : '';
  return { url: url.href, words: say('sourceLinkCopied') + long };
}

/** Reads the source that the page's address holds for a playground; `null` where it holds none. @throws in words */
export async function sharedSource(name: string): Promise<string | null> {
  const [, whose, packed = ''] = HASH.exec(location.hash) ?? [];
  if (whose === undefined || whose !== encodeURIComponent(name)) return null;
  try {
    const text = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    // The checksum of this format tells what is damaged, too.
    const source = await through(new Blob([bytes]), new DecompressionStream('deflate'));
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch (cause) {
    throw new Error(say('linkDamaged'), { cause });
  }
}

function through(blob: Blob, stream: ReadableWritablePair): Promise<ArrayBuffer> {
  return new Response(blob.stream().pipeThrough(stream)).arrayBuffer();
}

function base64url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
