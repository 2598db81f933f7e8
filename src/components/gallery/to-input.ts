/** @file Makes the entries of a Gallery ready for a handler. */

import { fetchFile } from '../../page/fetch-file.ts';
import { ValueError } from '../../shared/errors.ts';
import type { ImageType, Input } from '../../shared/protocol.ts';
import { toInput as pictureInput } from '../image/to-input.ts';
import type { GalleryItem, GalleryMedia } from './gallery-value.ts';

const VIDEO = /\.(mp4|m4v|webm|ogv|mov|mkv)$/i;

/** True for a video, or the URL of one. */
export function isVideo(media: GalleryMedia): boolean {
  if (media instanceof Blob) return media.type.startsWith('video/');
  if (typeof media !== 'string') return false;
  return /^data:video\//i.test(media) || VIDEO.test(new URL(media, document.baseURI).pathname);
}

/** What gives entries to a handler. */
interface Giver {
  readonly name: string;
  readonly localName: string;
  readonly type: ImageType;
}

/** Returns what a handler is given: copies of pictures, videos as files. @throws {ValueError} for a URL that cannot be read */
export async function toInput(items: readonly GalleryItem[], host: Giver): Promise<Input> {
  if (items.length === 0) return { kind: 'value', value: null };
  const inputs = items.map(async ({ media, caption }): Promise<Input> => {
    const items: Input[] = [await mediaInput(media, host), { kind: 'value', value: caption }];
    return { kind: 'list', keys: ['media', 'caption'], items };
  });
  return { kind: 'list', items: await Promise.all(inputs) };
}

async function mediaInput(media: GalleryMedia, { name, localName, type }: Giver): Promise<Input> {
  if (!isVideo(media)) return pictureInput(media, type, name);
  if (typeof media !== 'string') return { kind: 'value', value: media };
  const words = `${name}: the video at ${media} cannot be read by this page`;
  const failed = (why: string, cause: unknown) =>
    new ValueError(`${words}: ${why}`, { target: localName, cause });
  return { kind: 'value', value: await fetchFile(media, failed) };
}
