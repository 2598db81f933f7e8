/** @file Gives a small film that does not name its colours those of standard definition. */

import type { InputVideoTrack } from 'mediabunny';

// Lines of a picture from which on it counts as high definition.
const HIGH = 720;

const REC601 = { primaries: 'smpte170m', transfer: 'smpte170m', matrix: 'smpte170m' } as const;

/**
 * Gives a small film that does not name its colours those of standard definition, as browsers do in `<video>` and
 * ffmpeg does everywhere; a decoder would take those of high definition, and its reds and greens would be off.
 */
export async function nameColours(track: InputVideoTrack): Promise<void> {
  const config = await track.getDecoderConfig();
  if (!config || config.colorSpace?.matrix || (await track.getCodedHeight()) >= HIGH) return;
  const fullRange = config.colorSpace?.fullRange ?? false;
  track.getDecoderConfig = async () => ({ ...config, colorSpace: { ...REC601, fullRange } });
}
