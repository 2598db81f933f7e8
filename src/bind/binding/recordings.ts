/** @file The recorders among a binding's triggers, each with the stream that follows its recordings. */

import { isAbort } from '../../shared/errors.ts';
import type { Recording, StreamPort } from '../../shared/port.ts';
import type { Bound } from '../run/bound.ts';
import { notify } from '../notify.ts';
import { outdate } from '../run/outdate.ts';
import type { Stream } from '../stream/stream.ts';
import type { Runtime } from './runtime.ts';

/** The recorders among a binding's triggers, each with the stream that follows its recordings. */
export class Recordings {
  readonly #binding: Bound;
  readonly #load: () => Promise<Runtime>;
  readonly #streams = new Map<StreamPort, Stream | null>();

  /** @param load - gives what carries streams out; it throws an abort when the binding is cancelled meanwhile. */
  constructor(binding: Bound, load: () => Promise<Runtime>) {
    this.#binding = binding;
    this.#load = load;
  }

  /** Follows all recordings of `port`, until the returned function is called. */
  follow(port: StreamPort): () => void {
    this.#streams.set(port, null);
    port.use('input');
    return port.onRecord((recording) => this.#record(port, recording));
  }

  /**
   * True when another input's event is no run of its own: it hurries the next chunk of an open stream, and without one
   * it counts only when the recorder has a picture to give.
   */
  absorbs(): boolean {
    const streams = [...this.#streams];
    if (streams.some(([, stream]) => stream?.nudge())) return true;
    return streams.some(
      ([port]) => port.streamState !== 'closed' || (port as { value?: unknown }).value == null,
    );
  }

  async #record(port: StreamPort, recording: Recording): Promise<void> {
    outdate(this.#binding);
    try {
      const { Stream } = await this.#load();
      if (!this.#streams.get(port)) this.#streams.set(port, new Stream(this.#binding, port));
    } catch (error) {
      if (isAbort(error)) return;
      notify(port, { level: 'error', message: (error as Error).message, source: this.#binding });
      throw error;
    }
    await this.#streams.get(port)?.follow(recording);
  }
}
