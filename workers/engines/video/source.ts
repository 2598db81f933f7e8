/** @file Opens a video for reading. */

import {
  BlobSource,
  EncodedPacketSink,
  Input,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  MPEG_TS,
  QTFF,
  UnsupportedInputFormatError,
  WEBM,
} from 'mediabunny';
import { MediaError } from '../../../src/shared/errors.ts';
import { sandboxWords } from '../../../src/shared/sandbox.ts';
import { mendWebm } from '../../../src/shared/values/webm-mend.ts';
import { nameColours } from './colours.ts';
import { containerOf } from './container.ts';
import { convert, nameOf, unreadable } from './unreadable.ts';

/** A file that is open for reading. */
export interface Video {
  /** Its owner disposes it. */
  input: Input;
  track: InputVideoTrack;
  /** Seconds: the time in the file that counts as 0. Broadcast streams begin anywhere. */
  start: number;
}

/**
 * Opens a video, of which little more than its table of contents is read.
 *
 * @throws {MediaError} when it is no video that this browser can decode: says what it is, where that can be known.
 */
export async function openVideo(blob: Blob): Promise<Video> {
  const whole = await mendWebm(blob).catch((cause) => {
    throw unreadable(blob, cause);
  });
  // By slices, not as a stream, of which Firefox gives parts of 256 MB.
  const source = new BlobSource(whole, { useStreamReader: false, handleUnhandledError: () => undefined });
  const input = new Input({ source, formats: [MP4, QTFF, MATROSKA, WEBM, MPEG_TS] });
  try {
    return { input, ...(await openTrack(blob, input)) };
  } catch (cause) {
    input.dispose();
    if (cause instanceof MediaError) throw cause;
    if (cause instanceof UnsupportedInputFormatError) throw await unknown(blob, cause);
    throw unreadable(blob, cause);
  }
}

async function openTrack(blob: Blob, input: Input): Promise<Omit<Video, 'input'>> {
  const track = await input.getPrimaryVideoTrack();
  if (!track) {
    const sound = await input.getPrimaryAudioTrack();
    if (!sound) throw unreadable(blob, new Error('it has no tracks'));
    const codec = (await sound.getCodec()) ?? 'of an unknown kind';
    throw new MediaError(`${nameOf(blob)} holds only sound (${codec}), expected a video`, {
      type: blob.type,
    });
  }
  if (!(await track.canDecode())) {
    const codec = (await track.getCodec()) ?? words(await track.getInternalCodecId());
    throw new MediaError(
      `${nameOf(blob)} holds video of the codec ${codec}, which this browser cannot decode${sandboxWords() || `: ${convert}`}`,
      { type: blob.type },
    );
  }
  if (!(await new EncodedPacketSink(track).getFirstPacket({ metadataOnly: true })))
    throw unreadable(blob, new Error('no picture in it is whole'));
  await nameColours(track);
  return { track, start: Math.max(0, await input.getFirstTimestamp()) };
}

async function unknown(blob: Blob, cause: unknown): Promise<MediaError> {
  const container = await containerOf(blob);
  const words = !blob.size
    ? `${nameOf(blob)} is empty (0 bytes), expected a video`
    : container
      ? `${nameOf(blob)} is ${container}, a container that browsers do not read: ${convert}`
      : `${nameOf(blob)} is no video that can be read (MP4, MOV, WebM, Matroska or MPEG-TS): ${convert}`;
  return new MediaError(words, { type: blob.type, cause });
}

const words = (id: string | number | Uint8Array | null): string =>
  typeof id === 'string'
    ? `"${id.trim()}"`
    : typeof id === 'number'
      ? `0x${id.toString(16)}`
      : 'of an unknown name';
