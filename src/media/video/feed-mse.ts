/** @file Plays segments as one continuous video. */

import { type Feed, type Placed, segmentAt } from './feed.ts';

/** Seconds that are kept ready before and behind what is seen; the rest is brought again when it is wanted. */
const AHEAD = 60;
const BEHIND = 30;
/** Seconds: what counts as the same moment. */
const NEAR = 0.1;

type Source = typeof MediaSource;

/** The browser's MediaSource; on iPhones the managed one. */
const mediaSource = (): Source | undefined =>
  (globalThis as { ManagedMediaSource?: Source }).ManagedMediaSource ?? globalThis.MediaSource;

/** True when the browser can play such segments as one video; without `mime`: when it can do so with any. */
export const canMerge = (mime?: string): boolean => {
  const source = mediaSource();
  return mime === undefined ? source !== undefined : (source?.isTypeSupported(mime) ?? false);
};

/** Plays segments as one continuous video: all in one buffer, each at the very end of the one before. */
export class MergedFeed implements Feed {
  readonly #video: HTMLVideoElement;
  readonly #segments: readonly Placed[];
  readonly #failed: (error: Error) => void;
  readonly #source: MediaSource;
  readonly #off = new AbortController();
  #buffer: SourceBuffer | null = null;
  #mime = '';
  #next = 0;
  #ended = false;
  #pumping = false;

  /** @param segments - those of the stream, to which more are added. @param failed - the browser gave up. */
  constructor(video: HTMLVideoElement, segments: readonly Placed[], failed: (error: Error) => void) {
    this.#video = video;
    this.#segments = segments;
    this.#failed = failed;
    this.#source = new (mediaSource()!)();
    const { signal } = this.#off;
    const url = URL.createObjectURL(this.#source);
    // Once it is open the video has it: the address would keep it for ever, also where nobody closes the stream.
    this.#source.addEventListener('sourceopen', () => URL.revokeObjectURL(url), { once: true });
    this.#source.addEventListener('sourceopen', () => void this.#pump(), { signal });
    for (const name of ['timeupdate', 'seeking'])
      video.addEventListener(name, () => this.#look(), { signal });
    video.addEventListener('error', () => failed(new Error(video.error?.message)), { signal });
    video.disableRemotePlayback = true; // what a managed source asks for
    const before = video.src;
    video.src = url;
    if (before.startsWith('blob:')) URL.revokeObjectURL(before);
  }

  get time(): number {
    return this.#video.currentTime;
  }

  get over(): boolean {
    return true; // without the end of the source the video has no end
  }

  add(): void {
    void this.#pump();
  }

  end(): void {
    this.#ended = true;
    void this.#pump();
  }

  seek(time: number): void {
    this.#video.currentTime = time;
  }

  close(): void {
    this.#off.abort();
  }

  /** Sees to it that what is near to what is seen is there. */
  #look(): void {
    const { currentTime } = this.#video;
    const at = segmentAt(this.#segments, currentTime);
    if (this.#segments.length > 0 && !this.#holds(this.#segments[at]!)) this.#next = Math.min(this.#next, at);
    void this.#pump();
  }

  /** Brings what is due, one segment after the other. */
  async #pump(): Promise<void> {
    if (this.#pumping || this.#off.signal.aborted || this.#source.readyState === 'closed') return;
    this.#pumping = true;
    try {
      while (await this.#bring());
    } catch (error) {
      if (!this.#off.signal.aborted) this.#failed(error as Error);
    } finally {
      this.#pumping = false;
    }
  }

  /** Brings the next segment; false when none is due. */
  async #bring(): Promise<boolean> {
    const index = this.#next;
    const segment = this.#segments[index];
    this.#measure();
    if (!segment) {
      if (this.#ended && this.#buffer && this.#source.readyState === 'open') this.#source.endOfStream();
      return false;
    }
    if (segment.start > this.#video.currentTime + AHEAD) return false;
    if (!this.#holds(segment)) {
      const data = await segment.file.arrayBuffer();
      if (this.#off.signal.aborted) return false;
      await this.#forget();
      try {
        await this.#append(segment, data);
      } catch (error) {
        // Too much for the browser: it goes on when something has been seen. What is too much by itself never fits.
        const starves = this.#video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
        if ((error as Error).name === 'QuotaExceededError' && !starves) return false;
        throw error;
      }
    }
    if (this.#next === index) this.#next = index + 1; // else the user has gone elsewhere
    return !this.#off.signal.aborted;
  }

  /** The user may go to all that came, also to what is not in the buffer. */
  #measure(): void {
    const last = this.#segments.at(-1);
    const total = last ? last.start + last.duration : 0;
    const source = this.#source as MediaSource & { setLiveSeekableRange?(start: number, end: number): void };
    if (source.readyState !== 'open' || !this.#buffer) return;
    // With a length of its own the video would end there: not while more is to come.
    if (!this.#ended) source.setLiveSeekableRange?.(0, total);
    else if (!(source.duration <= total + NEAR && source.duration >= total)) {
      const { buffered } = this.#buffer;
      source.duration = Math.max(total, buffered.length ? buffered.end(buffered.length - 1) : 0);
    }
  }

  async #append({ mime, start }: Placed, data: ArrayBuffer): Promise<void> {
    this.#buffer ??= this.#source.addSourceBuffer((this.#mime = mime));
    if (mime !== this.#mime) this.#buffer.changeType((this.#mime = mime));
    this.#buffer.mode = 'segments';
    this.#buffer.timestampOffset = start;
    this.#buffer.appendBuffer(data);
    await this.#settled();
  }

  /** Lets go of what was seen long ago. */
  async #forget(): Promise<void> {
    const ranges = this.#buffer?.buffered;
    const until = this.#video.currentTime - BEHIND;
    if (!ranges?.length || ranges.start(0) >= until) return;
    this.#buffer!.remove(0, until);
    await this.#settled();
  }

  #settled(): Promise<void> {
    const buffer = this.#buffer!;
    return new Promise((resolve, reject) => {
      const off = new AbortController();
      const signal = AbortSignal.any([off.signal, this.#off.signal]);
      const over = (settle: () => void) => () => (off.abort(), settle());
      this.#off.signal.addEventListener('abort', over(resolve), { signal: off.signal });
      buffer.addEventListener('updateend', over(resolve), { signal });
      const wrong = () => reject(new Error(this.#video.error?.message || 'the browser cannot read it'));
      buffer.addEventListener('error', over(wrong), { signal });
    });
  }

  /** True when a segment is in the buffer. */
  #holds({ start, duration }: Placed): boolean {
    const ranges = this.#buffer?.buffered;
    for (let at = 0; at < (ranges?.length ?? 0); at++)
      if (ranges!.start(at) <= start + NEAR && ranges!.end(at) >= start + duration - NEAR) return true;
    return false;
  }
}
