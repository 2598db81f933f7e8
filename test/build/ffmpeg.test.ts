import { expect } from '@esm-bundle/chai';
import { type Report, inFrame } from '../helpers/built.ts';
import { reportOf } from '../helpers/open-page.ts';
import { type Served, otherOrigin, served } from '../helpers/origins.ts';

/** A page of the built library whose handlers use ffmpeg. */
function page(options: Served, query: Record<string, string>): string {
  const url = new URL(served('test/fixtures/dist/module.html', options));
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

function expectPictures({ error, results }: Report, ...kinds: string[]): void {
  expect(error).to.equal(undefined);
  expect(results).to.include(Object.fromEntries(kinds.map((kind) => [kind, 5])));
}

const policy = (more: Record<string, string>) =>
  Object.entries({ 'default-src': "'none'", 'style-src': "'self'", 'img-src': "'self'", ...more })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

describe('ctx.ffmpeg in the built library', function () {
  this.timeout(60_000);
  let other: string;

  before(async () => {
    other = await otherOrigin();
  });

  it('works beside the page, in all kinds of workers', async () => {
    const kinds = ['ffmpeg', 'ffmpegModule', 'bundledFFmpeg'];
    expectPictures(await inFrame(page({ sub: true }, { fns: kinds.join() })), ...kinds);
  });

  it('works from another origin than the page', async () => {
    const query = { dist: `${other}/sub/path/dist/`, fns: 'ffmpeg' };
    expectPictures(await inFrame(page({}, query)), 'ffmpeg');
  });

  it('works on a cross-origin isolated page, from another origin', async () => {
    const query = { dist: `${other}/dist/`, fns: 'ffmpeg' };
    const report = await reportOf<Report>({ url: page({ isolate: true }, query) });
    expect(report.isolated).to.equal(true);
    expectPictures(report, 'ffmpeg');
  });

  it('has several threads there, also where a policy allows no scripts from blobs', async () => {
    const csp = policy({
      'script-src': `'self' ${other} 'wasm-unsafe-eval'`,
      'worker-src': 'blob:',
      'connect-src': `'self' ${other}`,
    });
    const query = { dist: `${other}/dist/`, fns: 'ffmpegThreads' };
    for (const options of [{ isolate: true }, { isolate: true, csp }]) {
      const { results } = await reportOf<Report>({ url: page(options, query) });
      expect(results.ffmpegThreads).to.be.within('userAgentData' in navigator ? 2 : 1, 16);
    }
  });

  it('works under a strict policy that names the other origin', async () => {
    const csp = policy({
      'script-src': `'self' ${other} blob: 'wasm-unsafe-eval'`,
      'worker-src': 'blob:',
      'connect-src': `'self' ${other}`,
    });
    const report = await inFrame(page({ csp }, { dist: `${other}/dist/`, fns: 'ffmpeg' }));
    expectPictures(report, 'ffmpeg');
    expect(report.violations).to.deep.equal([]);
  });

  it('takes its script from where it lies where a policy allows none from blobs', async () => {
    const csp = policy({
      'script-src': "'self' 'wasm-unsafe-eval'",
      'worker-src': 'blob:',
      'connect-src': "'self'",
    });
    expectPictures(await inFrame(page({ csp }, { fns: 'ffmpegModule' })), 'ffmpegModule');
  });

  for (const foreign of [false, true])
    it(`has a thread from a file where a policy allows none from blobs${foreign ? ', from another origin' : ''}`, async () => {
      const csp = policy({
        'script-src': `'self' ${other} 'wasm-unsafe-eval'`,
        'worker-src': "'self'",
        'connect-src': `'self' ${other}`,
      });
      // A worker from a file goes by the policy that its own file is sent with.
      const workerURL = served('dist/handler-worker.js', { csp });
      const query = { fns: 'ffmpegModule', workerURL, ...(foreign && { dist: `${other}/dist/` }) };
      expectPictures(await inFrame(page({ csp }, query)), 'ffmpegModule');
    });

  it('says which word of the policy is missing', async () => {
    const csp = policy({ 'script-src': "'self' blob:", 'worker-src': 'blob:', 'connect-src': "'self'" });
    const { results } = await inFrame(page({ csp }, { fns: 'ffmpeg' }));
    expect(results.ffmpeg).to.match(/^AssetError: .*ffmpeg-core\.wasm cannot be used.*unsafe-eval/);
  });

  it('works on a page that was opened as a file, with files from a server', async () => {
    const file = `test/fixtures/dist/standalone.html?assets=${encodeURIComponent(`${other}/dist/`)}`;
    expectPictures(await reportOf<Report>({ file }), 'function', 'ffmpeg');
  });
});
