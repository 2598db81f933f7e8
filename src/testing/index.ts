/** @file `rivulet/testing`: cameras and microphones for tests, and a hand that drives an app. */

export { fakeCamera, type FakeCameraOptions, type FakePicture } from './devices/camera.ts';
export { fakeMicrophone, type FakeMicrophoneOptions, type FakeSound } from './devices/microphone.ts';
export type { FakeDevice } from './devices/fake-device.ts';
export { drive } from './driver/drive.ts';
export type { DriveOptions, Driver } from './driver/drive.ts';
export type { Name } from './driver/names.ts';
export type { ShownOutput } from './driver/shown.ts';
