/** @file Reads WAV files. */

import type { Samples } from '../../shared/values/samples.ts';
import { ascii } from './sniff.ts';

type Reader = (view: DataView, at: number) => number;

const INTEGERS: Record<number, Reader> = {
  8: (view, at) => (view.getUint8(at) - 128) / 128,
  16: (view, at) => view.getInt16(at, true) / 32768,
  24: (view, at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65536) / 8388608,
  32: (view, at) => view.getInt32(at, true) / 2147483648,
};
const FLOATS: Record<number, Reader> = {
  32: (view, at) => view.getFloat32(at, true),
  64: (view, at) => view.getFloat64(at, true),
};
const EXTENSIBLE = 0xfffe;

/**
 * Reads a WAV file exactly, without an audio context: 8, 16, 24 and 32-bit integers, 32 and 64-bit floats. A file
 * that was written to a pipe, whose sizes are not filled in, and one that was cut off are read as far as they go.
 *
 * @returns `null` when the bytes are no WAV, or one of another coding.
 */
export function parseWav(bytes: Uint8Array): Samples | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!/^(RIFF|RF64)$/.test(ascii(bytes, 0, 4)) || ascii(bytes, 8, 4) !== 'WAVE') return null;
  let format: { read: Reader | undefined; count: number; rate: number; step: number } | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = ascii(bytes, at, 4);
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (name === 'fmt ' && body + 16 <= bytes.length) {
      const tag = view.getUint16(body, true);
      const code = tag === EXTENSIBLE && body + 26 <= bytes.length ? view.getUint16(body + 24, true) : tag;
      const bits = view.getUint16(body + 14, true);
      const read = code === 1 ? INTEGERS[bits] : code === 3 ? FLOATS[bits] : undefined;
      format = {
        read,
        count: view.getUint16(body + 2, true),
        rate: view.getUint32(body + 4, true),
        step: bits / 8,
      };
    }
    if (name === 'data') {
      if (!format?.read || format.count === 0 || format.rate === 0) return null;
      const { read, count, rate, step } = format;
      // A writer that could not go back to fill the header in leaves 0 or the largest number.
      const rest = bytes.length - body;
      const unfilled = size === 0 && view.getUint32(4, true) + 8 !== bytes.length;
      const length = unfilled || size > rest ? rest : size;
      const frames = Math.floor(length / (count * step));
      const channels = Array.from({ length: count }, (_, index) => {
        const channel = new Float32Array(frames);
        for (let frame = 0; frame < frames; frame++)
          channel[frame] = read(view, body + (frame * count + index) * step);
        return channel;
      });
      return { sampleRate: rate, channels };
    }
    at = body + size + (size % 2);
  }
  return null;
}
