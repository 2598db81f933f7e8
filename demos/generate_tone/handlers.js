const sampleRate = 48000;
const piece = 4800; // samples: a tenth of a second

/** How many hertz a key has: 0 is the C of its octave; the A of the fourth is 440 Hz. */
const hertz = (key, octave) => 440 * 2 ** (octave - 4 + (key - 9) / 12);

/** The pieces of one tone. It swells and dies away, so that it does not click. */
function* pieces(key, octave, seconds) {
  const frequency = hertz(key, octave);
  const length = Math.round(seconds * sampleRate);
  for (let from = 0; from < length; from += piece) {
    const channel = new Float32Array(Math.min(piece, length - from));
    for (let i = 0; i < channel.length; i++) {
      const n = from + i;
      const loudness = Math.min(1, n / 480, (length - n) / 2400) * Math.exp((-2 * n) / length);
      const angle = (2 * Math.PI * frequency * n) / sampleRate;
      channel[i] =
        0.35 * loudness * (Math.sin(angle) + 0.4 * Math.sin(2 * angle) + 0.15 * Math.sin(3 * angle));
    }
    yield { sampleRate, channels: [channel] };
  }
}

/** The tone of the key that was pressed. */
export function* tone(octave, seconds, ctx) {
  yield* pieces(Number(ctx.event.target.replace('key-', '')), octave, seconds);
}

/** Plays on until it is stopped, half a second ahead of what is heard. */
export async function* improvise(octave, ctx) {
  const scale = [0, 2, 4, 7, 9, 12];
  const start = performance.now();
  let at = 2;
  for (let made = 0; !ctx.signal.aborted; ) {
    at = Math.max(0, Math.min(scale.length - 1, at + Math.floor(Math.random() * 5) - 2));
    const seconds = Math.random() < 0.3 ? 0.6 : 0.3;
    yield* pieces(scale[at], octave, seconds);
    made += seconds;
    const ahead = made - (performance.now() - start) / 1000;
    await new Promise((resolve) => setTimeout(resolve, (ahead - 0.5) * 1000));
  }
}
