/** @file One press of Record on a webcam, as one binding follows it. */

import type { Recording } from '../../shared/port.ts';
import type { ImageType, Input } from '../../shared/protocol.ts';
import { valueEvent } from '../../page/events.ts';
import { delay } from '../../shared/abort.ts';
import type { Preview } from './preview.ts';
import type { WebcamHost } from './webcam-host.ts';

/** Milliseconds between two `stream` events where no binding says otherwise. */
const EVERY_MS = 500;

/** What a recording needs to know of its camera. */
export interface Camera {
  preview: Preview;
  track: MediaStreamTrack;
  /** True when data and preview are both mirrored. */
  mirror: boolean;
  type: ImageType;
  /** Called with each frame that is handed out. */
  handed: () => void;
}

type Processor = new (options: { track: MediaStreamTrack }) => { readable: ReadableStream<VideoFrame> };

/** One press of Record on a webcam, as one binding follows it. */
export class CameraRecording implements Recording {
  readonly joins = false;
  readonly ended: AbortSignal;
  readonly cancelled: AbortSignal;
  readonly #camera: Camera;
  readonly #first: number;
  #taken = 0;

  constructor(camera: Camera, ended: AbortSignal, cancelled: AbortSignal) {
    this.#camera = camera;
    this.#first = camera.preview.frames;
    this.ended = ended;
    this.cancelled = cancelled;
  }

  get count(): number {
    return this.#camera.preview.frames - this.#first;
  }

  async visible(): Promise<void> {
    while (document.hidden && !this.ended.aborted) {
      const shown = new AbortController();
      await new Promise<void>((resolve) => {
        const options = { once: true, signal: shown.signal };
        document.addEventListener('visibilitychange', () => resolve(), options);
        this.ended.addEventListener('abort', () => resolve(), options);
      });
      shown.abort();
    }
  }

  frames(): ReadableStream<VideoFrame> | null {
    const { MediaStreamTrackProcessor } = globalThis as { MediaStreamTrackProcessor?: Processor };
    if (!MediaStreamTrackProcessor || this.#camera.track.readyState === 'ended') return null;
    return new MediaStreamTrackProcessor({ track: this.#camera.track }).readable;
  }

  async take(): Promise<Input | null> {
    const { preview, mirror, type, handed } = this.#camera;
    if (!this.ended.aborted) this.#taken = await preview.after(this.#taken, this.ended);
    if (this.ended.aborted || !preview.ready) return null;
    const source = await preview.grab();
    handed();
    return { kind: 'image', type, source, mirror };
  }

  remote(camera: number): Input {
    const { mirror, type, handed } = this.#camera;
    handed();
    return { kind: 'image', type, source: { camera }, mirror };
  }
}

/** Follows a recording that no binding follows: fires `stream` for the page's own listeners. */
export async function fireStream(host: WebcamHost, recording: Recording, handed: () => void): Promise<void> {
  const { ended } = recording;
  host.streamState = 'open';
  for (;;) {
    await recording.visible();
    if (ended.aborted) break;
    handed();
    host.dispatchEvent(valueEvent('stream', () => host.value));
    await delay(EVERY_MS, ended);
  }
}
