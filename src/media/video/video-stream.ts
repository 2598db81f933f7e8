/** @file Plays a video that comes chunk by chunk, mp4, webm or MPEG-TS. */

import { MediaError, RivuletError } from '../../shared/errors.ts';
import { ClipFeed } from './feed-clips.ts';
import { MergedFeed, canMerge } from './feed-mse.ts';
import type { Feed, Placed } from './feed.ts';
import { convert } from '../video-worker/convert.ts';
import { fetchVideo } from './fetch.ts';
import { VIDEO_KINDS, kindOf } from '../format/video-kind.ts';
import { measure } from './measure.ts';
import { Screen } from './screen.ts';
import { work } from '../video-worker/service.ts';
import type { Segment } from '../video-worker/tasks.ts';

/** Milliseconds. A chunk of a single picture may show none before the next one comes. */
const PATIENCE_MS = 300;

export interface VideoStreamOptions {
  /** True: play as soon as the first chunk is there. Default: false. */
  autoplay?: boolean;
}

/**
 * A video that comes chunk by chunk, mp4, webm or MPEG-TS, and plays as one: each chunk's packets are copied into
 * fragments that follow each other exactly. Where the browser cannot do that, the chunks play one after the other.
 * Whoever makes it closes it.
 *
 * Fires what a `Screen` fires; `error` (`detail`: a RivuletError) for a chunk that is skipped; `warning` (`detail`: a
 * sentence), once, for sound that cannot be heard; `end` when the last picture of a finished stream was seen.
 */
export class VideoStream extends Screen {
  readonly #segments: Placed[] = [];
  readonly #life = new AbortController();
  readonly #autoplay: boolean;
  #feed: Feed | null = null;
  #resting = false;
  #last: Promise<void> = Promise.resolve();
  #finished = false;
  #warned = false;
  /** Chunks that came, also those that were given up. */
  #count = 0;
  #file: Promise<Blob> | null = null;

  constructor({ autoplay = false }: VideoStreamOptions = {}) {
    super();
    this.#autoplay = autoplay;
  }

  /** Seconds of all that came. */
  override get duration(): number {
    const last = this.#segments.at(-1);
    return last ? last.start + last.duration : 0;
  }

  override get growing(): boolean {
    return !this.#finished;
  }

  protected override get over(): boolean {
    return this.#feed?.over ?? true;
  }

