/** @file Makes a sound quieter that is louder than a file can hold. */

import type { Samples } from '../../shared/values/samples.ts';

/**
 * Makes a whole sound that is louder than a file can hold quieter, so that its loudest sample is 1: nothing is cut off.
 * Others are not touched, however quiet. Not for chunks of a stream, whose loudness would jump.
 */
export function withinFull(samples: Samples): Samples {
  let peak = 1;
  for (const channel of samples.channels)
    for (const level of channel) if (Math.abs(level) > peak && Number.isFinite(level)) peak = Math.abs(level);
  if (peak === 1) return samples;
  return { ...samples, channels: samples.channels.map((channel) => channel.map((level) => level / peak)) };
}
