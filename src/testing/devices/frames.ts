/** @file Paints the frames of a fake camera, one after the other, on a canvas that is its track. */

import type { TrackFeed } from './track.ts';

interface Size {
  width: number;
  height: number;
}

/**
 * Starts to paint. Each frame is drawn in the camera's own size; a smaller one is cut and scaled from its middle, as
 * browsers do.
 *
 * @param draw - Draws frame `n`; what it throws ends the camera's frames.
 */
export function paintFrames(
  draw: (context: CanvasRenderingContext2D, n: number) => void,
  own: Size,
  settings: Size & { frameRate: number },
): TrackFeed {
  const whole = contextOf(own);
  const shown = contextOf(settings);
  const track = shown.canvas.captureStream().getVideoTracks()[0]!;
  let everyMs = 1000 / settings.frameRate;
  let timer: ReturnType<typeof setTimeout>;
  let due = performance.now();

  function paint(n: number): void {
    const { width, height } = shown.canvas;
    const same = width === own.width && height === own.height;
    const context = same ? shown : whole;
    context.save();
    context.clearRect(0, 0, own.width, own.height);
    draw(context, n);
    context.restore();
    if (!same) {
      const scale = Math.max(width / own.width, height / own.height);
      const [w, h] = [width / scale, height / scale];
      shown.drawImage(whole.canvas, (own.width - w) / 2, (own.height - h) / 2, w, h, 0, 0, width, height);
    }
    // A frame that is late is not followed by a burst.
    due = Math.max(due + everyMs, performance.now());
    timer = setTimeout(paint, due - performance.now(), n + 1);
  }
  paint(0);
  return {
    track,
    close: () => clearTimeout(timer),
    apply({ width, height, frameRate }) {
      Object.assign(shown.canvas, { width, height });
      everyMs = 1000 / (frameRate as number);
    },
  };
}

/** Without transparency, which cameras do not have. */
function contextOf({ width, height }: Size): CanvasRenderingContext2D {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  return canvas.getContext('2d', { alpha: false })!;
}
