/** The handlers of both sides for sound that is played. */

export const chunkLength = 12000;
export const sampleRate = 48000;

/** Sample n of what is played, of 16 bits: noise, so that a few of them tell where they are from. */
export function level(n) {
  const hash = Math.imul(n + 1, 0x9e3779b1);
  return (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >> 18) / 32768;
}

/** Chunks of samples or of WAV files, as fast as can be. */
export function* speak(way, count) {
  globalThis.firstYield = performance.timeOrigin + performance.now();
  for (let chunk = 0; chunk < count; chunk++) {
    const samples = Float32Array.from({ length: chunkLength }, (_, i) => level(chunk * chunkLength + i));
    yield way === 'WAV'
      ? new Blob([wav(samples)], { type: 'audio/wav' })
      : { sampleRate, channels: [samples] };
  }
}

/** A WAV file of 16-bit samples. */
function wav(samples) {
  const view = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const text = (at, letters) =>
    [...letters].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples.length * 2, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, i) => view.setInt16(44 + i * 2, Math.round(sample * 32768), true));
  return view.buffer;
}
