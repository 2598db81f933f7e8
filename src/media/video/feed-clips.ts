/** @file Plays segments as clips, one after the other, where they cannot be one video. */

import { type Feed, type Placed, segmentAt } from './feed.ts';
import { empty } from './screen.ts';

/** Plays segments as clips, one after the other, where the browser cannot make one video of them. */
export class ClipFeed implements Feed {
  readonly #video: HTMLVideoElement;
  readonly #segments: readonly Placed[];
  readonly #off = new AbortController();
  #at = -1;
  #ended = false;
  /** The clip is over, and the next one has not come. */
  #dry = true;
  /** While it rests: seconds of the clip where it does. */
  #resting: number | null = null;

  /** @param from - seconds: where to begin. @param failed - a clip cannot be played; the next one is. */
  constructor(
    video: HTMLVideoElement,
    segments: readonly Placed[],
    from: number,
    failed: (error: Error) => void,
  ) {
    this.#video = video;
    this.#segments = segments;
    const { signal } = this.#off;
    // Whoever hears of the end first may have gone elsewhere.
    video.addEventListener('ended', () => video.ended && this.#step(), { signal });
    video.addEventListener(
      'error',
      () => {
        failed(new Error(video.error?.message));
        this.#step();
      },
      { signal },
    );
    if (segments.length > 0) this.#open(segmentAt(segments, from), from, !video.paused);
  }

  get time(): number {
    return (this.#segments[this.#at]?.start ?? 0) + (this.#resting ?? this.#video.currentTime);
  }

  get over(): boolean {
    return this.#ended && this.#at >= this.#segments.length - 1;
  }

  add(): void {
    if (this.#dry) this.#open(this.#at + 1, 0, this.#at >= 0);
  }

  end(): void {
    this.#ended = true;
    // The last clip was over already: only now that is the end.
    if (this.#video.ended && this.over) this.#video.dispatchEvent(new Event('ended'));
  }

  seek(time: number): void {
    const at = segmentAt(this.#segments, time);
    const within = time - (this.#segments[at]?.start ?? 0);
    if (at === this.#at && this.#resting === null) this.#video.currentTime = within;
    else this.#open(at, within, !this.#video.paused);
  }

  /** The clip goes: an address keeps its file for ever. */
  rest(): void {
    if (this.#resting !== null) return;
    this.#resting = this.#video.currentTime;
    empty(this.#video);
  }

  wake(): void {
    if (this.#resting === null) return;
    const time = this.#resting;
    this.#resting = null;
    this.#open(this.#at, time, false);
  }

  close(): void {
    this.#off.abort();
  }

  #step(): void {
    if (this.#at + 1 < this.#segments.length) this.#open(this.#at + 1, 0, true);
    else this.#dry = true;
  }

  #open(at: number, time: number, play: boolean): void {
    const segment = this.#segments[at];
    if (!segment) return;
    const before = this.#video.src;
    this.#at = at;
    this.#dry = false;
    if (this.#resting !== null) {
      this.#resting = time;
      return;
    }
    this.#video.src = URL.createObjectURL(segment.file);
    if (time > 0) this.#video.currentTime = time;
    if (before.startsWith('blob:')) URL.revokeObjectURL(before);
    // A refusal to play shows the clip ready; the next one replaces the request: neither is an error.
    if (play) void this.#video.play().catch(() => undefined);
  }
}
