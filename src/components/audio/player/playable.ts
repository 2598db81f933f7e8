/** @file A sound file that the browser itself plays, and the interface that streams of sound share with it. */

import type { AudioStreamState } from '../../../media/sound/audio-stream.ts';

/** What a player plays: a stream of sound, or a file. Fires `state`, `duration`, `error` and `end`. */
export interface Playable extends EventTarget {
  readonly state: AudioStreamState;
  /** Seconds; 0 while it is not known. */
  readonly duration: number;
  /** Seconds. */
  readonly currentTime: number;
  /** 0 … 1. */
  volume: number;
  play(): void;
  pause(): void;
  /** Seconds. */
  seek(time: number): void;
  close(): void;
}

/** A sound file, played by the browser itself. */
export class SoundFile extends EventTarget implements Playable {
  /** The element that plays: never in the page. */
  readonly audio = new Audio();
  readonly #length: number | null;
  #blocked = false;

  /** @param length - seconds, where they are known: some recordings do not say how long they are. */
  constructor(file: Blob, length: number | null = null) {
    super();
    this.#length = length;
    this.audio.src = URL.createObjectURL(file);
    for (const name of ['play', 'pause', 'waiting', 'playing', 'loadedmetadata'])
      this.audio.addEventListener(name, () => this.#fire('state'));
    this.audio.addEventListener('durationchange', () => this.#fire('duration'));
    this.audio.addEventListener('error', () => this.#fire('error'));
    this.audio.addEventListener('ended', () => this.#fire('end'));
  }

  get state(): AudioStreamState {
    if (this.#blocked) return 'blocked';
    return this.audio.paused || this.audio.ended ? 'ready' : 'playing';
  }

  get duration(): number {
    const { duration } = this.audio;
    return this.#length ?? (Number.isFinite(duration) ? duration : 0);
  }

  get currentTime(): number {
    return this.audio.currentTime;
  }

  get volume(): number {
    return this.audio.volume;
  }

  set volume(volume: number) {
    this.audio.volume = volume;
  }

  play(): void {
    this.#blocked = false;
    this.audio.play().catch((error: Error) => {
      // Sound before the first press: the player is shown ready. Other failures have an event of their own.
      this.#blocked = error.name === 'NotAllowedError';
      this.#fire('state');
    });
  }

  pause(): void {
    this.audio.pause();
  }

  seek(time: number): void {
    this.audio.currentTime = Math.max(0, Math.min(this.duration, time));
  }

  /** Ends for good, and lets the file go. */
  close(): void {
    const url = this.audio.src;
    this.audio.pause();
    this.audio.removeAttribute('src');
    URL.revokeObjectURL(url);
  }

  #fire(name: string): void {
    // What a closed file still has to say is nobody's concern.
    if (this.audio.hasAttribute('src')) this.dispatchEvent(new Event(name));
  }
}
