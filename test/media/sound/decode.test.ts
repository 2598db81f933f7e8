import { expect } from '@esm-bundle/chai';
import '../../../src/app/engine-locator.ts';
import { decode } from '../../../src/media/sound/decode.ts';
import { mp3Info, withoutPadding } from '../../../src/media/format/mp3.ts';
import { encodeWav } from '../../../src/shared/values/wav-file.ts';
import type { MediaError } from '../../../src/shared/errors.ts';

const urlOf = (name: string) => new URL(`../../fixtures/sound/${name}`, import.meta.url).href;
const fileOf = async (name: string) => (await fetch(urlOf(name))).blob();
const failure = (work: Promise<unknown>): Promise<MediaError> =>
  work.then(
    () => {
      throw new Error('nothing went wrong');
    },
    (error) => error,
  );

/** The fixtures are half a second of 440 Hz, made with ffmpeg's `sine` source: Opus at 48 kHz, others at 32 kHz. */
const LENGTH = 16000;

describe('decode', () => {
  it('copies samples, and makes NaN silence', async () => {
    const channel = Float32Array.of(0.5, Number.NaN, -Infinity, 2);
    const { sampleRate, channels } = await decode({ sampleRate: 12345, channels: [channel] });
    expect(sampleRate).to.equal(12345);
    expect([...channels[0]!]).to.deep.equal([0.5, 0, -1, 2]);
    expect(channel[1], 'the caller’s own').to.be.NaN;
    channel.fill(0.1);
    expect(channels[0]![0]).to.equal(0.5);
  });

  it('takes 16-bit samples', async () => {
    const { channels } = await decode({ sampleRate: 8000, channels: [Int16Array.of(0, 16384, -32768)] });
    expect([...channels[0]!]).to.deep.equal([0, 0.5, -1]);
  });

  it('[C117] takes a WAV as a Blob, bytes, a piece of a buffer, and a URL', async () => {
    const samples = { sampleRate: 8000, channels: [Float32Array.of(0.25, -0.25, 0.5)] };
    const file = encodeWav(samples);
    const buffer = await file.arrayBuffer();
    const around = new Uint8Array(buffer.byteLength + 7);
    around.set(new Uint8Array(buffer), 5);
    const url = URL.createObjectURL(file);
    const chunks = [file, buffer, new Uint8Array(buffer), around.subarray(5, -2), url, new URL(url)];
    for (const chunk of chunks) expect(await decode(chunk)).to.deep.equal(samples);
    expect(buffer.byteLength, 'still the caller’s').to.equal(50);
  });

  for (const name of ['tone.mp3', 'tone.ogg', 'tone.flac', 'tone.m4a'])
    it(`decodes ${name} at its own rate to its exact length`, async () => {
      const { sampleRate, channels } = await decode(await fileOf(name));
      expect(sampleRate).to.equal(name === 'tone.ogg' ? 48000 : 32000);
      expect(channels[0]!.length).to.equal(sampleRate / 2);
      expect(Math.max(...channels[0]!)).to.be.closeTo(0.125, 0.02);
    });

  for (const name of ['tone.webm', 'tone.aac', 'bare.mp3'])
    it(`decodes ${name}, whose padding stays`, async () => {
      const { sampleRate, channels } = await decode(urlOf(name));
      expect(sampleRate).to.equal(name === 'tone.webm' ? 48000 : 32000);
      expect(channels[0]!.length / sampleRate).to.be.closeTo(0.5, 0.1);
    });

  it('leaves the caller’s bytes alone', async () => {
    const bytes = new Uint8Array(await (await fileOf('tone.mp3')).arrayBuffer());
    await decode(bytes);
    expect(bytes.byteLength).to.be.greaterThan(1000);
  });

  it('names the type of what cannot be decoded', async () => {
    const broken = new Uint8Array(500).map((_, at) => (at < 3 ? 'ID3'.charCodeAt(at) : at * 7));
    const mp3 = await failure(decode(broken));
    expect(mp3.name).to.equal('MediaError');
    expect(mp3.type).to.equal('audio/mpeg');
    expect(mp3.message).to.contain('audio/mpeg');
    const amr = await failure(decode(new File(['#!AMR'], 'call.amr', { type: 'audio/amr' })));
    expect(amr.type).to.equal('audio/amr');
    expect(amr.message).to.contain('call.amr').and.to.contain('audio/amr');
    expect((await failure(decode(new Blob([])))).name).to.equal('MediaError');
  });

  it('says which URL could not be loaded', async () => {
    const error = await failure(decode(urlOf('nowhere.mp3')));
    expect(error.name).to.equal('MediaError');
    expect(error.message).to.contain('nowhere.mp3').and.to.contain('404');
  });
});

describe('the padding of an MP3', () => {
  it('is read from the tag that its encoder left', async () => {
    const info = mp3Info(new Uint8Array(await (await fileOf('tone.mp3')).arrayBuffer()))!;
    const { before, after, frames } = info.padding!;
    expect(info.sampleRate).to.equal(32000);
    expect(frames * info.frame - before - after).to.equal(LENGTH);
    const bare = mp3Info(new Uint8Array(await (await fileOf('bare.mp3')).arrayBuffer()))!;
    expect(bare).to.deep.equal({ sampleRate: 32000, frame: 1152, padding: null });
  });

  it('is taken away where a decoder leaves it in', () => {
    const info = { sampleRate: 32000, frame: 1152, padding: { before: 576, after: 1000, frames: 10 } };
    const counted = (length: number) => Float32Array.from({ length }, (_, at) => at);
    const cut = (length: number) =>
      withoutPadding({ sampleRate: 32000, channels: [counted(length)] }, info).channels[0]!;
    const exact = 11520 - 1576;
    expect([cut(11520).length, cut(11520)[0]]).to.deep.equal([exact, 576 + 529]);
    expect([cut(12672).length, cut(12672)[0], 'the tag played as a frame']).to.deep.equal([
      exact,
      1152 + 576 + 529,
      'the tag played as a frame',
    ]);
    expect([cut(11520 - 529).length, cut(11520 - 529)[0], 'without the decoder’s own']).to.deep.equal([
      exact,
      576,
      'without the decoder’s own',
    ]);
    expect([cut(exact).length, cut(exact)[0], 'already cut']).to.deep.equal([exact, 0, 'already cut']);
  });

  it('has ffmpeg read what browsers do not: AIFF', async function () {
    this.timeout(60_000);
    const { sampleRate, channels } = await decode(await fileOf('tone.aiff'));
    expect([sampleRate, channels.length, channels[0]!.length]).to.deep.equal([8000, 1, 1600]);
    expect(Math.max(...channels[0]!)).to.be.within(0.1, 0.2);
  });
});
