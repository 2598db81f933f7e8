/** @file All that an Audio needs once its user has asked for the microphone, in one bundle. */

import '../../time-bar/time-bar.ts';

export { openCapture } from '../../../media/device/capture.ts';
export { listDevices, watchDevices, watchTrack } from '../../../media/device/devices.ts';
export {
  lostMicrophone as lostDevice,
  openMicrophone as openDevice,
} from '../../../media/device/microphone.ts';
export { concatSamples } from '../../../shared/values/samples.ts';
export { closeButton } from '../../device-session/device-controls.ts';
export { announce } from '../../status/announce.ts';
export { Level } from './level.ts';
export { recordedFile } from './recorded-file.ts';
export { liveControls, liveStage } from './recorder-live.ts';
export { SoundRecording, fireStream } from './sound-recording.ts';
