/** @file The values of a File, an UploadButton and a DownloadButton. */

import { isLink } from '../parts/links.ts';
import type { Converter } from '../base/attributes.ts';

/** One file: a string is its URL. */
export type FileItem = Blob | string;

/** All that a File may hold. */
export type Files = FileItem | FileItem[] | null;

/** How many files are wanted. */
export type FileCount = 'single' | 'multiple' | 'directory';

/** What a handler is given of each file. */
export type FileType = 'file' | 'blob' | 'binary';

/** What a handler is given. */
export type FileInput<Count, Type> = Count extends 'single' ? OneFile<Type> | null : OneFile<Type>[] | null;

type OneFile<Type> = Type extends 'binary' ? Uint8Array : File;

/** What a File takes, for messages. */
export const FILES = 'a File, a Blob, bytes, a URL, or a list of them';

/** A URL, or a list in JSON. @throws saying what was expected */
export const fileConverter: Converter = {
  takesText: true,
  fromAttribute: (text) => (/^\s*\[/.test(text!) ? JSON.parse(text!) : text),
};

/** Makes a value of what was given; `undefined` of what is none. */
export function readFiles(given: unknown): Files | undefined {
  if (!Array.isArray(given)) return (given ?? '') === '' ? null : readFile(given);
  const list = given.map(readFile) as FileItem[];
  if (list.length === 0) return null;
  return list.includes(undefined as never) ? undefined : list;
}

function readFile(given: unknown): FileItem | undefined {
  if (given instanceof Blob) return given;
  if (given instanceof ArrayBuffer || ArrayBuffer.isView(given)) return new Blob([given as BlobPart]);
  const url = given instanceof URL ? given.href : given;
  return typeof url === 'string' && url && (isLink(url) || /^data:/i.test(url)) ? url : undefined;
}
