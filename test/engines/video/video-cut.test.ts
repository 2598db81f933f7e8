import { expect } from '@esm-bundle/chai';
import { itReal, realFile } from '../../helpers/beside.ts';
import { expectedOf, fixture } from '../../helpers/fixtures.ts';
import { each, engine, failure, film, quarters } from '../../helpers/media/frames.ts';
import { withoutDurations, withoutSizes } from '../../helpers/media/webm.ts';

/** Where the frames of clusters.webm end, in bytes, as ffprobe says. */
const ENDS = [
  517, 555, 592, 627, 665, 703, 741, 788, 914, 950, 994, 1036, 1080, 1129, 1182, 1226, 1352, 1392, 1431, 1470,
  1517, 1565, 1612, 1651,
];
/** Bytes that live.webm is shorter before its first frame. */
const SHORTER = 70;

const numberOf = (frame: VideoFrame) => Math.round((quarters(frame)[3]![0]! - 18.5) / 8);
const numbers = (video: Blob) => each(engine().frames(video), numberOf);
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Cuts a film at every so many bytes, and expects all frames that are whole. */
async function expectWholeFrames(whole: Blob, ends: number[], as = async (part: Blob) => part) {
  for (let size = ends[0]! - 60; size < whole.size; size += 41) {
    const part = await as(whole.slice(0, size));
    const count = ends.filter((end) => end <= size).length;
    if (count) expect(await numbers(part), `cut at ${size}`).to.deep.equal(upTo(count));
    else
      for (const work of [() => numbers(part), () => engine().frames(part).info()]) {
        const error = await failure(work());
        expect(error.name).to.equal('MediaError');
        expect(error.message).to.match(/cut off/);
      }
  }
}

describe('ctx.frames, given WebM that is cut off', () => {
  it('gives all whole frames, wherever it is cut', async () =>
    expectWholeFrames(await film('clusters.webm'), ENDS));

  it('gives those of a film without a length', async () =>
    expectWholeFrames(
      await film('live.webm'),
      ENDS.map((end) => end - SHORTER),
    ));

  it('gives those of a film whose clusters have no length either', async () =>
    expectWholeFrames(
      await film('live.webm'),
      ENDS.map((end) => end - SHORTER),
      withoutSizes,
    ));

  it('knows rate and duration of what there is', async () => {
    // Cut within the first cluster of 1.7 seconds: 8 frames.
    const { fps, duration } = await engine()
      .frames((await film('clusters.webm')).slice(0, 800))
      .info();
    expect(fps).to.equal(12);
    expect(duration).to.be.closeTo(8 / 12, 0.001);
  });

  /** A film with sound, of which half a cluster is there. */
  async function expectPart(part: Blob, count: number): Promise<void> {
    expect(await each(engine().frames(part), ({ timestamp }) => timestamp)).to.have.length(count);
    const { fps, duration } = await engine().frames(part).info();
    expect(fps).to.equal(30);
    expect(duration).to.be.closeTo(count / 30, 0.01);
  }

  it('gives those of a film with sound', async () => {
    const { bytes, frames } = (await expectedOf('film.webm')).cut;
    expect(frames).to.be.within(100, 200);
    await expectPart((await fixture('film.webm')).slice(0, bytes), frames);
  });

  itReal('gives those of a real film', async () =>
    expectPart((await realFile('media/rabbit320.webm')).slice(0, 200_000), 138),
  );

  it('reads only the end of a film of a gigabyte to find where it is cut', async () => {
    const whole = await film('live.webm');
    const cluster = 1059;
    const gap = new Blob([new Uint8Array(2 ** 20)]);
    // An element that means nothing, with its length.
    const empty = new Uint8Array([0xec, 8, 0x40, 0, 0, 0]);
    const gaps = Array.from({ length: 1024 }, () => gap);
    const huge = new Blob([whole.slice(0, cluster), empty, ...gaps, whole.slice(cluster, 1200)]);
    let bytes = 0;
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = function (this: Blob) {
      bytes += this.size;
      return arrayBuffer.call(this);
    };
    try {
      expect(await numbers(huge)).to.deep.equal(upTo(16));
    } finally {
      Blob.prototype.arrayBuffer = arrayBuffer;
    }
    expect(bytes).to.be.within(1, 16 * 2 ** 20);
  });
});

describe('ctx.frames, given WebM that does not say how long frames are shown', () => {
  const times = async (video: Blob) =>
    each(engine().frames(video), ({ timestamp, duration }) => [timestamp, duration]);

  for (const name of ['clusters.webm', 'live.webm'])
    it(`gives each frame of ${name} the time until the next, and the last one as much as the one before`, async () => {
      const video = await withoutDurations(await film(name));
      const seen = await times(video);
      expect(seen).to.have.length(24);
      for (const [at, [timestamp, duration]] of seen.entries())
        if (at < 23) expect(timestamp! + duration!, `frame ${at}`).to.be.closeTo(seen[at + 1]![0]!, 1);
      expect(seen[23]![1]).to.be.closeTo(1e6 / 12, 1000);
      expect((await engine().frames(video).info()).duration).to.be.closeTo(2, 0.0015);
    });

  it('gives the last frame of a part the time until the next', async () => {
    const video = await withoutDurations(await film('clusters.webm'));
    // Frame 6 is the last of its cluster: what comes then is left out.
    const part = await each(engine().frames(video, { from: 0.51, to: 0.583 }), (frame) => [
      numberOf(frame),
      frame.duration,
    ]);
    expect(part).to.deep.equal([[6, 83000]]);
    expect(await each(engine().frames(video, { from: 0.54, to: 0.6 }), numberOf)).to.deep.equal([6, 7]);
  });

  it('gives a single frame the time that the file says for itself', async () => {
    const clip = engine().clip({ fps: 4, type: 'video/webm' });
    await clip.add(new ImageData(64, 48));
    const video = await withoutDurations(await clip.end());
    expect(await times(video)).to.deep.equal([[0, 250_000]]);
    expect(await engine().frames(video).info()).to.deep.include({ fps: 4, duration: 0.25 });
  });
});
