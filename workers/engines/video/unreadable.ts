/** @file Puts into words why the browser cannot take a video. */

import { MediaError } from '../../../src/shared/errors.ts';

/** Words for a video that the browser cannot take: what can be done. */
export const convert = 'convert it first, for example with ctx.ffmpeg()';

/** Returns how messages call a file. */
export function nameOf(blob: Blob): string {
  const name = blob instanceof File ? blob.name : '';
  return name ? `The file ${JSON.stringify(name)}` : `The video${blob.type && ` (${blob.type})`}`;
}

/** Returns the error for a video that is broken where it was read. */
export function unreadable(blob: Blob, cause: unknown): MediaError {
  const why = (cause as { message?: unknown } | null)?.message ?? cause;
  return new MediaError(`${nameOf(blob)} is damaged or cut off: ${String(why)}`, { type: blob.type, cause });
}
