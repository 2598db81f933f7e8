/** @file Makes a frame as it is to be seen of a decoded sample. */

import type { VideoSample } from 'mediabunny';

const microseconds = (seconds: number) => Math.round(seconds * 1e6);

/**
 * Returns a decoded frame as it is to be seen: turned and flipped as the file says, its time counted from `start`. Takes over
 * the sample; the frame is the caller's.
 *
 * @param start - seconds
 */
export function asShown(sample: VideoSample, start: number): VideoFrame {
  const { displayWidth, displayHeight } = sample;
  const init = {
    timestamp: microseconds(sample.timestamp - start),
    duration: microseconds(sample.duration) || undefined,
  };
  try {
    // Not left to the frame's own `rotation`: what copies a frame's pixels would not see it.
    if (sample.rotation || sample.flip) {
      const canvas = new OffscreenCanvas(displayWidth, displayHeight);
      sample.draw(canvas.getContext('2d')!, 0, 0);
      return new VideoFrame(canvas, init);
    }
    const frame = sample.toVideoFrame();
    try {
      return new VideoFrame(frame, { ...init, displayWidth, displayHeight });
    } finally {
      frame.close();
    }
  } finally {
    sample.close();
  }
}
