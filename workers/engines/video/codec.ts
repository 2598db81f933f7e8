/** @file Chooses the codec of a clip, and the file that it goes into. */

import { Quality, type VideoCodec, getFirstEncodableVideoCodec } from 'mediabunny';
import { MediaError, ValueError, describe } from '../../../src/shared/errors.ts';
import { sandboxWords } from '../../../src/shared/sandbox.ts';
import type { ClipOptions } from '../../../src/runner/tools/video-types.ts';

type Type = NonNullable<ClipOptions['type']>;

/** A codec, and the file that it goes into. */
export interface Codec {
  name: VideoCodec;
  type: Type;
}

/** What a clip is to be, checked. */
export interface ClipWish {
  fps: number;
  type: Type;
  quality: Quality;
}

/** What is tried for a type, in order: some browsers encode no H.264, others nothing else. */
const WAYS: Record<Type, Codec[]> = {
  'video/mp4': [
    { name: 'avc', type: 'video/mp4' },
    { name: 'vp9', type: 'video/mp4' },
    { name: 'vp8', type: 'video/webm' },
  ],
  'video/webm': [
    { name: 'vp9', type: 'video/webm' },
    { name: 'vp8', type: 'video/webm' },
    { name: 'avc', type: 'video/mp4' },
  ],
};

/** Checks the options of a clip. @throws {ValueError} when one does not fit. */
export function checkClip({ fps, type = 'video/mp4', bitrate }: Partial<ClipOptions> = {}): ClipWish {
  if (typeof fps !== 'number' || !(fps > 0 && fps <= 1000))
    throw unfit('fps', fps, 'frames per second: a number above 0, at most 1000');
  if (!Object.hasOwn(WAYS, type)) throw unfit('type', type, Object.keys(WAYS).join(' or '));
  if (bitrate !== undefined && !(typeof bitrate === 'number' && bitrate > 0 && Number.isFinite(bitrate)))
    throw unfit('bitrate', bitrate, 'bits per second: a number above 0');
  return { fps, type, quality: new Quality(bitrate ? { bitrate: Math.round(bitrate) } : 'high') };
}

/** Returns the first codec that this browser encodes. @throws {MediaError} when there is none. */
export async function chooseCodec(
  { type, quality, fps }: ClipWish,
  width: number,
  height: number,
): Promise<Codec> {
  const ways = WAYS[type];
  const names = ways.map(({ name }) => name);
  const found = await getFirstEncodableVideoCodec(names, { width, height, quality, frameRate: fps });
  const codec = ways.find(({ name }) => name === found);
  if (codec) return codec;
  throw new MediaError(
    `This browser cannot encode a clip of ${width}×${height} pixels (tried ${names.join(', ')}): ` +
      `try a smaller one, or ctx.ffmpeg()${sandboxWords()}`,
    { type },
  );
}

function unfit(name: string, came: unknown, expected: string): ValueError {
  const target = `ctx.clip({ ${name} })`;
  return new ValueError(`${target} came with ${describe(came)}, expected ${expected}`, { target });
}
