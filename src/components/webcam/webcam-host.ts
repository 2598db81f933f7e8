/** @file The interface through which the camera knows its component. */

import type { ImageType } from '../../shared/protocol.ts';
import type { DeviceHost } from '../device-session/device-host.ts';

/** Which way a camera looks, as browsers call it. */
export type Facing = 'user' | 'environment';

/** What the camera part asks of its component, and tells it. */
export interface WebcamHost extends DeviceHost {
  type: ImageType;
  readonly value: unknown;
  readonly visible: boolean | 'hidden';
  mirror: boolean;
  facing: Facing | null;
  /** The recording is over and the camera is closed; `failed` when a handler ended it. */
  recordingEnded(failed: boolean): void;
}
