/**
 * How loud each tone is in a piece of sound, whose length is a power of two. Gives a function from a tone, as a share
 * of the sample rate, to decibels: 0 is as loud as can be.
 */
export function loudnessOf(samples) {
  const { length } = samples;
  const [real, imaginary] = [new Float32Array(length), new Float32Array(length)];
  // The ends of the piece fade, so that they make no tones of their own.
  for (let n = 0; n < length; n++) real[n] = samples[n] * (0.5 - 0.5 * Math.cos((2 * Math.PI * n) / length));
  transform(real, imaginary);
  const decibels = (bin) =>
    10 * Math.log10((real[bin] ** 2 + imaginary[bin] ** 2) * (4 / length) ** 2 + 1e-12);
  return (tone) => {
    const at = Math.min(length / 2 - 1, tone * length);
    const bin = Math.floor(at);
    return decibels(bin) + (decibels(bin + 1) - decibels(bin)) * (at - bin);
  };
}

/** The fast Fourier transform, in place. */
function transform(real, imaginary) {
  const { length } = real;
  for (let n = 0, mirrored = 0; n < length; n++) {
    if (n < mirrored) [real[n], real[mirrored]] = [real[mirrored], real[n]];
    let bit = length >> 1;
    for (; mirrored & bit; bit >>= 1) mirrored ^= bit;
    mirrored |= bit;
  }
  for (let half = 1; half < length; half *= 2) {
    for (let k = 0; k < half; k++) {
      const [cos, sin] = [Math.cos((Math.PI * k) / half), -Math.sin((Math.PI * k) / half)];
      for (let a = k; a < length; a += 2 * half) {
        const b = a + half;
        const re = real[b] * cos - imaginary[b] * sin;
        const im = real[b] * sin + imaginary[b] * cos;
        [real[b], imaginary[b]] = [real[a] - re, imaginary[a] - im];
        [real[a], imaginary[a]] = [real[a] + re, imaginary[a] + im];
      }
    }
  }
}
