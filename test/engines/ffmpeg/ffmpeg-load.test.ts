import { expect } from '@esm-bundle/chai';
import { configure } from '../../../src/bridge/configure.ts';
import type { HandlerContext } from '../../../src/runner/context.ts';
import { type FFmpegFailure, FFmpegWorker, HandlerWorker } from '../../helpers/engines/ffmpeg.ts';

/** How the handler below has its worker's `fetch` answer, by the end of a URL. */
interface Rigged {
  answers?: Record<string, { status?: number; type?: string; text: string }>;
  /** The page may keep nothing. */
  storeless?: boolean;
}

/** Loads ffmpeg under such conditions. @returns bytes of wasm that came over the network, and what was asked for. */
async function load({ answers = {}, storeless }: Rigged, use: boolean, ctx: HandlerContext) {
  const scope = globalThis as typeof globalThis & { real?: typeof fetch };
  if (storeless) Object.defineProperty(scope, 'caches', { value: undefined, configurable: true });
  scope.real ??= scope.fetch;
  const asked: string[] = [];
  let bytes = 0;
  scope.fetch = async (url, init) => {
    const [, answer] = Object.entries(answers).find(([end]) => String(url).endsWith(end)) ?? [];
    asked.push(`${init?.method ?? 'GET'} ${url}`);
    if (answer)
      return new Response(answer.text, {
        status: answer.status ?? 200,
        headers: { 'content-type': answer.type ?? 'text/plain' },
      });
    const response = await scope.real!(url, init);
    if (String(url).endsWith('.wasm')) bytes += (await response.clone().arrayBuffer()).byteLength;
    return response;
  };
  if (use) await (await ctx.ffmpeg()).run(['-version']);
  return { bytes, asked };
}

interface Loaded {
  bytes: number;
  asked: string[];
}

const html = { text: '<!doctype html><title>Home</title>', type: 'text/html' };

