/** @file One press of Record on a microphone, as one binding follows it. */

import { Fitting } from '../../../media/sound/resample.ts';
import { encodeWav } from '../../../shared/values/wav-file.ts';
import { delay } from '../../../shared/abort.ts';
import type { Recording } from '../../../shared/port.ts';
import type { Input } from '../../../shared/protocol.ts';
import { type Samples, concatSamples, lengthOf } from '../../../shared/values/samples.ts';
import type { RecorderHost } from './recorder-host.ts';

/** Milliseconds between two `stream` events where no binding says otherwise. */
const EVERY_MS = 500;

/** One press of Record on a microphone, as one binding follows it: what was heard waits until it is taken. */
export class SoundRecording implements Recording {
  readonly joins = true;
  readonly ended: AbortSignal;
  readonly cancelled: AbortSignal;
  readonly #host: RecorderHost;
  readonly #fitting: Fitting;
  #slices: Samples[] = [];
  #over = false;
  #flushed = false;
  #wake: (() => void) | null = null;

  constructor(host: RecorderHost, ended: AbortSignal, cancelled: AbortSignal) {
    this.#host = host;
    this.#fitting = new Fitting(host);
    this.ended = ended;
    this.cancelled = cancelled;
  }

  /** Adds what was heard. */
  push(slice: Samples): void {
    this.#slices.push(slice);
    this.#wake?.();
  }

  /** Nothing more comes. */
  finish(): void {
    this.#over = true;
    this.#wake?.();
  }

  get pending(): boolean {
    return !this.#flushed;
  }

  /** A hidden page hears as well as one that is seen. */
  async visible(): Promise<void> {}

  frames(): null {
    return null;
  }

  /** Gives all that was heard since the last chunk; after Stop it waits for the last of it. */
  async take(): Promise<Input | null> {
    while (!this.#flushed) {
      while (!this.#over && (this.ended.aborted || this.#slices.length === 0))
        await new Promise<void>((resolve) => (this.#wake = resolve));
      const pieces =
        this.#slices.length > 0 ? [this.#fitting.push(concatSamples(this.#slices.splice(0)))] : [];
      if (this.#over) {
        pieces.push(this.#fitting.flush());
        this.#flushed = true;
      }
      const chunk = concatSamples(pieces.filter((piece) => lengthOf(piece) > 0));
      if (lengthOf(chunk) === 0) continue;
      const value = this.#host.type === 'blob' ? encodeWav(chunk) : chunk;
      this.#host.handed(value);
      return { kind: 'value', value };
    }
    return null;
  }

  /** Sound has no camera to be read from. */
  remote(): Input {
    return { kind: 'value', value: null };
  }
}

/** Follows a recording that no binding follows: fires `stream` for the page's own listeners. */
export async function fireStream(host: RecorderHost, recording: Recording): Promise<void> {
  host.streamState = 'open';
  do {
    await delay(EVERY_MS, recording.ended);
    const chunk = await recording.take();
    if (chunk) host.notify('stream', { value: (chunk as { value: unknown }).value });
  } while (recording.pending);
}
