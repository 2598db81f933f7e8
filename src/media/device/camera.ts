/** @file Opens a camera, and says why it could not. */

import { CameraError } from '../../shared/errors.ts';
import { type DeviceKind, openDevice } from './device.ts';

export { soften } from './device.ts';

/** What is asked of a camera when nobody wishes otherwise: the largest picture that is common. Pixels. */
export const USUAL_CAMERA: MediaTrackConstraints = { width: { ideal: 1920 }, height: { ideal: 1440 } };

const CAMERA: DeviceKind = {
  word: 'camera',
  media: 'video',
  fail: (message, details) => new CameraError(message, details),
};

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
export function lostCamera(): CameraError {
  return new CameraError('The camera went away. Connect it again, then try again.', { reason: 'missing' });
}
