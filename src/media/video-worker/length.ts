/** @file Makes a WebM as long as its pictures. For the video worker, since it carries mediabunny. */

import { BufferSource, EncodedPacketSink, Input, WEBM } from 'mediabunny';
import { durationOfLast } from '../../shared/values/last-picture.ts';

// The id of a segment's duration, and the size of the number that the library writes there.
const DURATION = [0x44, 0x89, 0x88];
// It stands in the first so many bytes.
const HEAD = 4096;

/**
 * Makes a WebM that was written here as long as its pictures: where they were copied from a file that does not say how
 * long the last one is shown, the library took it for none.
 */
export async function lengthen(buffer: ArrayBuffer): Promise<void> {
  const input = new Input({ formats: [WEBM], source: new BufferSource(buffer) });
  try {
    const video = await input.getPrimaryVideoTrack();
    if (!video) return;
    const sink = new EncodedPacketSink(video);
    const last = await sink.getPacket(Number.POSITIVE_INFINITY, { metadataOnly: true });
    const said = await video.getDurationFromMetadata();
    if (!last || said === null) return;
    const end = last.timestamp + (await durationOfLast(sink, last, async () => said));
    const head = new Uint8Array(buffer, 0, Math.min(HEAD, buffer.byteLength));
    const at = head.findIndex((_, from) => DURATION.every((byte, offset) => head[from + offset] === byte));
    // The library counts in milliseconds.
    if (end > said && at >= 0) new DataView(buffer).setFloat64(at + DURATION.length, end * 1000);
  } finally {
    input.dispose();
  }
}
