import { expect } from '@esm-bundle/chai';
import { fixture } from '../../helpers/fixtures.ts';
import { each, engine, failure, film } from '../../helpers/media/frames.ts';

const read = (video: unknown, options?: object) =>
  each(engine().frames(video as Blob, options), ({ timestamp }) => timestamp);

async function expectUnreadable(video: Blob, words: RegExp): Promise<void> {
  for (const work of [() => read(video), () => engine().frames(video).info()]) {
    const error = await failure(work());
    expect(error.name).to.equal('MediaError');
    expect(error.message).to.match(words);
    expect((error as Error & { type: string }).type).to.equal(video.type);
  }
}

describe('ctx.frames, given what is no video', () => {
  it('says that a file is empty', () =>
    expectUnreadable(new File([], 'none.mp4', { type: 'video/mp4' }), /"none\.mp4" is empty \(0 bytes\)/));

  it('says what a picture, a page or an old film is, whatever it is called', async () => {
    await expectUnreadable(await film('old.avi'), /"old\.avi" is an AVI file.*ctx\.ffmpeg/);
    await expectUnreadable(
      new Blob(['<!doctype html><title>404</title>'], { type: 'video/mp4' }),
      /The video \(video\/mp4\) is an HTML page/,
    );
    await expectUnreadable(new Blob(['nothing of any kind']), /no video that can be read \(MP4, MOV, WebM/);
  });

  it('says that a file has sound only, and which', async () => {
    const response = await fetch(new URL('../../fixtures/sound/tone.m4a', import.meta.url));
    await expectUnreadable(await response.blob(), /holds only sound \(aac\)/);
  });

  it('names a codec that the browser does not know', async () => {
    await expectUnreadable(await film('mpeg4.mp4'), /codec "mp4v".*cannot decode.*ctx\.ffmpeg/);
    await expectUnreadable(await film('theora.mkv'), /codec "V_THEORA".*cannot decode/);
  });

  it('names a codec that the browser knows and cannot decode', async () => {
    const { supported } = await VideoDecoder.isConfigSupported({ codec: 'hvc1.1.6.L30.90' });
    if (supported) expect(await read(await film('hevc.mp4'))).to.have.length(24);
    else await expectUnreadable(await film('hevc.mp4'), /codec hevc, which this browser cannot decode/);
  });

  it('reads by what a file is, not by what it is called', async () => {
    const webm = new File([await film('plain.webm')], 'plain.mp4', { type: 'video/mp4' });
    expect(await read(webm)).to.have.length(24);
  });

  it('gives the whole frames of a film that is cut off, then says so', async () => {
    const whole = await film('long.mp4');
    const seen: number[] = [];
    const error = await failure(
      (async () => {
        for await (const { timestamp } of engine().frames(whole.slice(0, 15_000))) seen.push(timestamp);
      })(),
    );
    expect(error.name).to.equal('MediaError');
    expect(error.message).to.match(/cut off/);
    expect(seen.length).to.be.within(100, 499);
  });

  it('says that a film without its table of contents is cut off', async () => {
    const whole = await fixture('film.mp4');
    await expectUnreadable(whole.slice(0, 20), /damaged or cut off|no video/);
  });

  it('says what came in place of a Blob, and of a time', async () => {
    const video = await film('plain.mp4');
    for (const [came, options, words] of [
      ['film.mp4', {}, /ctx\.frames\(video\) came with "film\.mp4", expected a Blob/],
      [null, {}, /came with null, expected a Blob/],
      [video, { from: -1 }, /\{ from \}\) came with -1, expected seconds/],
      [video, { from: '1' }, /\{ from \}\) came with "1"/],
      [video, { to: Number.NaN }, /\{ to \}\) came with NaN/],
      [video, { from: 2, to: 1 }, /came with from: 2 and to: 1, expected/],
    ] as [unknown, object, RegExp][]) {
      let error: Error | null = null;
      try {
        await read(came, options);
      } catch (thrown) {
        error = thrown as Error;
      }
      expect(error?.name).to.equal('ValueError');
      expect(error?.message).to.match(words);
    }
  });

  it('reads a part of a file of a gigabyte, without reading it whole', async () => {
    const film1 = await film('plain.mp4');
    const gap = new Blob([new Uint8Array(2 ** 20)]);
    // A box that is not known is passed over: its length stands before it.
    const free = new Uint8Array([0x40, 0, 0, 8, ...new TextEncoder().encode('free')]);
    const huge = new Blob([film1, free, ...Array.from({ length: 1024 }, () => gap)]);
    expect(huge.size).to.be.above(2 ** 30);
    let bytes = 0;
    const { arrayBuffer, stream } = Blob.prototype;
    Blob.prototype.arrayBuffer = function (this: Blob) {
      bytes += this.size;
      return arrayBuffer.call(this);
    };
    Blob.prototype.stream = () => {
      throw new Error('a stream may give parts of any size');
    };
    try {
      expect(await read(huge, { from: 1 })).to.have.length(12);
    } finally {
      Object.assign(Blob.prototype, { arrayBuffer, stream });
    }
    expect(bytes).to.be.within(film1.size, 16 * 2 ** 20);
  });
});
