/** @file A video file or URL, played by the browser itself. */

import { MediaError } from '../../shared/errors.ts';
import { Screen } from './screen.ts';

/** A video file or URL, played by the browser itself. Fires `blind` too, when it finds no pictures in it. */
export class VideoFile extends Screen {
  readonly growing = false;

  /** @param file - Also a URL, which need not be readable by the page. */
  constructor(file: Blob | string) {
    super();
    const type = typeof file === 'string' ? '' : file.type;
    this.video.addEventListener('error', () => {
      if (!this.video.hasAttribute('src')) return; // closed
      const cause = new Error(this.video.error?.message);
      const words = 'It is damaged, or of a kind that this browser does not know.';
      const detail = new MediaError(`The video${type && ` (${type})`} cannot be played. ${words}`, {
        type,
        cause,
      });
      this.dispatchEvent(new CustomEvent('error', { detail }));
    });
    this.video.addEventListener('loadeddata', () => {
      // Sound alone: pictures that are not known are passed over without a word.
      if (this.video.videoWidth === 0) this.emit('blind');
    });
    if (typeof file === 'string') this.video.preload = 'metadata';
    this.video.src = typeof file === 'string' ? file : URL.createObjectURL(file);
  }

  override get duration(): number {
    const { duration } = this.video;
    return Number.isFinite(duration) ? duration : 0;
  }
}
