/** @file What differs between a camera and a microphone. */

import { CameraError, type DeviceFailure, MicrophoneError, type RivuletError } from '../../shared/errors.ts';

/** What differs between a camera and a microphone. */
export interface DeviceKind {
  /** The word for it, which is also the feature's name in a Permissions-Policy. */
  word: 'camera' | 'microphone';
  /** The same for people, as a title. */
  name: 'Camera' | 'Microphone';
  /** The kind of track, as `getUserMedia` calls it. */
  media: 'video' | 'audio';
  /** Where in a component it is told what is wrong with it. */
  at: 'end' | 'middle';
  Fault: new (message: string, details: { reason: DeviceFailure; cause?: unknown }) => RivuletError;
}

export const CAMERA: DeviceKind = {
  word: 'camera',
  name: 'Camera',
  media: 'video',
  at: 'middle',
  Fault: CameraError,
};

export const MICROPHONE: DeviceKind = {
  word: 'microphone',
  name: 'Microphone',
  media: 'audio',
  at: 'end',
  Fault: MicrophoneError,
};
