// What an Audio needs once its user has asked for the microphone, in one chunk.
import '../time-bar/time-bar.ts';

export { openCapture } from '../../media/capture.ts';
export { listDevices, watchDevices, watchTrack } from '../../media/devices.ts';
export { lostMicrophone, openMicrophone } from '../../media/microphone.ts';
export { concatSamples } from '../../shared/samples.ts';
export { announce } from '../status/announce.ts';
export { NO_STATS } from './audio-port.ts';
export { recordedFile } from './give.ts';
export { Level } from './level.ts';
export { closeButton, liveControls, liveStage } from './recorder-live.ts';
export { fireStream } from './lone-recording.ts';
export { SoundRecording } from './recording.ts';
