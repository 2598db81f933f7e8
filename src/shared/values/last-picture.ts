/** @file Says how long the last picture of a video is shown. */

// What is asked of a reader of a track's packets. Seconds.
export interface PacketTimes {
  /** The packet that is shown at a time. */
  getPacket(time: number, options: { metadataOnly: true }): Promise<Times | null>;
}

interface Times {
  timestamp: number;
  duration: number;
}

/**
 * Works out for how many seconds a track's last picture is shown. WebM may leave that out: then as long as the one
 * before it, and no longer than the file says it is itself; 0 when nothing tells.
 *
 * @param end - the end of the file in seconds, as its head says; `null` when it does not.
 */
export async function durationOfLast(
  sink: PacketTimes,
  last: Times,
  end: () => Promise<number | null>,
): Promise<number> {
  if (last.duration > 0) return last.duration;
  const before = await sink.getPacket(last.timestamp - 1e-6, { metadataOnly: true });
  const usual = before && before.timestamp < last.timestamp ? last.timestamp - before.timestamp : Infinity;
  const said = ((await end()) ?? 0) - last.timestamp;
  const duration = Math.min(usual, said > 0 ? said : Infinity);
  return duration < Infinity ? duration : 0;
}
