/** @file The interfaces of a camera or microphone: to its component, and to what it loads. */

import type { ReactiveControllerHost } from 'lit';
import type { Device } from '../../media/device/devices.ts';
import type { Recording, StreamPort } from '../../shared/port.ts';
import type { DeviceSession } from './device-session.ts';

/** What follows a recording: a stream binding. */
export type Follower = (recording: Recording) => Promise<void>;

/** What a camera or a microphone asks of its component, and tells it. */
export interface DeviceHost extends ReactiveControllerHost, HTMLElement, Pick<StreamPort, 'streamState'> {
  readonly constraints: MediaStreamConstraints | MediaTrackConstraints | null;
  readonly followers: ReadonlySet<Follower>;
  /** A recording begins. */
  recordingStarted(): void;
}

/** What a device needs that is on: loaded when its user has asked for it. */
export interface DeviceParts {
  openDevice(wishes: MediaTrackConstraints, signal: AbortSignal): Promise<MediaStream>;
  /** The error for a device that went away while it was open. */
  lostDevice(): Error;
  listDevices(kind: 'videoinput' | 'audioinput'): Promise<Device[]>;
  watchDevices(changed: () => void, signal: AbortSignal): void;
  watchTrack(track: MediaStreamTrack, lost: () => void, signal: AbortSignal): void;
  announce(words: string): void;
  /** The button that turns it off. */
  closeButton(session: DeviceSession): unknown;
}
