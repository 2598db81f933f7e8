const rate = 32000;
const notes = [0, 4, 7, 12, 11, 7, 4, 2, 0, 5, 9, 12, 14, 11, 7, 12]; // semitones above C4

/** One second of the melody: four notes, as 16-bit samples. */
export function second(index) {
  const samples = new Int16Array(rate);
  for (let n = 0; n < rate; n++) {
    const note = notes[(index * 4 + Math.floor((n * 4) / rate)) % notes.length];
    const time = (n % (rate / 4)) / rate;
    const frequency = 261.63 * 2 ** (note / 12);
    // Each note swells in 5 ms and dies away.
    const loudness = Math.min(1, time / 0.005) * Math.exp(-6 * time);
    const tone = Math.sin(2 * Math.PI * frequency * time) + 0.3 * Math.sin(4 * Math.PI * frequency * time);
    samples[n] = 12000 * loudness * tone;
  }
  return samples;
}

/** The bytes of a WAV file of these samples. */
export function wav(samples) {
  const bytes = new Uint8Array(44 + samples.byteLength);
  const view = new DataView(bytes.buffer);
  const word = (at, text) => [...text].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  word(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true); // bytes of this part
  view.setUint16(20, 1, true); // plain samples
  view.setUint16(22, 1, true); // channels
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true); // bytes per second
  view.setUint16(32, 2, true); // bytes per sample of all channels
  view.setUint16(34, 16, true); // bits per sample
  word(36, 'data');
  view.setUint32(40, samples.byteLength, true);
  bytes.set(new Uint8Array(samples.buffer), 44);
  return bytes;
}
