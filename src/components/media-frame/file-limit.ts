/** @file Refuses files that are larger than the app takes. */

import { appsAround } from '../../page/around.ts';
import { ValueError } from '../../shared/errors.ts';
import { bytesOf } from '../parts/numbers.ts';
import { say } from '../../words/files.ts';

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** Writes a number of bytes: `1.2 KB`. */
export function sizeInWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  for (; size >= 1023.5 && unit < UNITS.length - 1; unit++) size /= 1024;
  return `${unit > 0 && size < 99.95 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit]}`;
}

/** The bytes that a file may have at most, as the nearest app around says that says so. */
export function mostBytes(host: Node): number {
  for (const { maxFileSize } of appsAround(host)) if (maxFileSize != null) return bytesOf(maxFileSize);
  return Number.POSITIVE_INFINITY;
}

/** Makes sure that a file is not too large. @throws {ValueError} with a sentence for the user */
export function checkSize({ name, size }: File, host: HTMLElement & { readonly name: string }): void {
  const most = mostBytes(host);
  if (size <= most) return;
  throw new ValueError(
    say('tooBig', { name: host.name, file: name, size: sizeInWords(size), most: sizeInWords(most) }),
    { target: host.localName },
  );
}
