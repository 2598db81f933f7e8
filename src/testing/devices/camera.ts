/** @file A camera for tests, which shows what a test gives it. */

import { ValueError, describe } from '../../shared/errors.ts';
import type { Capabilities, Fit, Settings } from './constraints.ts';
import { AnyFakeDevice, type FakeDevice } from './fake-device.ts';
import { paintFrames } from './frames.ts';
import type { TrackFeed } from './track.ts';

/**
 * What a fake camera shows: a canvas, a picture or a video as it looks at each moment; or a function that draws frame
 * `n`, counted from 0 each time the camera is opened. Each frame begins black.
 */
export type FakePicture =
  | HTMLCanvasElement
  | OffscreenCanvas
  | HTMLImageElement
  | ImageBitmap
  | HTMLVideoElement
  | ((context: CanvasRenderingContext2D, n: number) => void);

/** What a fake camera shows, and what it says of itself. */
export interface FakeCameraOptions {
  /** Default: a picture whose left half is red, its right half blue. */
  source?: FakePicture;
  /** Frames in a second, 1 to 60; 30 by default. */
  fps?: number;
  /** Pixels; by default as wide as the source, 640 for a function. */
  width?: number;
  /** Pixels; by default as high as the source, 480 for a function. */
  height?: number;
  /** Which way it looks. Default: it does not say, as on a desk. */
  facingMode?: 'user' | 'environment';
  /** What it is called in lists. */
  label?: string;
}

/**
 * Puts a camera in the place of this computer's own until `restore`: for `getUserMedia`, `enumerateDevices`,
 * `devicechange` and `permissions.query`. Several may be in place at once; microphones are left as they are.
 * Frames go through the browser's own pipeline, where colours may be off by a few levels and are blurred at edges.
 *
 * @throws {ValueError} for a source that is none, or that has no size yet.
 */
export function fakeCamera(options: FakeCameraOptions = {}): FakeDevice {
  return new FakeCamera(options);
}

class FakeCamera extends AnyFakeDevice {
  readonly kind = 'videoinput';
  protected readonly abilities: Capabilities;
  protected readonly usual: Settings;
  readonly #draw: (context: CanvasRenderingContext2D, n: number) => void;

  constructor({ source = twoHalves, fps = 30, width, height, facingMode, label }: FakeCameraOptions) {
    super('camera', label);
    const natural = sizeOf(source);
    const [w, h] = [count('width', width ?? natural.width), count('height', height ?? natural.height)];
    count('fps', fps);
    this.#draw = typeof source === 'function' ? source : (context) => context.drawImage(source, 0, 0, w, h);
    this.usual = { width: w, height: h, frameRate: fps, deviceId: this.deviceId, groupId: this.groupId };
    this.abilities = {
      width: { min: 1, max: w },
      height: { min: 1, max: h },
      frameRate: { min: 1, max: fps },
      facingMode: facingMode ? [facingMode] : [],
    };
    this.begin();
  }

  /** One side alone is asked for: the other one keeps the picture's shape. */
  override fit(constraints: MediaTrackConstraints | true): Fit {
    const found = super.fit(constraints);
    const { settings } = found;
    const { width, height } = constraints === true ? {} : constraints;
    const [w, h] = [this.usual.width as number, this.usual.height as number];
    if (width !== undefined && height === undefined)
      settings.height = Math.max(1, Math.round(((settings.width as number) * h) / w));
    if (height !== undefined && width === undefined)
      settings.width = Math.max(1, Math.round(((settings.height as number) * w) / h));
    settings.aspectRatio = (settings.width as number) / (settings.height as number);
    return found;
  }

  protected override async feed(settings: Settings): Promise<TrackFeed> {
    return paintFrames(this.#draw, this.usual as never, settings as never);
  }
}

function sizeOf(source: FakePicture): { width: number; height: number } {
  if (typeof source === 'function') return { width: 640, height: 480 };
  const { naturalWidth, naturalHeight, videoWidth, videoHeight, width, height } = (source ?? {}) as Partial<
    HTMLImageElement & HTMLVideoElement
  >;
  if (typeof width !== 'number')
    throw new ValueError(
      `fakeCamera: source got ${describe(source)}, expected a canvas, an image, a video or a function`,
      { target: 'source' },
    );
  return { width: naturalWidth ?? videoWidth ?? width, height: naturalHeight ?? videoHeight ?? height! };
}

function count(name: string, value: number): number {
  if (typeof value === 'number' && value >= 1 && value <= 16_384) return value;
  throw new ValueError(
    `fakeCamera: ${name} got ${describe(value)}, expected a number from 1${value === 0 ? '; a picture or video must be loaded first' : ''}`,
    { target: name },
  );
}

function twoHalves(context: CanvasRenderingContext2D): void {
  const { width, height } = context.canvas;
  context.fillStyle = 'red';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = 'blue';
  context.fillRect(width / 2, 0, width / 2, height);
}
