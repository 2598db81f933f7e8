/** @file What a message says, taken apart: texts, reasoning, files, components. */

import { nameInURL } from '../media-frame/export.ts';
import { type Message, type MessagePart, isWords } from './messages.ts';

/** What kind of file something is, as far as it is shown. */
export type MediaKind = 'image' | 'audio' | 'video' | 'file';

/** One thing to be drawn. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'reasoning'; text: string; open: boolean }
  | { kind: 'media'; media: MediaKind; source: Blob | string; name: string; alt: string; given: boolean }
  | { kind: 'component'; name: string; props: Record<string, unknown> };

const EXTENSIONS: [MediaKind, RegExp][] = [
  ['image', /\.(png|jpe?g|gif|webp|avif|svg|bmp)$/i],
  ['audio', /\.(mp3|wav|ogg|oga|opus|m4a|aac|flac|weba)$/i],
  ['video', /\.(mp4|m4v|webm|ogv|mov)$/i],
  ['file', /\.(pdf|zip|csv|tsv|txt|json|docx?|xlsx?|pptx?|gz|tar|parquet|onnx)$/i],
];

const pathOf = (url: string): string => url.replace(/[?#].*$/s, '');
const kindByName = (name: string): MediaKind | undefined =>
  EXTENSIONS.find(([, pattern]) => pattern.test(name))?.[0];
const kindByType = (type: string): MediaKind | undefined =>
  /^(image|audio|video)\//.exec(type)?.[1] as MediaKind | undefined;

/** The file that a text is the address of; `null` where it says something else. */
function fileAt(text: string): { media: MediaKind; name: string } | null {
  const url = text.trim();
  if (url.length > 4096 ? !url.startsWith('data:') : !/^(https?:|blob:|data:|\.{0,2}\/)\S+$/i.test(url))
    return null;
  if (/^data:/i.test(url)) {
    const type = /^data:([\w/+.-]+)[;,]/i.exec(url)?.[1] ?? '';
    return { media: kindByType(type) ?? 'file', name: 'file' };
  }
  const path = pathOf(url);
  const media = kindByName(path) ?? (url.startsWith('blob:') ? 'file' : undefined);
  return media ? { media, name: nameAt(url) } : null;
}

const nameAt = (url: string): string => nameInURL(url) || 'file';

function pieceOf(part: MessagePart): Piece[] {
  if (part instanceof Blob) {
    const name = (part as Partial<File>).name ?? 'file';
    return [
      {
        kind: 'media',
        media: kindByType(part.type) ?? kindByName(name) ?? 'file',
        source: part,
        name,
        alt: '',
        given: true,
      },
    ];
  }
  if (typeof part === 'object' && 'component' in part)
    return [{ kind: 'component', name: part.component, props: part.props ?? {} }];
  if (typeof part === 'object') {
    const { url, name = nameAt(url), mimeType = '', alt = '' } = part;
    return [
      {
        kind: 'media',
        media: kindByType(mimeType) ?? fileAt(url)?.media ?? kindByName(name) ?? 'file',
        source: url,
        name,
        alt,
        given: true,
      },
    ];
  }
  return [];
}

/** Takes a message apart. @param tags - Pairs of tags around reasoning. */
export function piecesOf({ content }: Message, tags: readonly (readonly [string, string])[]): Piece[] {
  return (Array.isArray(content) ? content : [content]).flatMap((part): Piece[] => {
    if (!isWords(part)) return pieceOf(part);
    const text = String(part);
    const file = fileAt(text);
    if (file) return [{ kind: 'media', ...file, source: text.trim(), alt: '', given: false }];
    return reasoningIn(text, tags);
  });
}

/** Parts a text into what is said and what was thought. A tag that is not closed yet is thought still. */
function reasoningIn(text: string, tags: readonly (readonly [string, string])[]): Piece[] {
  const pieces: Piece[] = [];
  let rest = text;
  for (;;) {
    const found = tags
      .map(([open, close]) => ({ open, close, at: rest.indexOf(open) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (!found) break;
    const { open, close, at } = found;
    if (rest.slice(0, at).trim()) pieces.push({ kind: 'text', text: rest.slice(0, at) });
    const end = rest.indexOf(close, at + open.length);
    const thought = rest.slice(at + open.length, end < 0 ? undefined : end).trim();
    if (thought || end < 0) pieces.push({ kind: 'reasoning', text: thought, open: end < 0 });
    rest = end < 0 ? '' : rest.slice(end + close.length).replace(/^\s+/, '');
  }
  if (rest.trim() || pieces.length === 0) pieces.push({ kind: 'text', text: rest });
  return pieces;
}
