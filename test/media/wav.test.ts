import { expect } from '@esm-bundle/chai';
import { mimeOf, sniff } from '../../src/media/format/sniff.ts';
import { parseWav } from '../../src/media/format/wav.ts';
import { encodeWav } from '../../src/shared/values/wav-file.ts';

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const floats = (...levels: number[]) => Float32Array.from(levels);

/** A WAV by hand: `write` puts the samples in. */
function wav(
  code: number,
  bits: number,
  levels: number[],
  write: (view: DataView, at: number, level: number) => void,
  { count = 1, size = levels.length * (bits / 8), extra = 0, extensible = false } = {},
): Uint8Array {
  const header = extensible ? 40 : 16;
  const body = 12 + 8 + header + 8 + extra + 8;
  const bytes = new Uint8Array(body + levels.length * (bits / 8));
  const view = new DataView(bytes.buffer);
  const word = (at: number, text: string) =>
    [...text].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  word(0, 'RIFF');
  view.setUint32(4, size === 0 ? 0 : bytes.length - 8, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, header, true);
  view.setUint16(20, extensible ? 0xfffe : code, true);
  view.setUint16(22, count, true);
  view.setUint32(24, 12000, true);
  view.setUint16(32, (bits / 8) * count, true);
  view.setUint16(34, bits, true);
  if (extensible) view.setUint16(44, code, true);
  word(20 + header, 'LIST');
  view.setUint32(24 + header, extra, true);
  word(28 + header + extra, 'data');
  view.setUint32(32 + header + extra, size, true);
  levels.forEach((level, at) => write(view, body + at * (bits / 8), level));
  return bytes;
}

describe('WAV files', () => {
  it('are written with a header that says what follows', async () => {
    const file = encodeWav({ sampleRate: 22050, channels: [floats(0, 0.5, -1), floats(1, -0.5, 0)] });
    const bytes = await bytesOf(file);
    const view = new DataView(bytes.buffer);
    expect(file.type).to.equal('audio/wav');
    expect(bytes.length).to.equal(44 + 12);
    expect(view.getUint32(4, true)).to.equal(bytes.length - 8);
    expect(view.getUint16(22, true), 'channels').to.equal(2);
    expect(view.getUint32(24, true), 'rate').to.equal(22050);
    expect(view.getUint32(28, true), 'bytes per second').to.equal(22050 * 4);
    expect(view.getUint16(34, true), 'bits').to.equal(16);
    expect(view.getUint32(40, true), 'bytes').to.equal(12);
    const written = [...new Int16Array(bytes.buffer, 44)];
    expect(written).to.deep.equal([0, 32767, 16384, -16384, -32768, 0]);
  });

  it('clamp what is too loud, and have silence for NaN', async () => {
    const bytes = await bytesOf(
      encodeWav({ sampleRate: 8000, channels: [floats(3, -3, Number.NaN, Infinity)] }),
    );
    expect([...new Int16Array(bytes.buffer, 44)]).to.deep.equal([32767, -32768, 0, 32767]);
  });

  it('give every 16-bit sample back as it was', async () => {
    const all = Int16Array.from({ length: 65536 }, (_, at) => at - 32768);
    const channels = [Float32Array.from(all, (level) => level / 32768)];
    const bytes = await bytesOf(encodeWav({ sampleRate: 8000, channels }));
    expect(new Int16Array(bytes.buffer, 44)).to.deep.equal(all);
    expect(parseWav(bytes)!.channels[0]).to.deep.equal(channels[0]);
  });

  it('of no sample and of one are fine', async () => {
    for (const channel of [floats(), floats(0.25)]) {
      const samples = { sampleRate: 8000, channels: [channel] };
      expect(parseWav(await bytesOf(encodeWav(samples)))).to.deep.equal(samples);
    }
  });

  const levels = [0, 0.5, -0.5, -1];
  const codings: [string, number, number, (view: DataView, at: number, level: number) => void][] = [
    ['8-bit', 1, 8, (view, at, level) => view.setUint8(at, 128 + level * 128)],
    ['16-bit', 1, 16, (view, at, level) => view.setInt16(at, level * 32768, true)],
    [
      '24-bit',
      1,
      24,
      (view, at, level) => {
        view.setUint16(at, (level * 8388608) & 0xffff, true);
        view.setInt8(at + 2, (level * 8388608) >> 16);
      },
    ],
    ['32-bit', 1, 32, (view, at, level) => view.setInt32(at, level * 2147483648, true)],
    ['float', 3, 32, (view, at, level) => view.setFloat32(at, level, true)],
    ['double', 3, 64, (view, at, level) => view.setFloat64(at, level, true)],
  ];
  for (const [name, code, bits, write] of codings) {
    it(`of ${name} samples are read exactly`, () => {
      for (const extensible of [false, true]) {
        const read = parseWav(wav(code, bits, levels, write, { extensible, extra: 6 }));
        expect(read).to.deep.equal({ sampleRate: 12000, channels: [floats(...levels)] });
      }
      const stereo = parseWav(wav(code, bits, levels, write, { count: 2 }))!;
      expect(stereo.channels).to.deep.equal([floats(0, -0.5), floats(0.5, -1)]);
    });
  }

  it('from a pipe, and ones that are cut off, are read as far as they go', () => {
    const [, code, bits, write] = codings[1]!;
    for (const size of [0, 0xffffffff, 8]) {
      const bytes = wav(code, bits, levels, write, { size });
      expect(parseWav(bytes)!.channels[0], `size ${size}`).to.deep.equal(floats(...levels));
      expect(parseWav(bytes.subarray(0, bytes.length - 3))!.channels[0]).to.deep.equal(floats(0, 0.5));
    }
  });

  it('of other codings, and what is no WAV, are not read', async () => {
    const mulaw = await (await fetch(new URL('../fixtures/sound/mulaw.wav', import.meta.url))).arrayBuffer();
    expect(parseWav(new Uint8Array(mulaw))).to.equal(null);
    expect(parseWav(new Uint8Array(0))).to.equal(null);
    expect(parseWav(new TextEncoder().encode('RIFF1234WAVE'))).to.equal(null);
  });
});

describe('sniff', () => {
  for (const [name, type] of [
    ['tone.mp3', 'mp3'],
    ['bare.mp3', 'mp3'],
    ['tone.ogg', 'ogg'],
    ['tone.flac', 'flac'],
    ['tone.m4a', 'm4a'],
    ['tone.webm', 'webm'],
    ['tone.aac', 'aac'],
    ['mulaw.wav', 'wav'],
  ] as const)
    it(`knows ${name} by its bytes`, async () => {
      const bytes = await (await fetch(new URL(`../fixtures/sound/${name}`, import.meta.url))).arrayBuffer();
      expect(sniff(new Uint8Array(bytes))).to.equal(type);
      expect(mimeOf(type)).to.match(/^audio\//);
    });

  it('knows nothing of other bytes', () => {
    expect(sniff(new TextEncoder().encode('<!doctype html>'))).to.equal(null);
    expect(sniff(new Uint8Array(0))).to.equal(null);
  });
});
