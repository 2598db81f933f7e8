import { expect } from '@esm-bundle/chai';
import { FFmpegProgress } from '../../workers/engines/ffmpeg-progress.ts';
import { FFmpegWorker, sampleVideo } from '../helpers/ffmpeg.ts';

/** What is heard of a run with these arguments when its inputs last `inputs` and its clock shows `times`. Seconds. */
function heard(args: string, inputs: number[], times: number[], duration?: number): (number | null)[] {
  const told: (number | null)[] = [];
  const progress = new FFmpegProgress(args.split(' '), duration, (done) => told.push(done));
  for (const [at, seconds] of inputs.entries()) {
    progress.line(`Input #${at}, mov,mp4, from 'in${at}.mp4':`);
    progress.line(
      Number.isNaN(seconds) ? '  Duration: N/A, start: 0' : `  Duration: 00:00:${seconds}, start: 0`,
    );
  }
  for (const time of times) progress.time(time);
  return told;
}

describe('the progress of ffmpeg', () => {
  it('is the share of the input that is done', () => {
    expect(heard('-i a b', [20], [5, 10, 20])).to.deep.equal([0.25, 0.5, 1]);
  });

  it('counts what the arguments cut, of the input or of the output', () => {
    expect(heard('-i a -t 5 b', [20], [5])).to.deep.equal([1]);
    expect(heard('-t 0:10 -i a b', [20], [5])).to.deep.equal([0.5]);
    expect(heard('-ss 12 -i a b', [20], [2])).to.deep.equal([0.25]);
    expect(heard('-i a -ss 12 b', [20], [2])).to.deep.equal([0.25]);
    expect(heard('-ss 5 -to 9 -i a b', [20], [2])).to.deep.equal([0.5]);
    expect(heard('-ss 5 -i a -to 8 b', [20], [2])).to.deep.equal([0.25]);
  });

  it('goes by the longest input', () => {
    expect(heard('-i a -i b c', [10, 20], [5])).to.deep.equal([0.25]);
  });

  it('goes by what the caller knows, before all else', () => {
    expect(heard('-i a -t 5 b', [20], [5], 50)).to.deep.equal([0.1]);
  });

  it('never goes back, never leaves 0…1, and is never no number', () => {
    expect(heard('-i a b', [20], [-5, 10, 8, Number.NaN, 90])).to.deep.equal([0, 0.5, 0.5, 1]);
  });

  it('is null while nobody knows the length', () => {
    expect(heard('-i a b', [Number.NaN], [1, 2])).to.deep.equal([null, null]);
    expect(heard('-i a b', [Number.NaN], [1], 0)).to.deep.equal([null]);
  });

  describe('of real runs', function () {
    this.timeout(60_000);
    let video: Blob;
    let worker: FFmpegWorker;
    const encode = ['-vf', 'scale=160:-2', '-preset', 'ultrafast', 'out.mp4'];

    before(async function () {
      video = await sampleVideo(this);
      worker = new FFmpegWorker();
    });

    after(() => worker?.close());

    async function follow(args: string[], duration?: number): Promise<(number | null)[]> {
      const files = { 'in.mp4': video };
      return (await worker.ffmpeg(args, files, { follow: true, duration })).heard;
    }

    function expectRising(shares: (number | null)[]): void {
      const numbers = shares as number[];
      expect(numbers.length).to.be.above(1);
      for (const [at, share] of numbers.entries()) expect(share).to.be.within(numbers[at - 1] ?? 0, 1);
      expect(numbers[0]).to.be.below(0.5);
      expect(numbers.at(-1)).to.equal(1);
    }

    it('rises from 0 to 1, in the second run too', async () => {
      const args = ['-i', 'in.mp4', '-r', '60', '-preset', 'ultrafast', 'out.mp4'];
      expectRising(await follow(args));
      expectRising(await follow(args));
    });

    it('is null for a source without end, and 1 when it is over', async () => {
      const shares = await follow(['-f', 'lavfi', '-i', 'testsrc=d=1', ...encode]);
      expect(shares.slice(0, -1).every((share) => share === null)).to.equal(true);
      expect(shares.length).to.be.above(1);
      expect(shares.at(-1)).to.equal(1);
    });

    it('is known for it when the caller tells the length', async () => {
      const shares = await follow(['-f', 'lavfi', '-i', 'testsrc=d=1', ...encode], 1);
      expect(shares.includes(null)).to.equal(false);
    });

    it('is shown on the outputs when nobody else listens', async () => {
      worker.said.length = 0;
      await worker.ffmpeg(['-i', 'in.mp4', ...encode], { 'in.mp4': video });
      const shares = worker.shown.map(({ fraction }) => fraction);
      expect(shares.at(-1)).to.equal(1);
      expect(shares.some((share) => share !== null && share > 0 && share < 1)).to.equal(true);
    });
  });
});
