/** @file Opens a camera, and says why it could not. */

import { CAMERA } from './device-kind.ts';
import { lostDevice, openDevice } from './open-device.ts';

export { soften } from './open-device.ts';

/**
 * Opens a camera that stays open until `signal` aborts.
 * The caller owns nothing: the tracks are stopped for it, also when the permission arrives after the abort.
 *
 * @param constraints - Wishes, not demands: the browser may give another size or device. Pixels.
 * @throws {CameraError} with `reason`; the browser's own error is its `cause`.
 * @throws the signal's reason when it aborts first.
 */
export function openCamera(constraints: MediaTrackConstraints, signal: AbortSignal): Promise<MediaStream> {
  return openDevice(CAMERA, constraints, signal);
}

/** The error for a camera that went away while it was open. */
export const lostCamera = (): Error => lostDevice(CAMERA);
