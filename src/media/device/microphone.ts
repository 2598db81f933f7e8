/** @file Opens a microphone, and says why it could not. */

import { MICROPHONE } from './device-kind.ts';
import { lostDevice, openDevice } from './open-device.ts';

/**
 * Opens a microphone that stays open until `signal` aborts.
 * The caller owns nothing: the tracks are stopped for it, also when the permission arrives after the abort.
 *
 * @param constraints - Wishes, not demands: the browser may give another device or rate. Rates in Hz.
 * @throws {MicrophoneError} with `reason`; the browser's own error is its `cause`.
 * @throws the signal's reason when it aborts first.
 */
export function openMicrophone(
  constraints: MediaTrackConstraints,
  signal: AbortSignal,
): Promise<MediaStream> {
  return openDevice(MICROPHONE, constraints, signal);
}

/** The error for a microphone that went away while it was open. */
export const lostMicrophone = (): Error => lostDevice(MICROPHONE);
