import type { Recording } from '../../../src/shared/port.ts';
import { replace } from '../../../src/testing/devices/replace.ts';

type GetUserMedia = typeof navigator.mediaDevices.getUserMedia;

/**
 * Has `answer` decide what comes of asking for a device: it may ask on, by `get`.
 *
 * @returns what takes it away again; before the fake devices are restored.
 */
export function answerWith(
  answer: (asked: MediaStreamConstraints, get: GetUserMedia) => Promise<MediaStream>,
): () => void {
  const { mediaDevices } = navigator;
  const get = mediaDevices.getUserMedia.bind(mediaDevices);
  return replace(mediaDevices, 'getUserMedia', (asked: MediaStreamConstraints) => answer(asked, get));
}

/** Has every device refused as browsers do it. @returns what ends that */
export const refuse = (name: string, message = ''): (() => void) =>
  answerWith(() => Promise.reject(new DOMException(message, name)));

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
