/** @file Sound as plain numbers, checked. */

import { ValueError, describe } from '../errors.ts';

/** Sound as plain numbers: one array of the same length for each channel, from -1 to 1. */
export interface Samples {
  /** Samples per second of each channel. */
  sampleRate: number;
  channels: Float32Array[];
}

/** Sound as a handler may give it: 16-bit numbers are as good as floats. */
export interface AnySamples {
  sampleRate: number;
  channels: readonly (Float32Array | Float64Array | Int16Array)[];
}

/** Returns true for what looks like samples; whether it fits is for `toSamples` to say. */
export function isSamples(value: unknown): value is AnySamples {
  return Array.isArray((value as Partial<AnySamples> | null | undefined)?.channels);
}

/**
 * Makes floats of samples. 16-bit numbers are scaled to -1…1; floats are not copied: the result shares their memory.
 *
 * @throws {ValueError} for a rate that is none, no channel, channels of different lengths, or other numbers.
 */
export function toSamples({ sampleRate, channels }: AnySamples): Samples {
  if (!isRate(sampleRate)) throw unfit(`a sampleRate of ${describe(sampleRate)}`, A_RATE);
  if (channels.length === 0) throw unfit('no channel', 'at least one');
  const floats = channels.map(toFloats);
  const lengths = new Set(floats.map(({ length }) => length));
  if (lengths.size > 1)
    throw unfit(`channels of ${[...lengths].join(', ')} samples`, 'the same length for each');
  return { sampleRate, channels: floats };
}

/** What a rate may be, in words. */
export const A_RATE = 'samples per second, at most 768000';

/** Returns true for a rate that sound can have. */
export const isRate = (rate: unknown): rate is number =>
  typeof rate === 'number' && rate > 0 && rate <= 768_000;

/** Counts samples per channel. */
export function lengthOf({ channels }: AnySamples): number {
  return channels[0]?.length ?? 0;
}

/** Joins sounds of one rate and one number of channels, one behind the other; the memory is new. */
export function concatSamples(parts: readonly Samples[]): Samples {
  const first = parts[0];
  if (!first) return { sampleRate: 0, channels: [] };
  const length = parts.reduce((sum, part) => sum + lengthOf(part), 0);
  const channels = first.channels.map((_, at) => {
    const whole = new Float32Array(length);
    let written = 0;
    for (const part of parts) {
      whole.set(part.channels[at]!, written);
      written += lengthOf(part);
    }
    return whole;
  });
  return { sampleRate: first.sampleRate, channels };
}

function toFloats(channel: unknown): Float32Array {
  if (channel instanceof Float32Array) return channel;
  if (channel instanceof Float64Array) return Float32Array.from(channel);
  if (channel instanceof Int16Array) return Float32Array.from(channel, (number) => number / 32768);
  throw unfit(`a channel that is ${describe(channel)}`, 'a Float32Array of -1…1, or an Int16Array');
}

function unfit(came: string, expected: string): ValueError {
  return new ValueError(`Sound came with ${came}, expected ${expected}`, { target: 'audio' });
}
