/** @file Writes packets as they are into a new file. For the video worker, since it carries mediabunny. */

import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  type InputAudioTrack,
  type InputVideoTrack,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  VideoSampleSink,
  VideoSampleSource,
  WebMOutputFormat,
  getFirstEncodableVideoCodec,
} from 'mediabunny';
import { type OpenedVideo, isWebmCodec } from './opened-video.ts';
import { Unfit } from './tasks.ts';
import { silence } from './silence.ts';
import { sandboxWords } from '../../shared/sandbox.ts';

/** Where a video is put. Seconds. */
interface Place {
  at: number;
  base: number;
  duration: number;
  unsaid: number;
}

/** A file in the making, of packets as they are: one track of pictures, and one of sound where there is any. */
export class PacketWriter {
  readonly #output: Output;
  readonly #target = new BufferTarget();
  readonly #pictures: EncodedVideoPacketSource | VideoSampleSource;
  readonly #sound: EncodedAudioPacketSource | null;
  readonly #codec: string | null;

  private constructor(
    output: Output,
    target: BufferTarget,
    pictures: EncodedVideoPacketSource | VideoSampleSource,
    sound: string | null,
  ) {
    this.#output = output;
    this.#target = target;
    this.#codec = sound;
    this.#pictures = pictures;
    this.#sound = sound === null ? null : new EncodedAudioPacketSource(sound as never);
  }

  /**
   * Begins a file.
   *
   * @param like - the video that comes first: the container is that of its kind.
   * @param sound - codec of the sound; `null` for a file without.
   * @param how - `live`: in fragments, for MediaSource. `encode`: the pictures are of many kinds, and all are encoded
   *   anew, in the size of the first.
   */
  static async begin(
    like: OpenedVideo,
    sound: string | null,
    { live = false, encode = false }: { live?: boolean; encode?: boolean },
  ): Promise<PacketWriter> {
    const target = new BufferTarget();
    const format =
      like.webm && isWebmCodec(sound)
        ? new WebMOutputFormat({ appendOnly: live })
        : new Mp4OutputFormat({ fastStart: live ? 'fragmented' : 'in-memory' });
    const output = new Output({ format, target });
    const codec = encode
      ? await getFirstEncodableVideoCodec(format.getSupportedVideoCodecs())
      : await like.video.getCodec();
    if (!codec) throw new Unfit(`this browser cannot write videos${sandboxWords()}`);
    const pictures = encode
      ? new VideoSampleSource({ codec, quality: QUALITY_HIGH, sizeChangeBehavior: 'contain' })
      : new EncodedVideoPacketSource(codec);
    const writer = new PacketWriter(output, target, pictures, sound);
    output.addVideoTrack(pictures, encode ? {} : { rotation: await like.video.getRotation() });
    if (writer.#sound) output.addAudioTrack(writer.#sound);
    await output.start();
    return writer;
  }

  /** Adds a video behind `at`, in seconds: its pictures, and as much of its sound as they last. */
  async add({ video, audio, base, duration, unsaid }: OpenedVideo, at: number): Promise<void> {
    const place = { at, base, duration, unsaid };
    await Promise.all([this.#addPictures(video, place), this.#sound && this.#addSound(audio, place)]);
  }

  /** The whole file. */
  async end(): Promise<{ file: Blob; mime: string }> {
    this.#pictures.close();
    this.#sound?.close();
    const mime = await this.#output.getMimeType();
    await this.#output.finalize();
    return { file: new Blob([this.#target.buffer!], { type: mime.replace(/;.*/, '') }), mime };
  }

  /** Gives up. */
  cancel(): Promise<void> {
    return this.#output.cancel();
  }

  async #addPictures(track: InputVideoTrack, { at, base, unsaid }: Place): Promise<void> {
    const source = this.#pictures;
    if (source instanceof VideoSampleSource) {
      for await (const sample of new VideoSampleSink(track).samples()) {
        sample.setTimestamp(Math.max(0, at + sample.timestamp - base));
        await source.add(sample);
        sample.close();
      }
      return;
    }
    const decoderConfig = (await track.getDecoderConfig()) ?? undefined;
    const sink = new EncodedPacketSink(track);
    const first = await sink.getFirstKeyPacket();
    for await (const packet of sink.packets(first!)) {
      const timestamp = Math.max(0, at + packet.timestamp - base);
      await source.add(packet.clone({ timestamp, duration: packet.duration || unsaid }), { decoderConfig });
    }
  }

  /** Sound may begin before the pictures, and end before or after them: here it fits them. */
  async #addSound(track: InputAudioTrack | null, { at, base, duration }: Place): Promise<void> {
    const source = this.#sound!;
    const decoderConfig = (await track?.getDecoderConfig()) ?? undefined;
    let heard = 0;
    if (track)
      for await (const packet of new EncodedPacketSink(track).packets()) {
        const from = packet.timestamp - base;
        const middle = from + packet.duration / 2;
        if (middle <= 0) continue;
        if (middle >= duration) break;
        await source.add(packet.clone({ timestamp: at + Math.max(0, from) }), { decoderConfig });
        heard = from + packet.duration;
      }
    // A hole in the sound would stop the pictures too.
    const quiet = silence(this.#codec!, decoderConfig);
    for (; quiet && heard + quiet.seconds / 2 < duration; heard += quiet.seconds)
      await source.add(new EncodedPacket(quiet.data, 'key', at + heard, quiet.seconds), {
        decoderConfig: quiet.decoderConfig,
      });
    if (heard === 0) throw new Unfit('it has no sound, and what came before it has');
  }
}
