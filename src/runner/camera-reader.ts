/** @file Reads a camera where the handler runs. */

/**
 * Reads a camera where the handler runs. Reading is the throttle: an unread camera keeps its newest frame only.
 * It owns the stream; each frame it gives belongs to the caller.
 */
export class CameraReader {
  readonly #reader: ReadableStreamDefaultReader<VideoFrame>;

  constructor(frames: ReadableStream<VideoFrame>) {
    this.#reader = frames.getReader();
  }

  /** The newest frame, as soon as there is one; `null` when the camera has ended or was closed. */
  async read(): Promise<VideoFrame | null> {
    const { value } = await this.#reader.read();
    return value ?? null;
  }

  /** Ends a waiting `read` and lets the camera go. */
  close(): void {
    void this.#reader.cancel().catch(() => undefined);
  }
}
