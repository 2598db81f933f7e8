/** @file Shows one picture or video of a Gallery, and tells when that cannot be done. */

import type { BlobURLs } from '../file/blob-urls.ts';
import { drawn, needsLoading, pixelsOf, sizeOf } from '../parts/picture.ts';
import type { GalleryItem } from './gallery-value.ts';
import { isVideo } from './to-input.ts';
import { say } from '../../words/files.ts';

/** One entry: the elements that show it, small in its cell and large. */
export class Tile {
  readonly item: GalleryItem;
  readonly isVideo: boolean;
  /** Why it cannot be shown. */
  problem = '';
  readonly #urls: BlobURLs;
  readonly #failed: () => void;
  readonly #made = new Map<string, HTMLElement>();

  /** @param failed - it cannot be shown, as `problem` says. */
  constructor(item: GalleryItem, urls: BlobURLs, failed: () => void) {
    this.item = item;
    this.isVideo = isVideo(item.media);
    this.#urls = urls;
    this.#failed = failed;
  }

  /** The element for a place: `cell`, `large`, `thumb`. One for each, made when it is first needed. */
  in(place: 'cell' | 'large' | 'thumb', name: string): HTMLElement | null {
    if (this.problem) return null;
    let made = this.#made.get(place);
    try {
      if (!made) this.#made.set(place, (made = this.#make(place)));
    } catch (error) {
      this.#complain((error as Error).message);
      return null;
    }
    if (made instanceof HTMLImageElement) made.alt = place === 'large' ? name : '';
    else if (place === 'large') made.setAttribute('aria-label', name);
    return made;
  }

  #make(place: string): HTMLElement {
    const { media } = this.item;
    if (this.isVideo) {
      const video = document.createElement('video');
      Object.assign(video, { preload: 'metadata', playsInline: true, controls: place === 'large' });
      video.muted = place !== 'large';
      video.addEventListener('error', () => this.#complain(say('videoUnplayed')));
      video.src = this.#urls.of(media as Blob | string);
      return video;
    }
    if (!needsLoading(media)) {
      const picture = 'data' in media ? pixelsOf(media) : media;
      const { width, height } = sizeOf(picture);
      if (!width || !height) throw new Error(say('noPixels'));
      const canvas = drawn(picture);
      if (place === 'large') canvas.setAttribute('role', 'img');
      return canvas;
    }
    const image = new Image();
    image.decoding = 'async';
    image.addEventListener('error', () => this.#complain(say('pictureUnshown')));
    image.src = this.#urls.of(media);
    return image;
  }

  #complain(problem: string): void {
    if (this.problem) return;
    this.problem = problem;
    this.#failed();
  }
}
