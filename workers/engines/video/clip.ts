/** @file Encodes a clip. */

import {
  BufferTarget,
  Mp4OutputFormat,
  Output,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny';
import { unlessAborted } from '../../../src/shared/abort.ts';
import { MediaError, RivuletError, ValueError } from '../../../src/shared/errors.ts';
import type { Clip, ClipImage } from '../../../src/runner/tools/video-types.ts';
import { chooseCodec, type Codec, type ClipWish } from './codec.ts';
import { type ClipPicture, asPicture, sizeOf } from './picture.ts';

/** A clip that is being encoded. */
export class ClipMaker implements Clip {
  readonly #wish: ClipWish;
  readonly #signal: AbortSignal;
  readonly #abort = () => this.#close();
  /** The last call, so that each waits for the one before it. */
  #turn: Promise<unknown> = Promise.resolve();
  #encoding: Encoding | null = null;
  #count = 0;
  #ended = false;

  /** @param signal - closes the encoder when it aborts. */
  constructor(wish: ClipWish, signal: AbortSignal) {
    this.#wish = wish;
    this.#signal = signal;
    signal.addEventListener('abort', this.#abort);
  }

  add(image: ClipImage): Promise<void> {
    return this.#next(async () => {
      const picture = await asPicture(image);
      try {
        await this.#add(picture);
      } finally {
        if (image instanceof Blob) (picture as ImageBitmap).close();
      }
    });
  }

  end(): Promise<Blob> {
    return this.#next(async () => {
      const encoding = this.#encoding;
      if (!encoding)
        throw new RivuletError('A clip was ended that has no pictures: await clip.add(image) first');
      this.#ended = true;
      try {
        await encoding.output.finalize();
      } catch (cause) {
        throw failed(cause);
      } finally {
        this.#close();
      }
      return new Blob([encoding.target.buffer!], { type: encoding.codec.type });
    });
  }

  async #add(picture: ClipPicture): Promise<void> {
    const size = sizeOf(picture);
    this.#encoding ??= await this.#start(size.width, size.height);
    const { width, height } = this.#encoding;
    if (size.width !== width || size.height !== height)
      throw new ValueError(
        `A clip of ${width}×${height} pixels, as its first picture, came with one of ${size.width}×${size.height}: ` +
          'scale it first, for example by drawing it on a canvas',
        { target: 'clip.add(image)' },
      );
    this.#signal.throwIfAborted();
    await this.#encode(this.#encoding, picture);
  }

  async #start(width: number, height: number): Promise<Encoding> {
    const { fps, quality } = this.#wish;
    const canvas = new OffscreenCanvas(even(width), even(height));
    const codec = await chooseCodec(this.#wish, canvas.width, canvas.height);
    const target = new BufferTarget();
    const format = codec.type === 'video/mp4' ? new Mp4OutputFormat() : new WebMOutputFormat();
    const output = new Output({ format, target });
    const source = new VideoSampleSource({ codec: codec.name, quality });
    output.addVideoTrack(source, { frameRate: fps });
    await output.start();
    return {
      width,
      height,
      canvas,
      context: canvas.getContext('2d')!,
      codec,
      target,
      output,
      source,
    };
  }

  async #encode({ width, height, canvas, context, source }: Encoding, picture: ClipPicture): Promise<void> {
    context.globalCompositeOperation = 'copy';
    if (picture instanceof ImageData) context.putImageData(picture, 0, 0);
    else context.drawImage(picture as CanvasImageSource, 0, 0, width, height);
    // What is transparent is black.
    context.globalCompositeOperation = 'destination-over';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.globalCompositeOperation = 'source-over';
    // H.264 has even sides only: an odd one gets its last pixels twice.
    if (canvas.width > width) context.drawImage(canvas, width - 1, 0, 1, height, width, 0, 1, height);
    if (canvas.height > height)
      context.drawImage(canvas, 0, height - 1, canvas.width, 1, 0, height, canvas.width, 1);
    const { fps } = this.#wish;
    const sample = new VideoSample(canvas, { timestamp: this.#count / fps, duration: 1 / fps });
    try {
      await source.add(sample);
      this.#count += 1;
    } catch (cause) {
      throw failed(cause);
    } finally {
      sample.close();
    }
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const signal = this.#signal;
    const turn = this.#turn.then(() => {
      signal.throwIfAborted();
      if (this.#ended) throw new RivuletError('The clip has ended: make another one with ctx.clip()');
      return unlessAborted(work(), signal);
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #close(): void {
    this.#signal.removeEventListener('abort', this.#abort);
    const output = this.#encoding?.output;
    if (output && output.state !== 'finalized') void output.cancel();
    this.#encoding = null;
  }
}

interface Encoding {
  /** Pixels of the pictures; the canvas may be one pixel larger. */
  width: number;
  height: number;
  canvas: OffscreenCanvas;
  context: OffscreenCanvasRenderingContext2D;
  codec: Codec;
  target: BufferTarget;
  output: Output;
  source: VideoSampleSource;
}

const even = (side: number) => side + (side % 2);

const failed = (cause: unknown) =>
  new MediaError(`The clip could not be encoded: ${(cause as Error).message}`, { cause });
