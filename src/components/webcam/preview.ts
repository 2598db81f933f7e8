/** @file The live picture of a camera. */

/** The live picture of a camera: a `<video>` that goes on feeding while it is covered. */
export class Preview {
  /** What belongs in the page. */
  readonly video = document.createElement('video');
  #seen = 0;
  #watching = false;
  #waiting: (() => void)[] = [];

  constructor() {
    Object.assign(this.video, { muted: true, playsInline: true, autoplay: true });
    this.video.setAttribute('part', 'preview');
  }

  /** Shows a camera; `null` shows none and lets a waiting `next` go. */
  show(stream: MediaStream | null): void {
    this.video.srcObject = stream;
    this.#watching = false;
    this.#seen++;
    if (stream) this.resume();
    this.#wake();
  }

  /** Plays on: a video that was moved in the page has been paused. */
  resume(): void {
    // A refusal to play shows the still picture, and a new stream replaces the play request: neither is an error.
    void this.video.play().catch(() => undefined);
  }

  /** True when there is a picture. */
  get ready(): boolean {
    return this.video.srcObject !== null && this.video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
  }

  /** Frames that the camera has given since it was opened. Firefox does not tell: there, those that were waited for. */
  get frames(): number {
    return Math.max(this.video.getVideoPlaybackQuality().totalVideoFrames, this.#seen);
  }

  /** Waits for a frame after number `last`, and gives its number. Only from the first call on frames are counted. */
  async after(last: number, signal: AbortSignal): Promise<number> {
    this.#watch();
    const wake = () => this.#wake();
    signal.addEventListener('abort', wake);
    while ((this.#seen <= last || !this.ready) && !signal.aborted)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    signal.removeEventListener('abort', wake);
    return this.#seen;
  }

  /** Takes a picture of what the camera shows now. The caller closes it. */
  async grab(): Promise<VideoFrame | ImageBitmap> {
    if (typeof VideoFrame !== 'function') return createImageBitmap(this.video);
    return new VideoFrame(this.video, { timestamp: Math.round(performance.now() * 1000) });
  }

  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const stream = this.video.srcObject;
    const step = () => {
      if (this.video.srcObject !== stream || !this.#watching) return;
      this.#seen++;
      this.#wake();
      this.video.requestVideoFrameCallback(step);
    };
    this.video.requestVideoFrameCallback(step);
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
