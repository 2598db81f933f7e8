import { expect } from '@esm-bundle/chai';
import { FFmpegProgress } from '../../../workers/engines/ffmpeg/progress.ts';
import { FFmpegWorker } from '../../helpers/engines/ffmpeg.ts';
import { fixture } from '../../helpers/fixtures.ts';

/** What is heard of a run with these arguments when its inputs last `inputs` and its clock shows `times`. Seconds. */
function heard(
  args: string,
  inputs: number[],
  times: number[],
  duration?: number,
  outputs: string[] = [],
): (number | null)[] {
  const told: (number | null)[] = [];
  const progress = new FFmpegProgress(args.split(' '), duration, (done) => told.push(done));
  for (const [at, seconds] of inputs.entries()) {
    progress.line(`Input #${at}, mov,mp4, from 'in${at}.mp4':`);
    progress.line(
      Number.isNaN(seconds) ? '  Duration: N/A, start: 0' : `  Duration: 00:00:${seconds}, start: 0`,
    );
  }
  for (const [at, name] of outputs.entries()) progress.line(`Output #${at}, mp4, to '${name}':`);
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

  it('ends with an input that is shorter than what the output may last', () => {
    expect(heard('-i a -t 50 b', [20], [5, 20])).to.deep.equal([0.25, 1]);
    expect(heard('-i a -ss 10 -to 90 b', [20], [5, 10])).to.deep.equal([0.5, 1]);
    expect(heard('-ss 10 -i a -to 90 b', [20], [5, 10])).to.deep.equal([0.5, 1]);
    expect(heard('-sseof -4 -i a b', [20], [1, 4])).to.deep.equal([0.25, 1]);
    expect(heard('-i a -t 2500ms b', [20], [0.5])).to.deep.equal([0.2]);
  });

  it('goes by the output’s own length where an input has no end', () => {
    expect(heard('-stream_loop -1 -i a -t 50 b', [20], [5, 50])).to.deep.equal([0.1, 1]);
    expect(heard('-loop 1 -i a -i b -t 50 c', [0.04, 20], [5, 50])).to.deep.equal([0.1, 1]);
    expect(heard('-i a -i b -t 50 c', [Number.NaN, 20], [5, 50])).to.deep.equal([0.1, 1]);
    expect(heard('-loop 0 -i a -t 50 b', [20], [5])).to.deep.equal([0.25]);
  });

  it('goes by the longest of several outputs', () => {
    expect(heard('-i a -t 10 b -t 5 c', [20], [5], undefined, ['b', 'c'])).to.deep.equal([0.5]);
    expect(heard('-i a -t 5 b c', [20], [5], undefined, ['b', 'c'])).to.deep.equal([0.25]);
  });

  it('counts pictures where their number ends the run', () => {
    const counted = (streams: string[], ...lines: string[]) => {
      const told: (number | null)[] = [];
      const progress = new FFmpegProgress('-i a -frames:v 40 b'.split(' '), undefined, (done) =>
        told.push(done),
      );
      const input = [
        "Input #0, mov, from 'a':",
        '  Duration: 00:00:20.00, start: 0',
        '  Stream #0:1: Audio: aac',
      ];
      for (const line of [...input, "Output #0, gif, to 'b':", ...streams, ...lines]) progress.line(line);
      progress.time(1);
      return told;
    };
    const picture = '  Stream #0:0: Video: gif, 25 fps';
    expect(counted([picture], 'frame=   10 fps=0', 'frame=   40 fps=0')).to.deep.equal([0.25, 1, 1]);
    expect(counted([picture, '  Stream #0:1: Audio: aac'], 'frame=   10 fps=0')).to.deep.equal([0.05]);
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

    before(async () => {
      video = await fixture('film.mp4');
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

    it('rises evenly to 1 where pictures are counted, or the output might be longer', async () => {
      const slow = ['-vf', 'scale=1280:-2', '-preset', 'fast'];
      expectRising(await follow(['-i', 'in.mp4', '-an', ...slow, '-frames:v', '20', 'out.mp4']));
      const shares = await follow([
        '-i',
        'in.mp4',
        '-r',
        '60',
        '-preset',
        'ultrafast',
        '-t',
        '60',
        'out.mp4',
      ]);
      expectRising(shares);
      expect(shares.at(-2)).to.be.above(0.9);
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
