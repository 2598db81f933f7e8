import type { Samples } from '../../../src/shared/values/samples.ts';
import type { Component } from '../pages.ts';

/** The sound that an Audio has got, once it is of this many samples; else `null`. */
export function soundOf({ value }: Component, length: number): Samples | null {
  const samples = value as Samples | null;
  return samples?.channels?.[0]?.length === length ? samples : null;
}

/** The loudest level of a sound. */
export const loudest = ({ channels }: Samples): number =>
  channels[0]!.reduce((most, level) => Math.max(most, Math.abs(level)), 0);
