import { expect } from '@esm-bundle/chai';
import { Resampler, fit, toMono } from '../../../src/media/sound/resample.ts';

const tone = (length: number, rate: number, hertz = 440, level = 0.5): Float32Array =>
  Float32Array.from({ length }, (_, at) => level * Math.sin((2 * Math.PI * hertz * at) / rate));

/** The largest distance between two sounds, the first and last `edge` samples left out. */
function distance(a: Float32Array, b: Float32Array, edge = 0): number {
  let most = 0;
  for (let at = edge; at < a.length - edge; at++) most = Math.max(most, Math.abs(a[at]! - b[at]!));
  return most;
}

function inPieces(sound: Float32Array, from: number, to: number, pieces: readonly number[]): Float32Array {
  const resampler = new Resampler(from, to);
  const out: number[] = [];
  let at = 0;
  for (let turn = 0; at < sound.length; turn++) {
    const end = at + pieces[turn % pieces.length]!;
    out.push(...resampler.push([sound.subarray(at, end)])[0]!);
    at = end;
  }
  out.push(...(resampler.flush()[0] ?? []));
  return Float32Array.from(out);
}

describe('Resampler', () => {
  for (const [from, to] of [
    [48000, 16000],
    [44100, 16000],
    [16000, 48000],
    [44100, 48000],
    [8000, 22050],
  ] as const)
    it(`gives a tone of ${from} Hz at ${to} Hz as it would have been captured there, whole or in pieces`, async () => {
      const sound = tone(from / 2, from);
      const expected = tone(Math.ceil((sound.length * to) / from), to);
      const whole = inPieces(sound, from, to, [sound.length]);
      expect(whole.length).to.equal(expected.length);
      expect(distance(whole, expected, 300)).to.be.below(0.0005);
      const pieces = inPieces(sound, from, to, [960, 1, 128, 7, 4800]);
      expect(pieces.length).to.equal(whole.length);
      expect(distance(pieces, whole)).to.equal(0);
      const { channels, sampleRate } = await fit(
        { sampleRate: from, channels: [sound] },
        { sampleRate: to, mono: false },
      );
      expect(sampleRate).to.equal(to);
      expect(distance(channels[0]!, whole)).to.equal(0);
      expect(channels[0]!.length).to.equal(whole.length);
    });

  it('leaves nothing of what the lower rate cannot hold', () => {
    const high = tone(48000, 48000, 12000);
    expect(
      distance(inPieces(high, 48000, 16000, [48000]).subarray(200, -200), new Float32Array(15600)),
    ).to.be.below(0.0001);
  });

  it('keeps a level as it is', () => {
    const level = inPieces(new Float32Array(4410).fill(0.25), 44100, 16000, [100]);
    expect(distance(level, new Float32Array(level.length).fill(0.25), 60)).to.be.below(1e-6);
  });

  it('takes one sample, and none', () => {
    expect(inPieces(Float32Array.of(0.5), 48000, 16000, [1]).length).to.equal(1);
    expect(inPieces(new Float32Array(0), 48000, 16000, [1]).length).to.equal(0);
  });

  it('resamples a sound of several pieces without a seam', async () => {
    const sound = tone(150_000, 48000);
    const { channels } = await fit(
      { sampleRate: 48000, channels: [sound, sound] },
      { sampleRate: 16000, mono: true },
    );
    expect(channels).to.have.length(1);
    expect(distance(channels[0]!, tone(50_000, 16000), 100)).to.be.below(0.0005);
  });

  it('mixes to one channel by the mean', () => {
    expect([...toMono([Float32Array.of(1, 0), Float32Array.of(0, -1)])[0]!]).to.deep.equal([0.5, -0.5]);
  });
});
