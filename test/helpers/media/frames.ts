import type { VideoEngine, VideoFrames } from '../../../src/runner/tools/video-types.ts';
import { open } from '../../../workers/engines/video.ts';

/** The engine for video, as a run has it; without a signal the run is never stopped. */
export const engine = (signal: AbortSignal = new AbortController().signal): VideoEngine =>
  open({
    signal,
    base: '',
    folders: { ffmpeg: [], 'onnxruntime-web': [] },
    progress: () => undefined,
    notice: () => undefined,
  } as Parameters<typeof open>[0]);

/** How far colours may be off: Firefox shows every film with the matrix of high definition, in `<video>` too. */
export const slack = navigator.userAgent.includes('Firefox') ? 30 : 0;

/** A file of test/fixtures/frames: 24 frames, 12 a second, red, green, blue, and a grey that is 20 + 8 × its number. */
export async function film(name: string): Promise<File> {
  const response = await fetch(new URL(`../../fixtures/frames/${name}`, import.meta.url));
  if (!response.ok) throw new Error(`${name} is not there: ${response.status}`);
  return new File([await response.blob()], name);
}

/** The mean colours `[r, g, b]` of the quarters of a picture: upper left, upper right, lower left, lower right. */
export function quarters(picture: VideoFrame | OffscreenCanvas | ImageBitmap): number[][] {
  const [width, height] =
    picture instanceof VideoFrame
      ? [picture.displayWidth, picture.displayHeight]
      : [picture.width, picture.height];
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(picture, 0, 0);
  const [w, h] = [Math.floor(width / 2), Math.floor(height / 2)];
  return [
    [0, 0],
    [width - w, 0],
    [0, height - h],
    [width - w, height - h],
  ].map(([x, y]) => {
    const { data } = context.getImageData(x!, y!, w, h);
    const sums = [0, 0, 0];
    for (let at = 0; at < data.length; at++) if (at % 4 !== 3) sums[at % 4]! += data[at]!;
    return sums.map((sum) => sum / (data.length / 4));
  });
}

/** All frames, as `look` sees each one while it is open. */
export async function each<T>(frames: VideoFrames, look: (frame: VideoFrame) => T): Promise<T[]> {
  const seen: T[] = [];
  for await (const frame of frames) seen.push(look(frame));
  return seen;
}

/** What a promise rejects with. @throws when it does not. */
export async function failure(work: Promise<unknown>): Promise<Error> {
  let value: unknown;
  try {
    value = await work;
  } catch (error) {
    return error as Error;
  }
  throw new Error(`expected a failure, got ${String(value)}`);
}
