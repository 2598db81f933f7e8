/** @file The audio thread's part of a capture: cuts what it hears into slices. */

// Loaded twice: by the page, for its URL and its text, and by the audio thread, where it registers itself.
// It must import nothing.

/** What the audio thread needs to know of a capture. */
export interface CaptureOptions {
  /** Samples per slice. */
  slice: number;
  channels: number;
}

/** From the audio thread: a slice of each channel, which now belongs to the page; or that all of it has been sent. */
export type FromCapture = { channels: Float32Array[] } | 'flushed';

/** What TypeScript does not know of the audio thread. */
interface AudioThread {
  AudioWorkletProcessor: new () => { readonly port: MessagePort };
  registerProcessor(name: string, processor: unknown): void;
}

/** Registers the processor that cuts all that it hears into slices. Stands alone: its text is a script too. */
export function registerCapture(): void {
  const thread = globalThis as unknown as AudioThread;
  class CaptureProcessor extends thread.AudioWorkletProcessor {
    #slice: number;
    #channels: Float32Array[];
    #filled = 0;
    #over = false;

    constructor({ processorOptions }: { processorOptions: CaptureOptions }) {
      super();
      this.#slice = processorOptions.slice;
      this.#channels = Array.from({ length: processorOptions.channels }, () => new Float32Array(this.#slice));
      this.port.onmessage = () => {
        this.#over = true;
        this.#send();
        this.port.postMessage('flushed');
      };
    }

    #send(): void {
      if (this.#filled === 0) return;
      const channels = this.#channels.map((channel) =>
        this.#filled < this.#slice ? channel.slice(0, this.#filled) : channel,
      );
      this.port.postMessage(
        { channels },
        channels.map(({ buffer }) => buffer),
      );
      this.#channels = channels.map(() => new Float32Array(this.#slice));
      this.#filled = 0;
    }

    process([input]: Float32Array[][]): boolean {
      const length = input?.[0]?.length ?? 0;
      for (let read = 0; read < length && !this.#over; ) {
        const count = Math.min(length - read, this.#slice - this.#filled);
        this.#channels.forEach((channel, at) =>
          channel.set(input![at]!.subarray(read, read + count), this.#filled),
        );
        this.#filled += count;
        read += count;
        if (this.#filled === this.#slice) this.#send();
      }
      return !this.#over;
    }
  }
  thread.registerProcessor('riv-capture', CaptureProcessor);
}

/**
 * Where this module can be loaded from by the audio thread; `null` in a script that is no module. As a stack tells it:
 * bundlers put a path of the building machine in place of `import.meta.url`.
 */
export const processorURL: string | null =
  typeof import.meta.resolve === 'function'
    ? (/\w+:\/\/\S+?(?=:\d+:\d+)/.exec(new Error().stack ?? '')?.[0] ?? null)
    : null;

if ('registerProcessor' in globalThis) registerCapture();
