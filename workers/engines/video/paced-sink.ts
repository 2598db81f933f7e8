/** @file Feeds the decoder no more packets than are needed soon. */

import { type EncodedPacketSink, type VideoSample, VideoSampleSink } from 'mediabunny';

/** Frames that may be under way at once: enough to keep a decoder busy. */
const AHEAD = 4;

/** What this class knows of the inside of the library's sink. */
interface Inside {
  _createDecoder(...args: unknown[]): Promise<{ decoder: VideoDecoder | null }>;
  _createPacketSink(): EncodedPacketSink;
}

/**
 * The library's sink with a short leash: it would hand 40 packets to the decoder before anybody asks for the second
 * frame, and of a large video all of them, decoded, take half a gigabyte. Here a packet is handed over when few frames
 * are under way. What the decoder keeps to put frames into order does not count, so that it never starves.
 */
export class PacedSink extends VideoSampleSink {
  #decoder: VideoDecoder | null = null;
  /** Frames that are decoded and not closed yet. */
  #open = 0;
  #left = false;
  #wake: (() => void) | null = null;

  /** Ends all waiting: nobody reads any more. */
  letGo(): void {
    this.#left = true;
    this.#look();
  }

  /** @internal */
  async _createDecoder(onSample: (sample: VideoSample) => unknown, onError: unknown) {
    const counted = (sample: VideoSample) => {
      this.#open += 1;
      const close = sample.close.bind(sample);
      sample.close = () => {
        sample.close = close;
        close();
        this.#open -= 1;
        this.#look();
      };
      onSample(sample);
    };
    const inside = super['_createDecoder' as never] as Inside['_createDecoder'];
    const wrapper = await inside.call(this, counted, onError);
    this.#decoder = wrapper.decoder;
    this.#decoder?.addEventListener('dequeue', () => this.#look());
    return wrapper;
  }

  /** @internal */
  _createPacketSink() {
    const inside = super['_createPacketSink' as never] as Inside['_createPacketSink'];
    const sink = inside.call(this);
    const packets = sink.packets.bind(sink);
    sink.packets = (...args) => {
      const all = packets(...args);
      const next = all.next.bind(all);
      all.next = async () => {
        await this.#room();
        return next();
      };
      return all;
    };
    return sink;
  }

  #look(): void {
    this.#wake?.();
    this.#wake = null;
  }

  async #room(): Promise<void> {
    const full = () => this.#open + (this.#decoder?.decodeQueueSize ?? 0) >= AHEAD;
    while (!this.#left && full()) await new Promise<void>((resolve) => (this.#wake = resolve));
  }
}
