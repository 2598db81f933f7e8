/** @file Writes the values of one run into one stream of video. */

import type { VideoStream } from '../../media/video/video-out.ts';
import { loadStream } from './video.lazy.ts';
import type { VideoValue } from './video-value.ts';

/** The values of one run on their way into one stream of video; what plays them is loaded with the first. */
export class VideoRelay {
  readonly #stream: Promise<VideoStream>;
  #closed = false;

  /**
   * @param ready - is given the stream. @param failed - a chunk, or what plays them, could not be had. @param warned - a
   *   part of it is left out.
   */
  constructor(
    autoplay: boolean,
    ready: (stream: VideoStream) => void,
    failed: (error: Error) => void,
    warned: (words: string) => void,
  ) {
    this.#stream = loadStream().then(({ VideoStream }) => {
      const stream = new VideoStream({ autoplay });
      stream.addEventListener('error', (event) => failed((event as CustomEvent<Error>).detail));
      stream.addEventListener('warning', (event) => warned((event as CustomEvent<string>).detail));
      if (!this.#closed) ready(stream);
      return stream;
    });
    this.#stream.catch(failed);
  }

  append(chunk: Exclude<VideoValue, null>): void {
    // Whoever gave bytes may write on.
    const own = typeof chunk === 'string' || chunk instanceof Blob ? chunk : new Blob([chunk as BlobPart]);
    this.#then((stream) => void stream.append(own));
  }

  /** No more chunks come. */
  finish(): void {
    this.#then((stream) => void stream.finish());
  }

  /** Nothing more is seen, for good. */
  close(): void {
    this.#closed = true;
    this.#then((stream) => stream.close());
  }

  /** All that came, as one file. */
  async toBlob(): Promise<Blob | null> {
    return (await this.#stream).toBlob();
  }

  #then(act: (stream: VideoStream) => void): void {
    void this.#stream.then(act, () => undefined);
  }
}
