/** @file Writes WAV files. */

import type { Samples } from './samples.ts';

const HEADER = 44;

/**
 * Writes a WAV file of 16-bit samples. Samples outside −1…1 are clamped, NaN is silence; 16-bit samples that were read
 * from a WAV come out bit for bit.
 */
export function encodeWav({ sampleRate, channels }: Samples): Blob {
  const count = Math.max(1, channels.length);
  const frames = Math.max(0, ...channels.map((channel) => channel.length));
  const size = frames * count * 2;
  const bytes = new ArrayBuffer(HEADER + size);
  writeHeader(new DataView(bytes), { size, count, sampleRate: Math.round(sampleRate) });
  const view = new DataView(bytes, HEADER);
  channels.forEach((channel, index) => {
    for (let frame = 0; frame < channel.length; frame++) {
      const level = Math.round(channel[frame]! * 32768) || 0;
      view.setInt16((frame * count + index) * 2, Math.max(-32768, Math.min(32767, level)), true);
    }
  });
  return new Blob([bytes], { type: 'audio/wav' });
}

function writeHeader(
  view: DataView,
  { size, count, sampleRate }: { size: number; count: number; sampleRate: number },
) {
  const word = (at: number, text: string) => {
    for (let index = 0; index < 4; index++) view.setUint8(at + index, text.charCodeAt(index));
  };
  word(0, 'RIFF');
  view.setUint32(4, HEADER - 8 + size, true);
  word(8, 'WAVE');
  word(12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, count, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * count * 2, true);
  view.setUint16(32, count * 2, true);
  view.setUint16(34, 16, true);
  word(36, 'data');
  view.setUint32(40, size, true);
}
