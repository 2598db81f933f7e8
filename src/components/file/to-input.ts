/** @file Makes files ready for a handler. */

import { fetchFile } from '../../page/fetch-file.ts';
import { ValueError } from '../../shared/errors.ts';
import type { Input } from '../../shared/protocol.ts';
import type { FileGiver } from './file-host.ts';
import { type FileItem, type Files, readFiles } from './file-value.ts';
import { nameOf } from './names.ts';
import { checkKind } from './rules.ts';

/** The files of a value, as a list. */
export const itemsOf = (value: unknown): FileItem[] => [readFiles(value) ?? []].flat();

/** Returns what a handler is given: files by reference; those behind a URL are fetched. @throws {ValueError} */
export async function toInput(value: Files, host: FileGiver): Promise<Input> {
  const single = host.fileCount === 'single';
  const items = itemsOf(value);
  const files = await Promise.all((single ? items.slice(0, 1) : items).map((each) => fileOf(each, host)));
  if (files.length === 0) return { kind: 'value', value: null };
  for (const file of files) checkKind(file, host);
  const given = host.type === 'binary' ? await Promise.all(files.map((file) => bytesOf(file, host))) : files;
  const paths = files.map((file) => file.webkitRelativePath);
  const input: Input = { kind: 'value', value: single ? given[0] : given };
  return host.type !== 'binary' && paths.some(Boolean) ? { ...input, paths } : input;
}

/** Returns the file where there is just one. @throws {ValueError} for a URL that cannot be read */
export async function oneFile(value: Files, host: FileGiver): Promise<Blob | null> {
  const [item, ...others] = itemsOf(value);
  return item === undefined || others.length > 0 ? null : fileOf(item, host);
}

async function fileOf(item: FileItem, { name, localName }: FileGiver): Promise<File> {
  if (item instanceof File) return item;
  const blob =
    typeof item === 'string'
      ? await fetchFile(
          item,
          (why, cause) =>
            new ValueError(`${name}: the file at ${item} cannot be read by this page: ${why}`, {
              target: localName,
              cause,
            }),
        )
      : item;
  return new File([blob], nameOf(item), { type: blob.type });
}

async function bytesOf(file: File, { name, localName }: FileGiver): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new ValueError(
      `${name}: “${file.name}” cannot be read: it was changed or removed since it was given, or has more bytes than a page can hold at once`,
      { target: localName, cause },
    );
  }
}
