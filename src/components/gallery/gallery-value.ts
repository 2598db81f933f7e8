/** @file The values of a Gallery. */

import { isLink } from '../parts/links.ts';
import { type Picture, isPicture } from '../parts/picture.ts';

/** A picture, a video, or the URL of one. */
export type GalleryMedia = NonNullable<Picture>;

/** One entry of a Gallery, as it is kept. */
export interface GalleryItem {
  media: GalleryMedia;
  caption: string | null;
}

/** One entry, as it may be given. */
export type GalleryEntry =
  | GalleryMedia
  | { readonly media: GalleryMedia; readonly caption?: string | null }
  | readonly [media: GalleryMedia, caption?: string | null];

/** All that a Gallery may hold. */
export type GalleryValue = readonly GalleryEntry[];

/** Reads the entries of a list, all of which fit. */
export function readGallery(given: GalleryValue): GalleryItem[] {
  return given.map((entry) => {
    const [media, caption = null] = partsOf(entry);
    return { media: media as GalleryMedia, caption: caption === null ? null : String(caption) };
  });
}

/** True for what is an entry. */
export function isEntry(given: unknown): given is GalleryEntry {
  const [media, caption = null] = partsOf(given);
  if (caption !== null && typeof caption === 'object') return false;
  return typeof media === 'string' ? media !== '' && isSource(media) : media != null && isPicture(media);
}

function partsOf(entry: unknown): unknown[] {
  if (Array.isArray(entry)) return entry;
  const { media, caption } = Object(entry) as Partial<GalleryItem>;
  return media === undefined ? [entry] : [media, caption ?? null];
}

/** True for the URL of a picture or a video. */
const isSource = (url: string): boolean => isLink(url) || /^data:(image|video)\//i.test(url);
