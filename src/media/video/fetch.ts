/** @file Fetches the file of a video. */

import { MediaError } from '../../shared/errors.ts';

/** The file of a video: itself, or what lies at its URL. @throws {MediaError} when it is not there, or this page may not read it */
export async function fetchVideo(value: Blob | string): Promise<Blob> {
  if (typeof value !== 'string') return value;
  try {
    const response = await fetch(value);
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return await response.blob();
  } catch (cause) {
    throw new MediaError(`The video at ${value} could not be fetched: ${(cause as Error).message}`, {
      cause,
    });
  }
}
