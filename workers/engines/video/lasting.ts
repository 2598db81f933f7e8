/** @file Gives decoded frames their durations. */

import { EncodedPacketSink, type InputVideoTrack, type VideoSample } from 'mediabunny';
import { durationOfLast } from '../../../src/shared/values/last-picture.ts';

/**
 * Decoded frames in order, each with its duration. WebM leaves that out for the last of each of its parts: such a frame
 * waits for the next one. Takes over the samples; whoever takes one from here closes it.
 */
export async function* lasting(
  samples: AsyncGenerator<VideoSample, void>,
  track: InputVideoTrack,
): AsyncGenerator<VideoSample, void> {
  let open: VideoSample[] = [];
  const take = () => open.shift()!;
  try {
    for await (const sample of samples) {
      open.push(sample);
      if (open[1]) {
        open[0]!.setDuration(sample.timestamp - open[0]!.timestamp);
        yield take();
      }
      if (open[0]!.duration) yield take();
    }
    if (!open[0]) return;
    open[0].setDuration(await remaining(open[0], track));
    yield take();
  } finally {
    for (const sample of open) sample.close();
    open = [];
  }
}

/** For how many seconds a frame is shown behind which no other was decoded. */
async function remaining({ timestamp }: VideoSample, track: InputVideoTrack): Promise<number> {
  const sink = new EncodedPacketSink(track);
  const packet = await sink.getPacket(timestamp + 1e-6, { metadataOnly: true });
  if (!packet) return 0;
  const next = await sink.getNextPacket(packet, { metadataOnly: true });
  if (next && next.timestamp > timestamp) return next.timestamp - timestamp;
  return durationOfLast(sink, packet, () => track.getDurationFromMetadata());
}