  override get currentTime(): number {
    return Math.min(this.duration, this.#feed?.time ?? 0);
  }

  override get playing(): boolean {
    return !this.video.paused && !(this.video.ended && this.over);
  }

  /**
   * Adds a chunk, or what lies at a URL, behind those that came before. Resolves when it can be seen, or was given up.
   */
  append(chunk: Blob | string | Promise<Blob>): Promise<void> {
    const ready = typeof chunk === 'string' ? fetchVideo(chunk) : Promise.resolve(chunk);
    ready.catch(() => undefined); // reported in its turn
    return this.#then(async () => this.#add(await ready));
  }

  /** No more chunks come: what came stays, and `end` follows its last picture. */
  finish(): Promise<void> {
    return this.#then(() => {
      this.#finished = true;
      this.#feed?.end();
      this.emit('state');
    });
  }

  override seek(time: number): void {
    this.#feed?.seek(Math.max(0, Math.min(this.duration, time)));
  }

  override play(): void {
    if (this.#finished && this.video.ended) this.seek(0);
    super.play();
  }

  /** It has left the page: it pauses, and holds nothing that would outlive it, until `wake`. */
  rest(): void {
    this.pause();
    this.#resting = true;
    this.#feed?.rest?.();
  }

  /** It is to be seen again, where it was. */
  wake(): void {
    this.#resting = false;
    this.#feed?.wake?.();
  }

  /** One file of all that came, as long as the chunks together; `null` before the first. */
  async toBlob(): Promise<Blob | null> {
    await this.#last;
    if (this.#segments.length === 0) return null;
    const file = this.#file ?? work('join', [this.#segments.map((segment) => ({ ...segment }))]);
    if (this.#finished) this.#file = file;
    file.catch(() => (this.#file = null));
    return file;
  }

  /** Ends for good. What came can still be had as a file. */
  override close(): void {
    this.#life.abort();
    this.#feed?.close();
    super.close();
  }

  /** Keeps the order of chunks; a failure of one is told and does not touch those behind it. */
  #then(step: () => Promise<void> | void): Promise<void> {
    this.#last = this.#last.then(step).catch((error: unknown) => {
      if (!this.#life.signal.aborted) this.#emitError(error);
    });
    return this.#last;
  }

  #emitError(error: unknown): void {
    const known = error instanceof RivuletError ? error : new MediaError(String(error), { cause: error });
    this.dispatchEvent(new CustomEvent('error', { detail: known }));
  }

  #warn(detail: string): void {
    if (!this.#warned) this.dispatchEvent(new CustomEvent('warning', { detail }));
    this.#warned = true;
  }

  async #add(chunk: Blob): Promise<void> {
    const { signal } = this.#life;
    if (signal.aborted || this.#finished) return;
    const name = `Chunk ${++this.#count} of the video`;
    if (chunk.size === 0) throw new MediaError(`${name} is empty.`, { type: chunk.type });
    if (!this.#feed && canMerge()) this.#feed = this.#merge(); // it opens while the first chunk is taken apart
    const first = this.#segments[0];
    // Sound that comes late is to be heard too: then those before it are silent.
    let segment = await this.#segmentOf(chunk, name, first?.sound ? first : undefined);
    const late = first?.sound === null && segment.sound !== null;
    const sounding = late && (await this.#sound(segment.sound!));
    if (late && !sounding) segment = await this.#segmentOf(chunk, name, first);
    if (signal.aborted) return;
    if (segment.lost)
      this.#warn(`${name} has sound that cannot be read here (${segment.lost}): it is left out.`);
    this.#segments.push({ ...segment, start: this.duration });
    const { mime } = this.#segments[0]!;
    const fits = this.#segments.length > 1 || canMerge(mime);
    if (this.#feed && fits && !sounding) this.#feed.add();
    else this.#begin(mime);
    this.emit('duration');
    if (this.#segments.length > 1) return;
    if (this.#autoplay) this.play();
    await this.#pictured();
  }

  /** The first picture has the computer to itself: chunks that wait are taken apart when it is there, or stays away. */
  #pictured(): Promise<void> {
    return new Promise((resolve) => {
      this.video.addEventListener('loadeddata', () => resolve(), { once: true });
      setTimeout(resolve, PATIENCE_MS);
    });
  }

  async #segmentOf(chunk: Blob, name: string, first?: Segment): Promise<Segment> {
    const { signal } = this.#life;
    const like = first && { sound: first.sound };
    const made = work('segment', [chunk, like], signal);
    made.catch(() => undefined); // thrown below
    if (!(await kindOf(chunk)))
      throw new MediaError(`${name} is not a video of a known type: expected ${VIDEO_KINDS}.`, {
        type: chunk.type,
      });
    try {
      const segment = await made;
      if (canMerge(segment.mime) || this.video.canPlayType(segment.mime)) return segment;
      return await work('segment', [await convert(chunk, { played: true }, signal), like], signal);
    } catch (cause) {
      if (signal.aborted) throw cause;
      const { message, name: kind } = cause as Error;
      // Without the worker the chunk plays as it is, where the browser can.
      if (kind === 'WorkerError') {
        const { duration } = await measure(chunk).catch(() => ({ duration: 0 }));
        if (duration > 0 && Number.isFinite(duration))
          return { file: chunk, mime: '', duration, sound: null };
      }
      throw new MediaError(`${name} cannot be read: ${message}`, { cause, type: chunk.type });
    }
  }

  /** Gives silence to what came without sound: all of a stream has some, or none. False for a codec that has none. */
  async #sound(sound: string): Promise<boolean> {
    const { signal } = this.#life;
    const silent = this.#segments.map(({ file }) => work('segment', [file, { sound }], signal));
    try {
      for (const [index, { file, mime }] of (await Promise.all(silent)).entries())
        Object.assign(this.#segments[index]!, { file, mime, sound });
      return true;
    } catch {
      signal.throwIfAborted();
      return false;
    }
  }

  /** Begins to show what came; also anew, at the place that is seen. */
  #begin(mime: string): void {
    const { playing } = this;
    const before = this.#feed?.time ?? 0;
    this.#feed?.close();
    this.#feed = canMerge(mime) ? this.#merge() : this.#clips(before);
    if (before > 0) this.#feed.seek(before);
    if (playing) this.play();
  }

  #merge(): Feed {
    return new MergedFeed(this.video, this.#segments, () => {
      // The browser said that it could. Clip by clip it may yet.
      const { time } = this.#feed!;
      this.#feed!.close();
      this.#feed = this.#clips(time);
      if (this.#finished) this.#feed.end();
    });
  }

  #clips(from: number): Feed {
    const type = this.#segments[0]?.mime;
    const failed = (cause: Error) =>
      this.#emitError(
        new MediaError(`A part of the video cannot be shown: ${cause.message}`, { cause, type }),
      );
    const feed = new ClipFeed(this.video, this.#segments, from, failed);
    if (this.#resting) feed.rest();
    return feed;
  }
}
