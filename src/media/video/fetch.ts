/** @file Fetches the file of a video. */

import { fetchFile } from '../../page/fetch-file.ts';
import { MediaError } from '../../shared/errors.ts';

/**
 * Returns the file of a video: itself, or what lies at its URL. @throws {MediaError} when it is not there, or this page
 * may not read it
 */
export async function fetchVideo(value: Blob | string): Promise<Blob> {
  if (typeof value !== 'string') return value;
  const words = `The video at ${value} could not be fetched`;
  return fetchFile(value, (why, cause) => new MediaError(`${words}: ${why}`, { cause }));
}
