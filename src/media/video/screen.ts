/** @file One `<video>` and its events, whatever it is fed with. */

/**
 * What a player plays on: one `<video>`, whatever it is fed with. Fires `state`, `time` and `duration` when these have
 * changed; `play` when pictures begin to move, `pause` when the user has stopped them, `end` after the last one; and
 * `error` (`detail`: a RivuletError).
 */
export abstract class Screen extends EventTarget {
  /** What belongs in the page. */
  readonly video = document.createElement('video');
  readonly #off = new AbortController();
  #blocked = false;
  /** Its `play` has been fired. */
  #playEmitted = false;

  constructor() {
    super();
    Object.assign(this.video, { playsInline: true, preload: 'auto' });
    const { signal } = this.#off;
    const on = (name: string, act: () => void) => this.video.addEventListener(name, act, { signal });
    for (const name of ['play', 'waiting', 'loadeddata', 'seeking', 'seeked', 'volumechange', 'ratechange'])
      on(name, () => this.emit('state'));
    on('playing', () => {
      // Also after it has waited for more: that is no beginning.
      if (!this.#playEmitted) this.emit('play');
      this.#playEmitted = true;
      this.emit('state');
    });
    on('pause', () => {
      // At its end it is paused too, and when it is taken out of the page: nobody has pressed anything.
      if (!this.video.ended && this.video.isConnected) {
        this.#playEmitted = false;
        this.emit('pause');
      }
      this.emit('state');
    });
    on('ended', () => {
      if (!this.over) return this.emit('state');
      this.#playEmitted = false;
      this.emit('end');
    });
    on('timeupdate', () => this.emit('time'));
    for (const name of ['durationchange', 'loadedmetadata']) on(name, () => this.emit('duration'));
  }

  /** Seconds; 0 while it is not known. */
  abstract get duration(): number;
  /** True while more is to come. */
  abstract get growing(): boolean;

  /** True when the end that the `<video>` has come to is that of all. */
  protected get over(): boolean {
    return true;
  }

  /** Seconds from the beginning to what is seen now. */
  get currentTime(): number {
    return this.video.currentTime;
  }

  /** True while it plays, or would if there were something to play. */
  get playing(): boolean {
    return !this.video.paused && !this.video.ended;
  }

  /** True while it plays and has nothing to show. */
  get waiting(): boolean {
    return this.playing && this.video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
  }

  /** True when the browser wants the user to press play. */
  get blocked(): boolean {
    return this.#blocked;
  }

  play(): void {
    this.#blocked = false;
    this.video.play().catch((error: Error) => {
      // Sound before the first press: the player is shown ready. Other failures have an event of their own.
      this.#blocked = error.name === 'NotAllowedError';
      this.emit('state');
    });
  }

  pause(): void {
    this.video.pause();
  }

  /** Goes to a moment, in seconds. */
  seek(time: number): void {
    // Before it is known how long the video is, that is where it will begin.
    this.video.currentTime = Math.max(0, Math.min(this.duration || Number.POSITIVE_INFINITY, time));
  }

  /** Ends for good. */
  close(): void {
    this.#off.abort();
    empty(this.video);
  }

  protected emit(name: string): void {
    this.dispatchEvent(new Event(name));
  }
}

/** Takes what a `<video>` shows away, and lets it go. */
export function empty(video: HTMLVideoElement): void {
  const { src } = video;
  video.pause();
  video.removeAttribute('src');
  video.load();
  if (src.startsWith('blob:')) URL.revokeObjectURL(src);
}
