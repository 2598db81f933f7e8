/** @file All that an Audio needs once its user has asked for the microphone, in one bundle. */

import '../../time-bar/time-bar.ts';

export { openCapture } from '../../../media/device/capture.ts';
export { listDevices, watchDevices, watchTrack } from '../../../media/device/devices.ts';
export { lostMicrophone, openMicrophone } from '../../../media/device/microphone.ts';
export { concatSamples } from '../../../shared/values/samples.ts';
export { announce } from '../../status/announce.ts';
export { NO_STATS } from '../audio-port.ts';
export { recordedFile } from '../audio-to-handler.ts';
export { Level } from './level.ts';
export { closeButton, liveControls, liveStage } from './recorder-live.ts';
export { fireStream } from './unbound-stream.ts';
export { SoundRecording } from './recording.ts';
