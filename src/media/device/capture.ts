/** @file Captures a track of sound, slice by slice. */

import { captureByProcessor } from './capture-track.ts';
import type { Capture, TakeSlice } from './capture-types.ts';
import { captureByWorklet } from './capture-worklet.ts';

/**
 * Captures a track of sound, slice by slice of 10 to 20 ms. It goes on while the page is hidden, and loses nothing
 * while the page is busy. The track stays the caller's.
 *
 * @throws {DOMException} where the page's policy keeps the audio thread from loading a script, or there is none.
 */
export async function openCapture(track: MediaStreamTrack, take: TakeSlice): Promise<Capture> {
  // It needs no audio context, whose own clock would drop or repeat samples to keep up with the device's.
  return captureByProcessor(track, take) ?? captureByWorklet(track, take);
}
