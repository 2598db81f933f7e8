/** @file Finds names for files that have none. */

import { nameInURL } from '../media-frame/export.ts';
import type { FileItem } from './file-value.ts';

/** Endings that are not the second half of the type. */
const ENDINGS: Record<string, string> = {
  'text/plain': 'txt',
  'text/javascript': 'js',
  'text/markdown': 'md',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'video/quicktime': 'mov',
  'image/svg+xml': 'svg',
  'application/gzip': 'gz',
  'application/octet-stream': 'bin',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
};

/** The name of a file: its own, that in its URL, or one that fits its type. */
export function nameOf(item: FileItem, stem = 'file'): string {
  if (item instanceof File && item.name) return item.name;
  const inURL = nameInURL(item);
  if (inURL) return inURL;
  const type = (typeof item === 'string' ? (/^data:([^;,]*)/.exec(item)?.[1] ?? '') : item.type).split(
    ';',
  )[0]!;
  const ending = ENDINGS[type] ?? /\/(?:x-)?([a-z0-9]+)$/.exec(type)?.[1];
  return ending ? `${stem}.${ending}` : stem;
}

/** The same with the folders that it came in, where it was one of a folder. */
export const pathOf = (item: FileItem): string => (item as Partial<File>).webkitRelativePath || nameOf(item);
