/** @file The interface through which a camera or microphone knows its component. */

import type { ReactiveControllerHost } from 'lit';
import type { Recording, StreamPort } from '../../shared/port.ts';

/** What follows a recording: a stream binding. */
export type Follower = (recording: Recording) => Promise<void>;

/** What a camera or a microphone asks of its component, and tells it. */
export interface DeviceHost extends ReactiveControllerHost, HTMLElement, Pick<StreamPort, 'streamState'> {
  readonly constraints: MediaStreamConstraints | MediaTrackConstraints | null;
  readonly followers: ReadonlySet<Follower>;
  /** A recording begins. */
  recordingStarted(): void;
}
