import { expect } from '@esm-bundle/chai';
import { RivInterface } from '../../../src/app/interface/interface.ts';
import '../../../src/index.ts';
import type { HandlerContext } from '../../../src/runner/context.ts';
import { buttonOf, runEnded } from '../../helpers/app.ts';
import { until } from '../../helpers/wait.ts';
import { HandlerWorker } from '../../helpers/engines/ffmpeg.ts';
import { fixture } from '../../helpers/fixtures.ts';
import { clearPage } from '../../helpers/page.ts';

/** Counts the runs that this worker has seen: a worker that was ended begins anew. */
type Counting = { runs?: number };

describe('stopping ctx.ffmpeg', function () {
  this.timeout(60_000);
  let video: Blob;

  before(async () => {
    video = await fixture('film.mp4');
  });

  it('ends a run at once, and the next one goes well in the same worker', async () => {
    const tested = new HandlerWorker(async (blob: Blob, long: boolean, ctx: HandlerContext) => {
      const scope = globalThis as Counting;
      scope.runs = (scope.runs ?? 0) + 1;
      const ffmpeg = await ctx.ffmpeg();
      const slow = ['-f', 'lavfi', '-i', 'testsrc=s=1920x1080:d=3600', 'out.mp4'];
      const quick = ['-i', 'in.mp4', '-c', 'copy', 'out.mkv'];
      const onLog = (line: string) => line.startsWith('frame=') && ctx.info('encoding');
      const files = await ffmpeg.run(long ? slow : quick, { 'in.mp4': blob }, { onLog });
      return { runs: scope.runs, size: files['out.mkv']!.size };
    });
    const stop = new AbortController();
    const running = tested.run([video, true], stop.signal).catch((error: Error) => error.name);
    await until(() => tested.said.some(({ type }) => type === 'toast'));
    stop.abort();
    expect(await running).to.equal('AbortError');
    const { runs, size } = (await tested.run([video, false])) as { runs: number; size: number };
    expect(runs).to.equal(2);
    expect(size).to.be.above(190_000);
    tested.close();
  });

  it('ends one run by its own signal, while the handler goes on', async () => {
    const tested = new HandlerWorker(async (blob: Blob, ctx: HandlerContext) => {
      const ffmpeg = await ctx.ffmpeg();
      const own = new AbortController();
      const slow = ['-f', 'lavfi', '-i', 'testsrc=s=1920x1080:d=3600', 'out.mp4'];
      const onLog = (line: string) => line.startsWith('frame=') && own.abort(new Error('enough'));
      const waiting = new AbortController();
      const first = ffmpeg.run(slow, {}, { signal: own.signal, onLog });
      const second = ffmpeg.run(slow, {}, { signal: waiting.signal });
      const third = ffmpeg.run(['-i', 'in.mp4', '-c', 'copy', 'out.mkv'], { 'in.mp4': blob });
      waiting.abort(new Error('never begun'));
      const reasons = await Promise.all([first, second].map((run) => run.catch((error) => error.message)));
      return [...reasons, Object.keys(await third)];
    });
    expect(await tested.run([video])).to.deep.equal(['enough', 'never begun', ['out.mkv']]);
    tested.close();
  });

  it('refuses a run whose signal has aborted already, and one after the end of the handler’s run', async () => {
    const tested = new HandlerWorker(async (again: boolean, ctx: HandlerContext) => {
      const scope = globalThis as { ffmpeg?: Awaited<ReturnType<HandlerContext['ffmpeg']>> };
      scope.ffmpeg ??= await ctx.ffmpeg();
      const gone = { signal: AbortSignal.abort(new Error('gone')) };
      return again ? Object.keys(await scope.ffmpeg.run(['-version'])) : scope.ffmpeg.run([], {}, gone);
    });
    const error = await tested.run([false]).catch((thrown: Error) => thrown);
    expect((error as Error).message).to.equal('gone');
    expect(await tested.run([true])).to.deep.equal([]);
    tested.close();
  });

  it('ends a download, and the next run loads anew', async () => {
    const tested = new HandlerWorker(async (hang: boolean, ctx: HandlerContext) => {
      const scope = globalThis as typeof globalThis & { real?: typeof fetch; ended?: boolean };
      Object.defineProperty(scope, 'caches', { value: undefined, configurable: true });
      scope.real ??= scope.fetch;
      const half: typeof fetch = async (url, init) => {
        if (!String(url).endsWith('.wasm')) return scope.real!(url, init);
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            controller.enqueue(new Uint8Array(16_000_000));
            init!.signal!.addEventListener('abort', () => {
              scope.ended = true;
              controller.error(init!.signal!.reason);
            });
          },
        });
        return new Response(body);
      };
      scope.fetch = hang ? half : scope.real;
      return [Object.keys(await (await ctx.ffmpeg()).run(['-version'])), scope.ended];
    });
    const stop = new AbortController();
    const running = tested.run([true], stop.signal).catch((error: Error) => error.name);
    await until(() => tested.shown.some(({ fraction }) => fraction !== null && fraction > 0.4));
    expect(tested.shown.at(-1)!.desc).to.match(/16\.0 of 32\.2 MB/);
    stop.abort();
    expect(await running).to.equal('AbortError');
    expect(await tested.run([false])).to.deep.equal([[], true]);
    tested.close();
  });

  it('gives Submit back while ffmpeg is busy, and a new run gets through', async () => {
    const app = new RivInterface({
      fn: async (long: boolean, ctx: HandlerContext) => {
        const { run } = await ctx.ffmpeg();
        const source = ['-f', 'lavfi', '-i', `testsrc=s=1920x1080:d=${long ? 3600 : 0.1}`, 'out.mp4'];
        const told = (line: string) => line.startsWith('frame=') && ctx.progress(null, 'encoding');
        const files = await run(source, {}, { onLog: told, onProgress: () => undefined });
        return Object.keys(files).join();
      },
      inputs: ['checkbox'],
      outputs: ['text'],
    });
    document.body.append(app);
    await app.ready;
    await app.updateComplete;
    const [input, output] = [...app.querySelectorAll('riv-checkbox, riv-textbox')] as never as [
      { value: boolean },
      { value: string; status: { progress?: { desc?: string }[] } },
    ];
    input.value = true;
    buttonOf(app, 'Submit')!.click();
    await until(() => JSON.stringify(output.status).includes('encoding'), 'ffmpeg at work');
    const stopped = runEnded(app);
    buttonOf(app, 'Stop')!.click();
    expect(await stopped).to.equal('cancelled');
    await until(() => buttonOf(app, 'Submit'));
    input.value = false;
    const next = runEnded(app);
    buttonOf(app, 'Submit')!.click();
    expect(await next).to.equal('success');
    expect(output.value).to.equal('out.mp4');
    clearPage();
  });
});
