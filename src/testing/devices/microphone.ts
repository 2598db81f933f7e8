/** @file A microphone for tests, which hears what a test gives it. */

import { ValueError, describe } from '../../shared/errors.ts';
import type { Capabilities, Settings } from './constraints.ts';
import { AnyFakeDevice, type FakeDevice } from './fake-device.ts';
import { playSamples } from './sound.ts';
import type { TrackFeed } from './track.ts';

/**
 * What a fake microphone hears, −1…1: one channel, or a list of channels, heard again and again from its beginning; or a
 * function that gives sample `n` of one channel, counted from 0 each time the microphone is opened.
 */
export type FakeSound = Float32Array | readonly Float32Array[] | ((n: number) => number);

/** What a fake microphone hears, and what it says of itself. */
export interface FakeMicrophoneOptions {
  /** Default: a tone of 440 Hz, half as loud as can be. */
  samples?: FakeSound;
  /** Samples in a second, 8000 to 96 000; 48 000 by default. */
  sampleRate?: number;
  /** What it is called in lists. */
  label?: string;
}

/**
 * Puts a microphone in the place of this computer's own until `restore`, as `fakeCamera` does with a camera. The samples
 * go through Web Audio into a track of the same rate, unchanged; who reads them at another rate has them resampled.
 * What is heard before the page listens is not heard, as with any microphone.
 *
 * @throws {ValueError} for samples that are none.
 */
export function fakeMicrophone(options: FakeMicrophoneOptions = {}): FakeDevice {
  return new FakeMicrophone(options);
}

class FakeMicrophone extends AnyFakeDevice {
  readonly kind = 'audioinput';
  protected readonly abilities: Capabilities;
  protected readonly usual: Settings;
  readonly #channels: ((n: number) => number)[];

  constructor({ sampleRate = 48_000, samples, label }: FakeMicrophoneOptions) {
    super('microphone', label);
    if (!(sampleRate >= 8000 && sampleRate <= 96_000))
      throw new ValueError(
        `fakeMicrophone: sampleRate got ${describe(sampleRate)}, expected 8000 to 96000 samples in a second`,
        { target: 'sampleRate' },
      );
    this.#channels = channelsOf(samples ?? ((n) => Math.sin((2 * Math.PI * 440 * n) / sampleRate) / 2));
    const channelCount = this.#channels.length;
    const { deviceId, groupId } = this;
    this.usual = {
      sampleRate,
      channelCount,
      sampleSize: 16,
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
      deviceId,
      groupId,
    };
    // What browsers do to sound can be asked for, and changes nothing.
    this.abilities = {
      sampleRate: { min: sampleRate, max: sampleRate },
      channelCount: { min: 1, max: channelCount },
      echoCancellation: [true, false],
      noiseSuppression: [true, false],
      autoGainControl: [true, false],
    };
    this.begin();
  }

  protected override feed({ sampleRate, channelCount }: Settings): Promise<TrackFeed> {
    return playSamples(this.#channels, sampleRate as number, channelCount as number);
  }
}

function channelsOf(samples: FakeSound): ((n: number) => number)[] {
  if (typeof samples === 'function') return [samples];
  const list = samples instanceof Float32Array ? [samples] : samples;
  const right =
    Array.isArray(list) &&
    list.length > 0 &&
    list.every((channel) => channel instanceof Float32Array && channel.length > 0);
  if (!right)
    throw new ValueError(
      `fakeMicrophone: samples got ${describe(samples)}, expected a Float32Array that is not empty, a list of those, or a function`,
      { target: 'samples' },
    );
  return list.map((channel) => (n) => channel[n % channel.length]!);
}
