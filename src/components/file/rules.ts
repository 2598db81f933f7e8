/** @file Says which files a component takes: their kinds, and how large. */

import { ValueError } from '../../shared/errors.ts';
import { checkSize } from '../media-frame/file-limit.ts';
import type { FileCount } from './file-value.ts';
import { say } from '../../words/files.ts';

/** Which files are wanted. */
export interface Wish {
  readonly fileCount: FileCount;
  /** `null` for any. */
  readonly fileTypes: readonly string[] | null;
}

/** What takes files of the user. */
export interface TakingFiles extends HTMLElement, Wish {
  /** What it is called. */
  readonly name: string;
}

/** Endings of what browsers give no type, or another one, to. */
const TEXTS =
  /\.(txt|md|csv|tsv|json|jsonl|xml|html?|css|js|mjs|ts|py|r|sql|ya?ml|toml|ini|log|srt|vtt|tex|svg)$/i;

const WORDS: Record<string, 'images' | 'sounds' | 'videos' | 'texts'> = {
  image: 'images',
  audio: 'sounds',
  video: 'videos',
  text: 'texts',
};

const kindsOf = ({ fileTypes }: Pick<Wish, 'fileTypes'>): string[] => {
  const kinds = (fileTypes ?? [])
    .filter((kind) => typeof kind === 'string')
    .map((kind) => kind.trim().toLowerCase())
    .filter(Boolean);
  return kinds.some((kind) => kind === 'file' || kind === '*' || kind === '*/*') ? [] : kinds;
};

/** The kinds, as the browser's dialog takes them. */
export function acceptOf(host: Pick<Wish, 'fileTypes'>): string {
  return kindsOf(host)
    .map((kind) => (/^\.|\//.test(kind) ? kind : WORDS[kind] ? `${kind}/*` : `.${kind}`))
    .join(',');
}

/** The kinds, as a reader is told of them; empty for any. */
export const kindsInWords = (host: Pick<Wish, 'fileTypes'>): string =>
  kindsOf(host)
    .map((kind) => {
      const word = WORDS[kind.replace('/*', '')];
      return word ? say(word) : /^\.|\//.test(kind) ? kind : `.${kind}`;
    })
    .join(', ');

/** True for a file of a kind that is wanted. */
export function isWanted({ name, type }: File, host: Pick<Wish, 'fileTypes'>): boolean {
  const kinds = kindsOf(host);
  return kinds.length === 0 || kinds.some((kind) => isOf(kind, name.toLowerCase(), type));
}

function isOf(kind: string, name: string, type: string): boolean {
  if (WORDS[kind.replace('/*', '')])
    return type.startsWith(`${kind.replace('/*', '')}/`) || (kind.startsWith('text') && TEXTS.test(name));
  if (kind.endsWith('/*')) return type.startsWith(kind.slice(0, -1));
  return kind.includes('/') ? type.split(';')[0] === kind : name.endsWith(kind.replace(/^\.?/, '.'));
}

/** Makes sure that a file is of a kind that is wanted. @throws {ValueError} with a sentence for the user */
export function checkKind(
  file: File,
  host: Wish & { readonly name: string; readonly localName: string },
): void {
  if (isWanted(file, host)) return;
  throw new ValueError(
    file.type
      ? say('otherType', { name: host.name, file: file.name, type: file.type, kinds: kindsInWords(host) })
      : say('otherKind', { name: host.name, file: file.name, kinds: kindsInWords(host) }),
    {
      target: host.localName,
    },
  );
}

/** Makes sure that a file may be taken. @throws {ValueError} with a sentence for the user */
export function checkFile(file: File, host: TakingFiles): void {
  checkKind(file, host);
  checkSize(file, host);
}
