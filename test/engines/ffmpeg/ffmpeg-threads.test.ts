import { expect } from '@esm-bundle/chai';
import { HASHES, about, hashes } from '../../helpers/engines/ffmpeg.ts';
import { expectedOf } from '../../helpers/fixtures.ts';
import { type Plan, type RunReport, isolatedRuns } from '../../helpers/engines/threads.ts';

const text = (report: RunReport | undefined, name: string) => atob(report?.files[name] ?? '');

/** x264 notes in the file how many threads it had. */
const threadsOf = (report: RunReport | undefined) =>
  Number(/ threads=(\d+) /.exec(text(report, 'out.mp4'))?.[1] ?? Number.NaN);

/** Whether this browser is one that gets threads. */
const chromium = 'userAgentData' in navigator;

function expectSeveral(report: RunReport | undefined): void {
  if (chromium) expect(threadsOf(report)).to.be.above(1);
  else expect(threadsOf(report)).to.equal(1);
}

const lossless = ['-i', 'in.mp4', '-an', '-preset', 'ultrafast', '-qp', 0, 'out.mp4'];
const short = { args: ['-t', 0.2, ...lossless] };

describe('ctx.ffmpeg with several threads', function () {
  this.timeout(60_000);

  it('decodes and encodes to the frames of the system’s ffmpeg, time and again', async () => {
    const { frames } = await expectedOf('film.mp4');
    const decode = { args: ['-i', 'in.mp4', ...HASHES.frames, 'hashes.txt'] };
    const [decoded, encoded] = await isolatedRuns({ runs: [decode, { args: lossless }] });
    expect(hashes(text(decoded, 'hashes.txt'))).to.deep.equal(frames);
    expectSeveral(encoded);
    const bytes = Uint8Array.from(text(encoded, 'out.mp4'), (each) => each.charCodeAt(0));
    const back = await about(new Blob([bytes]), HASHES.frames);
    const pictures = (lines: string[]) => lines.map((line) => line.split(',').at(-1));
    expect(pictures(hashes(back))).to.deep.equal(pictures(frames));
  });

  it('is stopped at once, and has its threads in the next run', async () => {
    const endless = { args: ['-f', 'lavfi', '-i', 'testsrc=s=1920x1080:d=3600', 'out.mp4'], stop: true };
    const [stopped, next] = await isolatedRuns({ runs: [endless, short] });
    expect(stopped?.error).to.match(/AbortError/);
    expectSeveral(next);
  });

  it('goes on with one where there are not threads or memory enough, and has several again after it', async () => {
    const greedy = { args: ['-threads', 40, ...short.args] };
    // 1.4 GB at once: more than is shared, less than one thread may have.
    const large = {
      args: ['-f', 'lavfi', '-i', 'anullsrc,aformat=dbl,adelay=4000000', '-t', 0.1, 'out.wav'],
    };
    const reports = await isolatedRuns({ runs: [greedy, large, short] });
    expect(reports.map(({ error }) => error)).to.deep.equal([undefined, undefined, undefined]);
    expect(threadsOf(reports[0])).to.equal(1);
    expect(text(reports[1], 'out.wav').length).to.be.within(17_640, 18_000);
    expectSeveral(reports[2]);
  });

  const without: Record<string, Omit<Plan, 'runs'>> = {
    'the files of the other core are not there': { missing: 'ffmpeg-mt' },
    'the script of its threads is not there': { missing: 'worker.js' },
    'no memory can be shared': { memoryless: true },
    'there are two processors': { cores: 2 },
  };
  for (const [reason, plan] of Object.entries(without))
    it(`has one where ${reason}`, async () => {
      const [report] = await isolatedRuns({ ...plan, runs: [short] });
      expect(threadsOf(report)).to.equal(1);
      expect(report?.threaded).to.equal(chromium && 'missing' in plan);
    });
});
