/** @file All that an Image or Video needs once its user has asked for the camera, in one bundle. */

import '../time-bar/time-bar.ts';

export { lostCamera as lostDevice, openCamera as openDevice } from '../../media/device/camera.ts';
export { listDevices, watchDevices, watchTrack } from '../../media/device/devices.ts';
export { closeButton } from '../device-session/device-controls.ts';
export { announce } from '../status/announce.ts';
export { Preview } from './preview.ts';
export { CameraRecording, fireStream } from './camera-recording.ts';
export { liveBadge, liveControls } from './live-view.ts';
