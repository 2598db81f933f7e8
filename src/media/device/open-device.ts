/** @file Opens a camera or a microphone, and says why it could not. */

import { unlessAborted } from '../../shared/abort.ts';
import type { DeviceFailure } from '../../shared/errors.ts';
import { ALLOW_SAME_ORIGIN, isSandboxed } from '../../shared/sandbox.ts';
import type { DeviceKind } from './device-kind.ts';

const sentences = (word: string): Record<DeviceFailure, string> => ({
  denied: `The ${word} may not be used here. Allow it in the browser’s settings for this page, then try again.`,
  missing: `No ${word} was found. Connect one, then try again.`,
  busy: `The ${word} is in use by another program. Close that program, then try again.`,
  insecure: `The browser gives a ${word} to secure pages only. Open this page over https or on localhost.`,
  blocked: `This page’s Permissions-Policy does not allow the ${word}. Its server must send "${word}=(self)".`,
  failed: `The ${word} could not be started.`,
});

const REASONS: Record<string, DeviceFailure> = {
  NotAllowedError: 'denied',
  PermissionDeniedError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  SecurityError: 'blocked',
};

/**
 * Opens a device that stays open until `signal` aborts.
 * The caller owns nothing: the tracks are stopped for it, also when the permission arrives after the abort.
 *
 * @param constraints - Wishes, not demands: the browser may give another device or setting.
 * @throws the kind's error with `reason`; the browser's own error is its `cause`.
 * @throws the signal's reason when it aborts first.
 */
export async function openDevice(
  kind: DeviceKind,
  constraints: MediaTrackConstraints,
  signal: AbortSignal,
): Promise<MediaStream> {
  signal.throwIfAborted();
  if (!navigator.mediaDevices?.getUserMedia)
    throw deviceError(kind, window.isSecureContext ? 'failed' : 'insecure');
  if (isBlocked(kind)) throw deviceError(kind, 'blocked');
  const opening = ask(kind, constraints);
  const stopped = () => void opening.then(stopTracks, () => undefined);
  signal.addEventListener('abort', stopped, { once: true });
  try {
    return await unlessAborted(opening, signal);
  } catch (cause) {
    signal.throwIfAborted();
    const found = REASONS[(cause as Error | null)?.name ?? ''] ?? 'failed';
    const reason = found === 'denied' && isInSandbox() ? 'blocked' : found;
    throw deviceError(kind, reason === 'denied' && isBlocked(kind) ? 'blocked' : reason, cause);
  }
}

function deviceError(kind: DeviceKind, reason: DeviceFailure, cause?: unknown): Error {
  const { word } = kind;
  const framed = window.parent !== window;
  const words = sentences(word);
  const allow = `allow="${word}"`;
  if (framed && reason === 'blocked')
    words.blocked = `The page around this frame does not allow the ${word}. Its <iframe> needs the attribute ${allow}.`;
  if (isInSandbox()) {
    const more = policy()?.allowsFeature(word) === false ? `, and ${allow}` : '';
    words.blocked = `The browser gives no ${word} to a sandboxed frame without an origin. Its <iframe> needs ${ALLOW_SAME_ORIGIN}${more}.`;
  }
  // Without a way to ask for the policy, a refusal may be the user's or the outer page's.
  if (framed && reason === 'denied' && !policy())
    words.denied += ` In a frame the <iframe> must have the attribute ${allow}.`;
  return new kind.Fault(words[reason], { reason, cause });
}

/** Returns the error for a device that went away while it was open. */
export function lostDevice({ Fault, word }: DeviceKind): Error {
  return new Fault(`The ${word} went away. Connect it again, then try again.`, { reason: 'missing' });
}

/** A demand that no device meets is asked for again as a wish: a device that was unplugged, a size. */
async function ask({ media }: DeviceKind, wishes: MediaTrackConstraints): Promise<MediaStream> {
  const get = (asked: MediaTrackConstraints) =>
    navigator.mediaDevices.getUserMedia({ video: false, audio: false, [media]: asked });
  try {
    return await get(wishes);
  } catch (error) {
    if ((error as Error | null)?.name !== 'OverconstrainedError') throw error;
    return get(soften(wishes));
  }
}

/** Turns every `exact`, `min` and `max` into `ideal`. */
export function soften(constraints: MediaTrackConstraints): MediaTrackConstraints {
  const { advanced: _, ...others } = constraints;
  const softened = Object.entries(others).map(([name, wish]) => {
    if (typeof wish !== 'object' || wish === null || Array.isArray(wish)) return [name, wish];
    const { exact, ideal, min, max } = wish as {
      exact?: unknown;
      ideal?: unknown;
      min?: unknown;
      max?: unknown;
    };
    return [name, { ideal: ideal ?? exact ?? max ?? min }];
  });
  return Object.fromEntries(softened) as MediaTrackConstraints;
}

/** Returns what the page around allows; only Chromium can say. */
function policy(): { allowsFeature(name: string): boolean } | undefined {
  type Policies = {
    permissionsPolicy?: ReturnType<typeof policy>;
    featurePolicy?: ReturnType<typeof policy>;
  };
  const { permissionsPolicy, featurePolicy } = document as Policies;
  return permissionsPolicy ?? featurePolicy;
}

const isBlocked = ({ word }: DeviceKind): boolean => policy()?.allowsFeature(word) === false;

/** True in a frame whose sandbox lacks `allow-same-origin`: no browser gives it a device. */
const isInSandbox = (): boolean => window.parent !== window && isSandboxed();

/** Stops the device: its light goes out. */
function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
