/** @file The video that a player has open, whatever kind it is of. */

import { fetchVideo } from '../../../media/video/fetch.ts';
import { flawOf } from '../../../media/video/flaw.ts';
import { VideoFile } from '../../../media/video/file.ts';
import type { VideoStream } from '../../../media/video/video-stream.ts';
import type { Screen } from '../../../media/video/screen.ts';
import { convert } from '../../../media/video-worker/convert.ts';
import type { PlayerHost, PlayerSource } from '../../player/media-player.ts';
import { MediaError, type RivuletError, isAbort } from '../../../shared/errors.ts';

/** What a player can be given. */
export type PlayedVideo = Blob | string | VideoStream;

/** What the video that is open asks of the player around it, and tells it. */
export interface VideoPlayerHost extends PlayerHost {
  notify(name: 'play' | 'pause' | 'end' | 'time'): void;
}

const isStream = (source: PlayedVideo | null): source is VideoStream =>
  source !== null && typeof source !== 'string' && !(source instanceof Blob);

/** The video that a player has open, whatever kind it is of. */
export class VideoPlayerSource implements PlayerSource<PlayedVideo> {
  /** What plays; `null` when nothing is open. */
  screen: Screen | null = null;
  /** How far a file is that is being written anew, for this browser to play it: 0 … 1; `null` for none. */
  converting: number | null = null;
  readonly #host: VideoPlayerHost;
  #source: PlayedVideo | null = null;
  #life = new AbortController();

  constructor(host: VideoPlayerHost) {
    this.#host = host;
  }

  get isOpen(): boolean {
    return this.screen !== null;
  }

  open(source: PlayedVideo | null): void {
    this.close();
    this.#source = source;
    this.#life = new AbortController();
    if (isStream(source)) {
      source.wake();
      this.#follow(source);
    } else if (source !== null) this.#try(source);
  }

  /** Lets all go. A stream is its owner's: it rests. */
  close(): void {
    this.#life.abort();
    this.converting = null;
    if (isStream(this.#source)) this.#source.rest();
    else this.screen?.close();
    this.screen = null;
  }

  #try(source: Blob | string): void {
    const { signal } = this.#life;
    const rescue = () => this.converting === null && void this.#rescue(source, 'pictures');
    const screen = this.#play(source, rescue);
    screen.addEventListener('blind', rescue, { signal, once: true });
    screen.video.addEventListener('loadeddata', () => void this.#listen(source), { signal, once: true });
  }

  /** Sound that the browser passes over without a word is made anew, too. */
  async #listen(source: Blob | string): Promise<void> {
    const { signal } = this.#life;
    const file = typeof source === 'string' ? new URL(source, document.baseURI).href : source;
    const flaw = await flawOf(file, signal).catch(() => null);
    if (flaw === 'mute' && this.converting === null) await this.#rescue(source, 'sound');
  }

  #play(
    file: Blob | string,
    failed: (error: RivuletError) => void,
    { time = 0, playing = this.#host.autoplay } = {},
  ): Screen {
    this.screen?.close();
    const screen = new VideoFile(file);
    const { signal } = this.#life;
    screen.addEventListener('error', (event) => failed((event as CustomEvent<RivuletError>).detail), {
      signal,
    });
    this.#follow(screen);
    if (time > 0) screen.seek(time);
    if (playing) screen.play();
    return screen;
  }

  #follow(screen: Screen): void {
    const { signal } = this.#life;
    for (const name of ['state', 'duration'])
      screen.addEventListener(name, () => this.#host.requestUpdate(), { signal });
    for (const name of ['play', 'pause', 'end', 'time'] as const)
      screen.addEventListener(name, () => this.#host.notify(name), { signal });
    this.screen = screen;
    this.#host.requestUpdate();
  }

  /** Has written anew what the browser's player has refused, or left out; it goes on at the same place. */
  async #rescue(source: Blob | string, lost: 'pictures' | 'sound'): Promise<void> {
    const { signal } = this.#life;
    const onProgress = (part: number) => {
      if (signal.aborted) return;
      this.converting = part;
      this.#host.requestUpdate();
    };
    onProgress(0);
    let found: Blob | null = null;
    try {
      found = await fetchVideo(source);
      const file = await convert(found, { played: true }, signal, onProgress);
      if (signal.aborted) return;
      const { currentTime: time, playing } = this.screen!;
      const went = lost === 'sound' || time > 0; // else it has not begun yet
      this.#play(file, (error) => this.#host.fail(error), went ? { time, playing } : {});
    } catch (cause) {
      if (signal.aborted || isAbort(cause)) return;
      const missing = !found && lost === 'pictures';
      this.#host.fail(missing ? (cause as RivuletError) : cannot(source, cause as Error, lost));
    } finally {
      if (!signal.aborted) this.converting = null;
      this.#host.requestUpdate();
    }
  }
}

/** The error for a video that cannot be shown in any way, or not be heard. */
function cannot(source: Blob | string, cause: Error, lost: 'pictures' | 'sound'): RivuletError {
  const type = typeof source === 'string' ? '' : source.type;
  const what = typeof source === 'string' ? `The video at ${source}` : `The video${type && ` (${type})`}`;
  if (source instanceof Blob && source.size === 0)
    return new MediaError(`${what} is empty.`, { type, cause });
  const words = 'it is damaged, or of a kind that this browser does not know';
  const sentence =
    lost === 'sound'
      ? `${what} is shown without its sound, which this browser does not know`
      : `${what} cannot be played: ${words}`;
  return new MediaError(`${sentence}. (${cause.message})`, { type, cause });
}
