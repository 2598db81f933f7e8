/** @file Brings the values of a run into one stream of sound or video. */

/** What plays chunks of sound or video as one. */
export interface ChunkStream<Chunk> extends EventTarget {
  append(chunk: Chunk): unknown;
  /** No more chunks come. */
  finish(): unknown;
  /** Nothing more is seen or heard, for good. */
  close(): void;
  toBlob(): Promise<Blob | null> | Blob | null;
}

/** What the values of a run become. */
export interface StreamPlace<Chunk, Stream extends ChunkStream<Chunk>> {
  /** Makes room for the stream of another run. */
  begin(): void;
  load(): Promise<Stream>;
  ready(stream: Stream): void;
  /** A chunk, or what plays them, could not be had. */
  failed(error: Error): void;
  finished?(writer: StreamWriter<Chunk, Stream>): void;
}

/** The values of one run on their way into one stream; what plays them is loaded with the first. */
export class StreamWriter<Chunk, Stream extends ChunkStream<Chunk>> {
  /** `null` until it is there. */
  stream: Stream | null = null;
  readonly loading: Promise<Stream>;
  #closed = false;

  constructor({ load, ready, failed }: Pick<StreamPlace<Chunk, Stream>, 'load' | 'ready' | 'failed'>) {
    this.loading = load().then((stream) => {
      stream.addEventListener('error', (event) => failed((event as CustomEvent<Error>).detail));
      this.stream = stream;
      if (!this.#closed) ready(stream);
      return stream;
    });
    this.loading.catch(failed);
  }

  append(chunk: Chunk): void {
    if (this.stream) return void this.stream.append(chunk);
    const own = structuredClone(chunk); // whoever gave it may write on
    this.whenReady((stream) => void stream.append(own));
  }

  close(): void {
    this.#closed = true;
    this.whenReady((stream) => stream.close());
  }

  /** Returns all that came, as one file. */
  async toBlob(): Promise<Blob | null> {
    return (await this.loading).toBlob();
  }

  /** Does something with the stream, as soon as it is there. */
  whenReady(act: (stream: Stream) => void): void {
    if (this.stream) act(this.stream);
    else void this.loading.then(act, () => undefined);
  }
}

/** Brings the values of runs into streams, one for each: a later run takes the place of an earlier one for good. */
export class RunStream<Chunk, Stream extends ChunkStream<Chunk>> {
  /** The stream of the latest run; `null` when something else is shown. */
  writer: StreamWriter<Chunk, Stream> | null = null;
  readonly #place: StreamPlace<Chunk, Stream>;
  #now: AbortSignal | null = null;
  readonly #past = new WeakSet<AbortSignal>();

  constructor(place: StreamPlace<Chunk, Stream>) {
    this.#place = place;
  }

  /**
   * Adds a value of a run.
   *
   * @param over - stands for the run: aborts when that is over.
   * @returns false for a run that had its time.
   */
  append(chunk: Chunk, over: AbortSignal): boolean {
    if (this.#past.has(over)) return false;
    if (this.#now && this.#now !== over) this.#past.add(this.#now);
    if (this.#now !== over || !this.writer) {
      this.#now = over;
      this.#place.begin();
      const writer = (this.writer = new StreamWriter(this.#place));
      over.addEventListener('abort', () => {
        writer.whenReady((stream) => void stream.finish());
        this.#place.finished?.(writer);
      });
    }
    this.writer.append(chunk);
    return true;
  }

  /** Something else is shown. */
  close(): void {
    this.writer?.close();
    this.writer = null;
  }
}