describe('loading ctx.ffmpeg', function () {
  this.timeout(60_000);
  const open: HandlerWorker[] = [];

  const worker = () => {
    const made = new HandlerWorker(load as never);
    open.push(made);
    return made;
  };
  const failure = async (tested: HandlerWorker, rigged: Rigged) =>
    (await tested.run([rigged, true]).catch((error: unknown) => error)) as FFmpegFailure;

  beforeEach(async () => void (await caches.delete('rivulet')));

  afterEach(async () => {
    configure({ assets: undefined });
    for (const each of open.splice(0)) each.close();
    await caches.delete('rivulet');
  });

  it('happens with the first use, not before', async () => {
    const tested = worker();
    expect(((await tested.run([{}, false])) as Loaded).asked).to.deep.equal([]);
    expect(((await tested.run([{}, true])) as Loaded).bytes).to.equal(32_232_419);
    expect(((await tested.run([{}, true])) as Loaded).asked).to.deep.equal([]);
  });

  it('shows how much of how much has come, and that it is over', async () => {
    const tested = worker();
    await tested.run([{}, true]);
    const words = tested.shown.map(({ desc }) => desc);
    expect(words).to.include('Downloading ffmpeg-core.wasm, 0.0 of 32.2 MB');
    expect(words).to.include('Downloading ffmpeg-core.wasm, 32.2 of 32.2 MB');
    const shares = tested.shown.flatMap(({ fraction, desc }) => (desc ? [fraction as number] : []));
    for (const [at, share] of shares.entries()) expect(share).to.be.within(shares[at - 1] ?? 0, 1);
    expect(words.at(-1)).to.equal(undefined);
  });

  it('keeps what it has got for the next worker and the next page', async () => {
    await worker().run([{}, true]);
    const next = worker();
    const { bytes, asked } = (await next.run([{}, true])) as Loaded;
    expect(bytes).to.equal(0);
    expect(asked.every((each) => each.startsWith('HEAD '))).to.equal(true);
    expect(next.shown.some(({ desc }) => desc)).to.equal(false);
  });

  it('needs no network for what it has kept', async () => {
    await worker().run([{}, true]);
    const next = new HandlerWorker(async (ctx: HandlerContext) => {
      globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
      return Object.keys(
        await (await ctx.ffmpeg()).run(['-f', 'lavfi', '-i', 'testsrc', '-frames:v', 1, 'out.png']),
      );
    });
    open.push(next);
    expect(await next.run([])).to.deep.equal(['out.png']);
  });

  it('works where nothing can be kept', async () => {
    const tested = worker();
    expect(((await tested.run([{ storeless: true }, true])) as Loaded).bytes).to.equal(32_232_419);
    expect(await caches.has('rivulet')).to.equal(false);
  });

  it('looks in the next place when one has nothing', async () => {
    configure({ assets: '/nothing/here/' });
    const tested = new HandlerWorker(async (ctx: HandlerContext) => {
      const real = globalThis.fetch;
      // The whole package lies in the folder: its files are further down.
      globalThis.fetch = (url, init) =>
        real(String(url).replace('/nothing/here/ffmpeg/dist/esm/', '/src/ffmpeg/'), init);
      return Object.keys(await (await ctx.ffmpeg()).run(['-version']));
    });
    open.push(tested);
    expect(await tested.run([])).to.deep.equal([]);
  });

  it('names the URL and the status of what is missing', async () => {
    configure({ assets: '/nothing/here' });
    const tested = new FFmpegWorker();
    open.push(tested);
    const error = await tested.failure(['-version']);
    expect([error.name, error.status]).to.deep.equal(['AssetError', 404]);
    expect(error.url).to.equal(new URL('/nothing/here/ffmpeg/ffmpeg-core.js', location.href).href);
    expect(error.message).to.include('404').and.to.include('/nothing/here/ffmpeg/dist/esm/ffmpeg-core.js');
  });

  for (const file of ['ffmpeg-core.js', 'ffmpeg-core.wasm'])
    it(`says so when the server sends a page for ${file}, and asks again the next time`, async () => {
      configure({ assets: '/src/' });
      const tested = worker();
      const error = await failure(tested, { answers: { [file]: html } });
      expect([error.name, error.status]).to.deep.equal(['AssetError', 200]);
      expect(error.url).to.equal(new URL(`/src/ffmpeg/${file}`, location.href).href);
      expect(error.message).to.include('the server sent an HTML page');
      expect(((await tested.run([{}, true])) as Loaded).bytes).to.equal(32_232_419);
    });

  it('says so when the wasm is none, and does not keep it', async () => {
    configure({ assets: '/src/' });
    const tested = worker();
    const error = await failure(tested, { answers: { '.wasm': { text: 'nothing of the kind' } } });
    expect(error.name).to.equal('AssetError');
    expect(error.message).to.match(/ffmpeg-core\.wasm cannot be used: .*magic/);
    expect(((await tested.run([{}, true])) as Loaded).bytes).to.equal(32_232_419);
  });

  it('says so when the wasm is cut off, does not keep it, and loads it again with the next run', async () => {
    configure({ assets: '/src/' });
    const tested = new HandlerWorker(async (cut: boolean, ctx: HandlerContext) => {
      const scope = globalThis as typeof globalThis & { real?: typeof fetch };
      const real = (scope.real ??= scope.fetch);
      const part: typeof fetch = async (url, init) => {
        const response = await real(url, init);
        if (!String(url).endsWith('.wasm') || !response.body) return response;
        return new Response((await response.blob()).slice(0, 20_000_000));
      };
      scope.fetch = cut ? part : real;
      return Object.keys(await (await ctx.ffmpeg()).run(['-version']));
    });
    open.push(tested);
    const error = (await tested.run([true]).catch((thrown: unknown) => thrown)) as FFmpegFailure;
    expect([error.name, error.status]).to.deep.equal(['AssetError', 200]);
    expect(error.message).to.match(/ffmpeg-core\.wasm cannot be used: /);
    expect(await (await caches.open('rivulet')).match(error.url)).to.equal(undefined);
    expect(await tested.run([false])).to.deep.equal([]);
  });

  it('says so when there is no network, and loads with the next run', async () => {
    const tested = new HandlerWorker(async (online: boolean, ctx: HandlerContext) => {
      const scope = globalThis as typeof globalThis & { real?: typeof fetch };
      scope.real ??= scope.fetch;
      scope.fetch = online ? scope.real : () => Promise.reject(new TypeError('Failed to fetch'));
      return Object.keys(await (await ctx.ffmpeg()).run(['-version']));
    });
    open.push(tested);
    const error = (await tested.run([false]).catch((thrown: unknown) => thrown)) as FFmpegFailure;
    expect([error.name, error.status]).to.deep.equal(['AssetError', 0]);
    expect(error.message).to.match(
      /^ffmpeg's script was found in none of its places\. .*there is no connection/,
    );
    expect(await tested.run([true])).to.deep.equal([]);
  });

  it('says so when the script is another one', async () => {
    configure({ assets: '/src/' });
    const error = await failure(worker(), { answers: { '.js': { text: 'export default 1' } } });
    expect(error.name).to.equal('WorkerError');
    expect(error.message).to.match(/ffmpeg-core\.js is not the script of @ffmpeg\/core/);
  });
});
