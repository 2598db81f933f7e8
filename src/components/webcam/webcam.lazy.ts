/** @file All that an Image needs once its user has asked for the camera, in one bundle. */

import '../time-bar/time-bar.ts';

export { USUAL_CAMERA, lostCamera, openCamera } from '../../media/device/camera.ts';
export { listDevices, watchDevices, watchTrack } from '../../media/device/devices.ts';
export { announce } from '../status/announce.ts';
export { fireStream } from './unbound-stream.ts';
export { Preview } from './preview.ts';
export { CameraRecording } from './recording.ts';
export { closeButton, liveBadge, liveControls } from './live-view.ts';
