// Only for the video worker: it carries mediabunny with it.
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
  WEBM,
} from 'mediabunny';

/** A video that has been opened: its tracks, and where in their time it begins. */
export interface Reel {
  input: Input;
  video: InputVideoTrack;
  audio: InputAudioTrack | null;
  /** Codec of the sound; `null` for none. */
  sound: string | null;
  /** It came as WebM, and everything in it may stay there. */
  webm: boolean;
  /** Seconds: the time of its first picture. */
  base: number;
  /** Seconds of pictures. */
  duration: number;
}

/** Codecs that WebM may hold. */
const WEBM_CODECS: readonly (string | null)[] = ['vp8', 'vp9', 'av1', 'opus', 'vorbis', null];

/** True for what WebM may hold; `null` is nothing. */
export const isWebmCodec = (codec: string | null): boolean => WEBM_CODECS.includes(codec);

/** Opens a file. Not even its head is read yet. */
export const openFile = (file: Blob): Input =>
  new Input({ formats: [MP4, QTFF, WEBM, MATROSKA, MPEG_TS], source: new BlobSource(file) });

/** Opens a video. @throws {Error} with a sentence for the user */
export async function openReel(file: Blob): Promise<Reel> {
  const input = openFile(file);
  const video = await input.getPrimaryVideoTrack();
  if (!video) throw new Error('it has no pictures');
  if ((await video.getCodec()) === null)
    throw new Error('its pictures are written in a way that is not known');
  const audio = await input.getPrimaryAudioTrack();
  const sound = (await audio?.getCodec()) ?? null;
  const { name } = await input.getFormat();
  const inWebm = [await video.getCodec(), sound].every(isWebmCodec);
  const first = await new EncodedPacketSink(video).getFirstKeyPacket();
  if (!first) throw new Error('no picture in it can be shown by itself');
  const base = first.timestamp;
  const duration = (await video.computeDuration()) - base;
  if (!(duration > 0)) throw new Error('it is of no length');
  return {
    input,
    video,
    audio: sound && audio,
    sound,
    webm: inWebm && /WebM|Matroska/.test(name),
    base,
    duration,
  };
}
