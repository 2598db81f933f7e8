/** @file Decodes the frames of a video, a few ahead of who reads them. */

import { EncodedPacketSink, type VideoSample } from 'mediabunny';
import { unlessAborted } from '../../../src/shared/abort.ts';
import { ValueError, describe } from '../../../src/shared/errors.ts';
import type { FramesOptions, VideoFrames, VideoInfo } from '../../../src/runner/tools/video-types.ts';
import { durationOfLast } from '../../../src/shared/values/last-picture.ts';
import { asShown } from './as-shown.ts';
import { lasting } from './lasting.ts';
import { PacedSink } from './paced-sink.ts';
import { openVideo, type Video } from './source.ts';
import { unreadable } from './unreadable.ts';

/**
 * Returns the frames of a video, decoded a few ahead of who reads them. The frame in hand is closed when the next is asked for
 * or the loop is left, the decoder then or when the signal aborts.
 *
 * @throws {ValueError} when `video` is no Blob, or a time is none.
 */
export function readFrames(video: Blob, { from, to }: FramesOptions = {}, signal: AbortSignal): VideoFrames {
  if (!(video instanceof Blob))
    throw unfit(describe(video), 'a Blob: the value of a Video, or of a File', '');
  const first = seconds(from ?? 0, 'from');
  const end = seconds(to ?? Infinity, 'to');
  if (end < first) throw unfit(`from: ${first} and to: ${end}`, '`to` after `from`', '');
  let info: Promise<VideoInfo> | null = null;
  return Object.assign(frames(video, first, end, signal), {
    info: () => unlessAborted((info ??= describeVideo(video)), signal),
  }) as unknown as VideoFrames;
}

async function* frames(
  blob: Blob,
  from: number,
  to: number,
  signal: AbortSignal,
): AsyncGenerator<VideoFrame, undefined, undefined> {
  signal.throwIfAborted();
  if (from === to) return undefined;
  const video = await unlessAborted(openVideo(blob), signal, ({ input }) => input.dispose());
  const sink = new PacedSink(video.track);
  const decoded = sink.samples(video.start + from, video.start + to);
  const samples = lasting(decoded, video.track);
  const leave = () => {
    sink.letGo();
    void decoded.return();
    void samples.return();
    video.input.dispose();
  };
  // A handler that was stopped may never ask again; the frame in its hands stays open until it does, for its last result.
  signal.addEventListener('abort', leave);
  let frame: VideoFrame | null = null;
  let last = video.start + from;
  try {
    for (;;) {
      const sample = await nextSample(blob, samples, signal);
      if (!sample) break;
      last = sample.timestamp;
      // Beyond the end the library gives the last frame that there was.
      if (from && sample.timestamp + sample.duration <= video.start + from) {
        sample.close();
        continue;
      }
      frame = asShown(sample, video.start);
      yield frame;
      frame.close();
    }
    await unlessAborted(expectWhole(blob, video, last, video.start + to), signal);
    return undefined;
  } finally {
    frame?.close();
    signal.removeEventListener('abort', leave);
    leave();
  }
}

async function nextSample(
  blob: Blob,
  samples: AsyncGenerator<VideoSample, void>,
  signal: AbortSignal,
): Promise<VideoSample | null> {
  signal.throwIfAborted();
  try {
    const { value } = await unlessAborted(samples.next(), signal, ({ value }) => value?.close());
    return value ?? null;
  } catch (cause) {
    signal.throwIfAborted();
    throw unreadable(blob, cause);
  }
}

/** A file that is cut off just ends: its table of contents knows of more. Times in seconds of the file. */
async function expectWhole(blob: Blob, { track, start }: Video, last: number, to: number): Promise<void> {
  const sink = new EncodedPacketSink(track);
  const end = await sink.getPacket(to, { metadataOnly: true });
  // A few at the end may be lost for other reasons.
  if (!end || end.timestamp - last <= 3 * (await durationOfLast(sink, end, async () => null))) return;
  const times = [last, end.timestamp].map((time) => (time - start).toFixed(2));
  throw unreadable(blob, new Error(`its pictures end at ${times.join(' of ')} seconds`));
}

async function describeVideo(blob: Blob): Promise<VideoInfo> {
  const { input, track, start }: Video = await openVideo(blob);
  try {
    const sink = new EncodedPacketSink(track);
    const [width, height, rate, last] = await Promise.all([
      track.getDisplayWidth(),
      track.getDisplayHeight(),
      track.computeFrameRateMetrics(),
      sink.getPacket(Infinity, { metadataOnly: true }),
    ]);
    const shown = await durationOfLast(sink, last!, () => track.getDurationFromMetadata());
    // One picture has no rate of its own.
    const fps = rate.probedPacketCount < 2 && shown ? 1 / shown : rate.bestGuessFrameRate;
    return { width, height, fps, duration: last!.timestamp + shown - start };
  } catch (cause) {
    throw unreadable(blob, cause);
  } finally {
    input.dispose();
  }
}

function seconds(value: unknown, name: string): number {
  if (typeof value !== 'number' || !(value >= 0))
    throw unfit(describe(value), 'seconds: a number from 0', `{ ${name} }`);
  return value;
}

function unfit(came: string, expected: string, option: string): ValueError {
  const target = `ctx.frames(video${option && `, ${option}`})`;
  return new ValueError(`${target} came with ${came}, expected ${expected}`, { target });
}
