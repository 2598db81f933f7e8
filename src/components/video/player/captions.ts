/** @file The subtitles of one `<video>`. */

import { fetchFile } from '../../../page/fetch-file.ts';
import { type Subtitles, toVtt } from '../../../media/video/subtitles.ts';

/** The subtitles of one `<video>`. */
export class Captions {
  readonly #onProblem: (problem: string) => void;
  #given: Subtitles = null;
  #video: HTMLVideoElement | null = null;
  #track: HTMLTrackElement | null = null;

  /** @param onProblem - is called with why they cannot be shown; with nothing when there are others, or none. */
  constructor(onProblem: (problem: string) => void) {
    this.#onProblem = onProblem;
  }

  /** Shows these with a video; `null` shows none. */
  async show(video: HTMLVideoElement, given: Subtitles): Promise<void> {
    if (video === this.#video && given === this.#given) return;
    this.close();
    this.#video = video;
    this.#given = given;
    this.#onProblem('');
    if (given === null || given === '') return;
    try {
      const text = toVtt(await read(given));
      if (video !== this.#video || given !== this.#given) return;
      const track = Object.assign(document.createElement('track'), {
        kind: 'subtitles',
        label: 'Subtitles',
        src: URL.createObjectURL(new Blob([text], { type: 'text/vtt' })),
      });
      this.#track = track;
      video.append(track);
      track.track.mode = 'showing';
    } catch (cause) {
      if (video !== this.#video || given !== this.#given) return;
      this.#onProblem(`The subtitles cannot be shown: ${(cause as Error).message}`);
    }
  }

  close(): void {
    if (this.#track) URL.revokeObjectURL(this.#track.src);
    this.#track?.remove();
    this.#track = this.#video = this.#given = null;
  }
}

async function read(given: Exclude<Subtitles, null>): Promise<Parameters<typeof toVtt>[0]> {
  if (given instanceof Blob) return given.text();
  if (typeof given !== 'string') return given;
  // The lines themselves, or where they are.
  if (/-->|^\s*\[/.test(given)) return given;
  return (await fetchFile(given, (why) => new Error(`${given}: ${why}`))).text();
}
