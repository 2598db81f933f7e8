/** @file The interface through which the camera knows its component. */

import type { ReactiveControllerHost } from 'lit';
import type { Recording, StreamPort } from '../../shared/port.ts';
import type { ImageType } from '../../shared/protocol.ts';

/** Which way a camera looks, as browsers call it. */
export type Facing = 'user' | 'environment';

/** What follows a recording: a stream binding. */
export type Follow = (recording: Recording) => Promise<void>;

/** What the camera part asks of its component, and tells it. */
export interface WebcamHost extends ReactiveControllerHost, HTMLElement, Pick<StreamPort, 'streamState'> {
  type: ImageType;
  readonly value: unknown;
  readonly visible: boolean | 'hidden';
  mirror: boolean;
  facing: Facing | null;
  constraints: MediaStreamConstraints | MediaTrackConstraints | null;
  readonly followers: ReadonlySet<Follow>;
  /** A recording begins. */
  recordingStarted(): void;
  /** The recording is over and the camera is closed; `failed` when a handler ended it. */
  recordingEnded(failed: boolean): void;
}
