/** @file Opens a video: its tracks, and where their time begins. For the video worker, since it carries mediabunny. */

import {
  BlobSource,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  MPEG_TS,
  QTFF,
  UrlSource,
  WEBM,
} from 'mediabunny';
import { durationOfLast } from '../../shared/values/last-picture.ts';
import { mendWebm } from '../../shared/values/webm-mend.ts';
import { Unfit } from './tasks.ts';
import { soundsOf } from './transport.ts';

/** A video that has been opened: its tracks, and where in their time it begins. */
export interface OpenedVideo {
  input: Input;
  video: InputVideoTrack;
  audio: InputAudioTrack | null;
  /** Codec of the sound; `null` for none. */
  sound: string | null;
  /** The kind of sound that is in it and cannot be read. */
  lost?: string;
  /** It came as WebM, and everything in it may stay there. */
  webm: boolean;
  /** Seconds: the time of its first picture. */
  base: number;
  /** Seconds of pictures. */
  duration: number;
  /** Seconds of its last picture, where the file does not say; else 0. */
  unsaid: number;
}

/** Codecs that WebM may hold. */
const WEBM_CODECS: readonly (string | null)[] = ['vp8', 'vp9', 'av1', 'opus', 'vorbis', null];

/** True for what WebM may hold; `null` is nothing. */
export const isWebmCodec = (codec: string | null): boolean => WEBM_CODECS.includes(codec);

/** Opens a file, as far as it is whole, or what lies at a URL. */
export async function openFile(file: Blob | string): Promise<Input> {
  const source = typeof file === 'string' ? new UrlSource(file) : new BlobSource(await mendWebm(file));
  return new Input({ formats: [MP4, QTFF, WEBM, MATROSKA, MPEG_TS], source });
}

/** Returns the kind of sound in a file that nobody here can read; the library passes some over without a word. */
export async function lostSound(input: Input, file: Blob | string): Promise<string | undefined> {
  const audio = await input.getPrimaryAudioTrack();
  if (audio) return (await audio.getCodec()) ? undefined : 'an unknown codec';
  if (typeof file === 'string' || (await input.getFormat()) !== MPEG_TS) return undefined;
  return (await soundsOf(file))[0];
}

/** Says whether a file holds something else than pictures, or nothing at all. */
export const noPictures = async (input: Input): Promise<Unfit> =>
  new Unfit(
    (await input.getTracks()).length ? 'it has no pictures' : 'it is cut off: nothing in it can be found',
  );

/** Opens a video. @throws {Error} with a sentence for the user */
export async function openVideo(file: Blob): Promise<OpenedVideo> {
  const input = await openFile(file);
  const video = await input.getPrimaryVideoTrack();
  if (!video) throw await noPictures(input);
  if ((await video.getCodec()) === null)
    throw new Unfit('its pictures are written in a way that is not known');
  const audio = await input.getPrimaryAudioTrack();
  const sound = (await audio?.getCodec()) ?? null;
  const { name } = await input.getFormat();
  const inWebm = [await video.getCodec(), sound].every(isWebmCodec);
  const sink = new EncodedPacketSink(video);
  const first = await sink.getFirstKeyPacket();
  if (!first)
    throw new Unfit(
      (await sink.getFirstPacket({ metadataOnly: true }))
        ? 'no picture in it can be shown by itself'
        : 'it is cut off: no picture in it is whole',
    );
  const base = first.timestamp;
  const unsaid = await unsaidOf(video, sink);
  const duration = (await video.computeDuration()) - base + unsaid;
  if (!(duration > 0)) throw new Unfit('it is of no length');
  return {
    input,
    video,
    audio: sound && audio,
    sound,
    webm: inWebm && /WebM|Matroska/.test(name),
    base,
    duration,
    unsaid,
    lost: sound ? undefined : await lostSound(input, file),
  };
}

/** Seconds of the last picture, where it does not say. */
async function unsaidOf(video: InputVideoTrack, sink: EncodedPacketSink): Promise<number> {
  const last = await sink.getPacket(Number.POSITIVE_INFINITY, { metadataOnly: true });
  if (!last || last.duration > 0) return 0;
  return durationOfLast(sink, last, () => video.getDurationFromMetadata());
}
