/** @file Follows a camera where the handler runs, and tells the page of it. */

import type { ChunkNews, Input, LoopChange, LoopStart } from '../shared/protocol.ts';
import { Pace } from '../shared/stream/pace.ts';

/** Milliseconds within which the page is told of a frame and of its result at once. */
const QUICK_MS = 20;

/**
 * Follows a camera where the handler runs: keeps what the page says of the inputs and the pace, and says how far it is,
 * once for each animation frame in which pictures were painted.
 */
export class CameraLoop {
  readonly camera: number;
  /** What it may paint. */
  readonly surfaces: readonly (number | null)[];
  readonly pace: Pace;
  /** The inputs of the next chunk. */
  inputs: Input[];
  readonly #tell: (news: ChunkNews) => void;
  readonly #over = new AbortController();
  #every: number;
  #hidden: boolean;
  #wake: (() => void) | null = null;
  #news: Omit<ChunkNews, 'moments'> = { handed: 0, shown: [], painted: [] };
  /** When the handler was given its last frame. */
  #since = 0;
  #quick = false;

  /** @param first - the inputs of the first chunk, the camera's among them, and what it may paint. */
  constructor(
    { camera, every, hidden }: LoopStart,
    first: { inputs: Input[]; surfaces?: readonly (number | null)[] },
    tell: (news: ChunkNews) => void,
  ) {
    this.camera = camera;
    this.#every = every;
    this.#hidden = hidden;
    this.inputs = first.inputs;
    this.surfaces = first.surfaces ?? [];
    this.pace = new Pace(() => this.#every);
    this.#tell = tell;
  }

  /** Aborts when no frame is to be taken any more; what is in flight ends by itself. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  end(): void {
    this.#over.abort();
    this.#wake?.();
  }

  /** Takes what has changed on the page; it counts from the next chunk. */
  steer({ every, inputs, hidden, hurry, over }: LoopChange): void {
    if (inputs) this.inputs = inputs;
    if (hidden !== undefined) this.#hidden = hidden;
    if (!this.#hidden) this.#wake?.();
    if (every !== undefined) {
      this.#every = every;
      this.pace.retime();
    }
    if (hurry) this.pace.hurry();
    if (over) this.end();
  }

  /** Waits while the page is hidden. */
  async visible(): Promise<void> {
    while (this.#hidden && !this.over.aborted) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = null;
  }

  /** A frame goes to the handler. The page is told at once where the result will take a while. */
  handed(): void {
    this.#since = performance.now();
    this.#news.handed += 1;
    if (!this.#quick) this.tell();
  }

  /**
   * A result has come.
   *
   * @param sent - false: it is painted, and nothing of it is sent. @param captured - ms since 1970, where known.
   */
  result(sent: boolean, captured: number | undefined): void {
    this.#quick = performance.now() - this.#since < QUICK_MS;
    if (sent) this.tell();
    else this.#news.shown.push({ captured, at: performance.timeOrigin + performance.now() });
  }

  /** What was painted on a surface is on the page. */
  painted(surface: number, width: number, height: number): void {
    this.#news.painted.push({ surface, width, height });
  }

  /** Tells the page what is new, if anything is. */
  tell(): void {
    const { handed, shown, painted } = this.#news;
    if (handed + shown.length + painted.length === 0) return;
    this.#tell({ ...this.#news, moments: this.pace.moments });
    this.#news = { handed: 0, shown: [], painted: [] };
  }
}
