/** @file The interface through which the view of a Gallery knows its element. */

import type { TakingFiles } from '../file/rules.ts';
import type { MediaHost } from '../media-frame/media-host.ts';
import type { GalleryItem, GalleryValue } from './gallery-value.ts';

/** How a picture fills its cell. */
export type ObjectFit = 'contain' | 'cover' | 'fill' | 'none' | 'scale-down';

/** What the view of a Gallery asks of it, and tells it. */
export interface GalleryHost extends MediaHost, TakingFiles {
  readonly items: readonly GalleryItem[];
  readonly columns: number;
  readonly rows: number | null;
  readonly objectFit: ObjectFit;
  readonly allowPreview: boolean;
  selectedIndex: number | null;
  value: GalleryValue;
}
