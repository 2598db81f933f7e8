import { expect } from '@esm-bundle/chai';
import { itReal, realFile } from '../../helpers/beside.ts';
import { expectedOf, fixture } from '../../helpers/fixtures.ts';
import { each, engine, film, quarters, slack } from '../../helpers/media/frames.ts';

/** Colours of the first frame of every sample film, as ffmpeg decodes it. */
const colours = [
  [219, 19, 20],
  [20, 198, 19],
  [21, 19, 219],
  [18, 19, 19],
];

function expectColours(came: number[][], expected: number[][], tolerance = 3): void {
  for (const [at, colour] of expected.entries())
    for (const [channel, value] of colour.entries())
      expect(came[at]![channel], `quarter ${at}, channel ${channel}`).to.be.closeTo(value, tolerance + slack);
}

const times = Array.from({ length: 24 }, (_, at) => Math.round((at * 1e6) / 12));
const numberOf = (frame: VideoFrame) => Math.round((quarters(frame)[3]![0]! - 18.5) / 8);

describe('ctx.frames', () => {
  for (const name of ['plain.mp4', 'plain.mov', 'plain.mkv', 'plain.webm', 'plain.m2t'])
    it(`gives every frame of ${name} in order, with its time and its colours`, async () => {
      const seen = await each(engine().frames(await film(name)), (frame) => ({
        time: frame.timestamp,
        number: numberOf(frame),
        size: [frame.displayWidth, frame.displayHeight],
        colours: quarters(frame),
      }));
      expect(seen.map(({ number }) => number)).to.deep.equal(Array.from({ length: 24 }, (_, at) => at));
      // Matroska counts in milliseconds.
      const tolerance = /mkv|webm/.test(name) ? 500 : name.endsWith('m2t') ? 12 : 0;
      for (const [at, { time }] of seen.entries()) expect(time).to.be.closeTo(times[at]!, tolerance);
      expect(seen[0]!.size).to.deep.equal([64, 48]);
      expectColours(seen[0]!.colours, colours);
    });

  it('gives frames as displayed: turned as a telephone says', async () => {
    const [first] = await each(engine().frames(await film('turned.mp4')), (frame) => ({
      size: [frame.displayWidth, frame.displayHeight],
      colours: quarters(frame),
    }));
    expect(first!.size).to.deep.equal([48, 64]);
    expectColours(first!.colours, [colours[1]!, colours[3]!, colours[0]!, colours[2]!]);
  });

  it('gives frames as displayed: stretched where pixels are not square', async () => {
    const [first] = await each(engine().frames(await film('wide.mp4')), (frame) => ({
      size: [frame.displayWidth, frame.displayHeight],
      colours: quarters(frame),
    }));
    expect(first!.size).to.deep.equal([128, 48]);
    expectColours(first!.colours, colours, 4);
  });

  it('keeps what is transparent', async () => {
    const [alpha] = await each(engine().frames(await film('alpha.webm')), (frame) => {
      const context = new OffscreenCanvas(64, 48).getContext('2d')!;
      context.drawImage(frame, 0, 0);
      return [8, 56].map((x) => context.getImageData(x, 24, 1, 1).data[3]);
    });
    expect(alpha).to.deep.equal([255, 0]);
  });

  it('gives the part from … to: from the frame shown then, up to but without the last moment', async () => {
    const video = await film('plain.mp4');
    const part = (from?: number, to?: number) => each(engine().frames(video, { from, to }), numberOf);
    expect(await part(0.5, 1)).to.deep.equal([6, 7, 8, 9, 10, 11]);
    expect(await part(0.54, 0.6)).to.deep.equal([6, 7]);
    expect(await part(1.9)).to.deep.equal([22, 23]);
    expect(await part(undefined, 0.1)).to.deep.equal([0, 1]);
    expect(await part(0.5, 0.5)).to.deep.equal([]);
  });

  it('counts time from the start of a stream that begins at any hour', async () => {
    const video = await film('plain.m2t');
    const part = await each(engine().frames(video, { from: 1, to: 1.2 }), numberOf);
    expect(part).to.deep.equal([12, 13, 14]);
    expect((await engine().frames(video).info()).duration).to.be.closeTo(2, 0.001);
  });

  it('gives nothing from beyond the end', async () => {
    expect(await each(engine().frames(await film('plain.mp4'), { from: 100 }), numberOf)).to.deep.equal([]);
  });

  it('knows size, frame rate and duration, before and after reading', async () => {
    const frames = engine().frames(await film('turned.mp4'));
    const info = { width: 48, height: 64, fps: 12, duration: 2 };
    expect(await frames.info()).to.deep.equal(info);
    expect(await each(frames, numberOf)).to.have.length(24);
    expect(await frames.info()).to.deep.equal(info);
  });

  it('closes a frame when the next is asked for, and the last when the loop is over', async () => {
    const all: VideoFrame[] = [];
    for await (const frame of engine().frames(await film('plain.mp4'))) {
      expect(all.every(({ format }) => format === null)).to.equal(true);
      expect(frame.format).to.not.equal(null);
      all.push(frame);
    }
    expect(all).to.have.length(24);
    expect(all.every(({ format }) => format === null)).to.equal(true);
  });

  it('can be told to end by hand', async () => {
    const frames = engine().frames(await film('plain.mp4'));
    const { value } = await frames.next();
    expect((value as VideoFrame).format).to.not.equal(null);
    await frames.return();
    expect((value as VideoFrame).format).to.equal(null);
    expect((await frames.next()).done).to.equal(true);
  });
});

describe('ctx.frames, on a longer film', () => {
  /** Of a real one: mean colours of the quarters, by number of the frame, as ffmpeg decodes it: 234 frames in all. */
  const known: Record<number, number[][]> = {
    0: [
      [122.0, 72.4, 48.4],
      [126.9, 76.5, 55.8],
      [133.4, 82.5, 55.4],
      [136.7, 86.3, 61.4],
    ],
    60: [
      [127.9, 81.4, 56.4],
      [118.4, 68.7, 47.9],
      [134.4, 85.8, 58.4],
      [124.8, 74.2, 51.7],
    ],
    117: [
      [148.2, 98.3, 68.1],
      [121.4, 67.7, 46.8],
      [107.1, 60.1, 38.1],
      [102.4, 54.3, 35.5],
    ],
    200: [
      [143.8, 96.7, 66.0],
      [131.1, 84.3, 58.4],
      [116.4, 67.5, 44.8],
      [112.6, 63.8, 41.3],
    ],
    233: [
      [139.0, 97.5, 68.4],
      [115.7, 70.9, 47.8],
      [118.4, 77.6, 55.4],
      [109.1, 65.9, 43.7],
    ],
  };

  async function expectFrames(video: Blob, colours: Record<number, number[][]>): Promise<void> {
    let at = 0;
    for await (const frame of engine().frames(video)) {
      expect(frame.timestamp).to.equal(Math.round((at * 1e6) / 30));
      if (colours[at]) expectColours(quarters(frame), colours[at]!, 2);
      at += 1;
    }
    expect(at).to.equal(234);
  }

  it('gives the frames and colours that ffmpeg gives', async () =>
    expectFrames(await fixture('film.mp4'), (await expectedOf('film.mp4')).colours));

  itReal('gives the frames and colours of a real one', async () =>
    expectFrames(await realFile('media/rabbit320.mp4'), known),
  );
});
