import type { Recording } from '../../../src/shared/port.ts';

/** All tracks that the page was given, so that a test can see whether they were stopped. */
export interface FakeCamera {
  tracks: MediaStreamTrack[];
  /** What was asked for, in order. */
  asked: MediaStreamConstraints[];
  restore(): void;
}

type GetUserMedia = typeof navigator.mediaDevices.getUserMedia;

/**
 * Puts `answer` in the place of the browser's own camera; without one the browser's made-up camera answers.
 * `restore` must be called afterwards.
 */
export function watchCamera(answer?: GetUserMedia): FakeCamera {
  const own = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const camera: FakeCamera = {
    tracks: [],
    asked: [],
    restore: () => {
      delete (navigator.mediaDevices as { getUserMedia?: unknown }).getUserMedia;
      for (const track of camera.tracks) track.stop();
    },
  };
  navigator.mediaDevices.getUserMedia = async (constraints = {}) => {
    camera.asked.push(constraints);
    const stream = await (answer ?? own)(constraints);
    camera.tracks.push(...stream.getTracks());
    return stream;
  };
  return camera;
}

/** A camera that shows a canvas: its left half red, its right half blue, repainted so that frames keep coming. */
export function canvasCamera({ width = 64, height = 48, facingMode = '' } = {}): GetUserMedia {
  return async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d')!;
    const stream = canvas.captureStream(30);
    const track = stream.getVideoTracks()[0]!;
    const settings = track.getSettings.bind(track);
    if (facingMode) track.getSettings = () => ({ ...settings(), facingMode });
    const paint = () => {
      context.fillStyle = 'red';
      context.fillRect(0, 0, width / 2, height);
      context.fillStyle = 'blue';
      context.fillRect(width / 2, 0, width / 2, height);
      if (track.readyState === 'live') setTimeout(paint, 33);
    };
    paint();
    return stream;
  };
}

/** A refusal as browsers give it. */
export const refusing =
  (name: string, message = ''): GetUserMedia =>
  () =>
    Promise.reject(new DOMException(message, name));

/** Hides the page from scripts, or shows it again. */
export function setHidden(hidden: boolean): void {
  if (hidden) Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
  else delete (document as { hidden?: unknown }).hidden;
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Follows a recording until its end: keeps it, and lets a test settle it. */
export function follower(): {
  follow: (recording: Recording) => Promise<void>;
  recording: Promise<Recording>;
  settle(error?: unknown): void;
} {
  let tell!: (recording: Recording) => void;
  let settle!: (error?: unknown) => void;
  const recording = new Promise<Recording>((resolve) => (tell = resolve));
  const over = new Promise<void>((resolve, reject) => {
    settle = (error) => (error === undefined ? resolve() : reject(error));
  });
  return {
    follow: (given) => {
      tell(given);
      return over;
    },
    recording,
    settle: (error) => settle(error),
  };
}

/** Takes the fast way to frames away, as in browsers that do not have it; returns what gives it back. */
export function withoutProcessor(): () => void {
  const page = globalThis as { MediaStreamTrackProcessor?: unknown };
  const own = Object.getOwnPropertyDescriptor(page, 'MediaStreamTrackProcessor');
  delete page.MediaStreamTrackProcessor;
  return () => {
    if (own) Object.defineProperty(page, 'MediaStreamTrackProcessor', own);
  };
}
