/** @file Writes the values of one run into one stream of sound. */

import type { AudioStream } from '../../media/sound/audio-out.ts';
import { part } from '../../page/lazy.ts';
import type { Samples } from '../../shared/values/samples.ts';
import type { SoundValue } from './sound.ts';

type Chunk = Exclude<SoundValue, null>;

const load = () => part(() => import('../../media/sound/audio-out.ts'));

/** Fetches what plays streams, so that the first chunk need not wait for it. */
export function preload(): void {
  load().catch(() => undefined); // tried again with the first chunk
}

/** The values of one run on their way into one stream of sound; what plays them is loaded with the first. */
export class Relay {
  #stream: AudioStream | null = null;
  #closed = false;
  readonly #loading: Promise<AudioStream>;

  /** @param ready - is given the stream. @param failed - a chunk, or what plays them, could not be had. */
  constructor(autoplay: boolean, ready: (stream: AudioStream) => void, failed: (error: Error) => void) {
    this.#loading = load().then(({ AudioStream }) => {
      const stream = new AudioStream({ autoplay });
      stream.addEventListener('error', (event) => failed((event as CustomEvent<Error>).detail));
      this.#stream = stream;
      if (!this.#closed) ready(stream);
      return stream;
    });
    this.#loading.catch(failed);
  }

  append(chunk: Chunk): void {
    if (this.#stream) return void this.#stream.append(chunk);
    const own = structuredClone(chunk); // whoever gave it may write on
    this.#then((stream) => void stream.append(own));
  }

  /** No more chunks come. */
  finish(): void {
    this.#then((stream) => void stream.finish());
  }

  /** Silence, and no device, until somebody plays it again. */
  release(): void {
    this.#then((stream) => stream.release());
  }

  /** Silence, for good. */
  close(): void {
    this.#closed = true;
    this.#then((stream) => stream.close());
  }

  /** Resolves when all that was given so far is decoded. */
  async settled(): Promise<void> {
    await (await this.#loading).settled();
  }

  /** All that came. */
  samples(): Samples | null {
    return this.#stream?.samples() ?? null;
  }

  /** All that came, as a WAV. */
  async toBlob(): Promise<Blob | null> {
    return (await this.#loading).toBlob();
  }

  #then(act: (stream: AudioStream) => void): void {
    if (this.#stream) act(this.#stream);
    else void this.#loading.then(act, () => undefined);
  }
}
