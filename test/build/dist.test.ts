import { expect } from '@esm-bundle/chai';
import { type Report, inFrame } from '../helpers/built.ts';
import { reportOf } from '../helpers/open-page.ts';
import { type Served, otherOrigin, served } from '../helpers/origins.ts';

const MODULE = 'test/fixtures/dist/module.html';
const STANDALONE = 'test/fixtures/dist/standalone.html';

/** A policy without any unsafe- word. */
const strict = (more: Record<string, string>) =>
  Object.entries({
    'default-src': "'none'",
    'style-src': "'self'",
    'connect-src': "'self'",
    'img-src': "'self'",
    ...more,
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

const withQuery = (url: string, query: Record<string, string>) => {
  const result = new URL(url);
  for (const [name, value] of Object.entries(query)) result.searchParams.set(name, value);
  return result.href;
};

const page = (options: Served = {}, query: Record<string, string> = {}) =>
  withQuery(served(MODULE, options), query);

function expectAllWell({ error, results, violations, markdown }: Report, kinds: string[]): void {
  expect(error).to.equal(undefined);
  expect(results).to.deep.equal(Object.fromEntries(kinds.map((kind) => [kind, 5])));
  expect(markdown).to.equal('bold');
  expect(violations).to.deep.equal([]);
}

describe('dist', () => {
  let other: string;

  before(async () => {
    other = await otherOrigin();
  });

  it('has a classic script in ASCII: a page that does not name its encoding reads it rightly too', async () => {
    const script = await (await fetch('/dist/rivulet.standalone.js')).text();
    expect(/[^\0-\x7f]/.exec(script)?.[0]).to.equal(undefined);
  });

  it('says in its first line how it is to be loaded, to whom the browser sends there', async () => {
    const [line] = (await (await fetch(`${other}/dist/rivulet.js`)).text()).split('\n');
    expect(line).to.include('<script type="module" src="rivulet.js">').and.to.include('chunks/');
    expect(line).to.include('rivulet.standalone.js');
  });

  it('works beside the page, with all kinds of handlers', async () => {
    expectAllWell(await inFrame(page({}, { fns: 'function,module,bundled' })), [
      'function',
      'module',
      'bundled',
    ]);
  });

  it('works under a sub-path', async () => {
    const kinds = ['function', 'module', 'bundled'];
    expectAllWell(await inFrame(page({ sub: true }, { fns: kinds.join() })), kinds);
  });

  it('works from another origin than the page', async () => {
    expectAllWell(await inFrame(page({}, { dist: `${other}/dist/` })), ['function', 'module']);
  });

  it('works from a sub-path of another origin', async () => {
    expectAllWell(await inFrame(page({}, { dist: `${other}/sub/path/dist/` })), ['function', 'module']);
  });

  it('works in a frame of another site', async () => {
    // A frame of an isolated page has to be one that may be isolated too.
    expectAllWell(await inFrame(page({ origin: other, isolate: crossOriginIsolated })), [
      'function',
      'module',
    ]);
  });

  it('works on a cross-origin isolated page, from another origin', async () => {
    const report = await reportOf<Report>({ url: page({ isolate: true }, { dist: `${other}/dist/` }) });
    expect(report.isolated).to.equal(true);
    expectAllWell(report, ['function', 'module']);
  });

  it('works under a strict policy with worker-src blob:', async () => {
    const csp = strict({ 'script-src': "'self' blob:", 'worker-src': 'blob:' });
    expectAllWell(await inFrame(page({ csp })), ['function', 'module']);
  });

  it('works under a strict policy that names the other origin', async () => {
    const csp = strict({ 'script-src': `'self' ${other} blob:`, 'worker-src': 'blob:' });
    expectAllWell(await inFrame(page({ csp }, { dist: `${other}/dist/` })), ['function', 'module']);
  });

  it("runs module handlers under script-src 'self', without blob:", async () => {
    const csp = strict({ 'script-src': "'self'", 'worker-src': 'blob:' });
    expectAllWell(await inFrame(page({ csp }, { fns: 'module' })), ['module']);
  });

  it("works under worker-src 'self' with configure({ workerURL })", async () => {
    const csp = strict({ 'script-src': "'self'", 'worker-src': "'self'" });
    const workerURL = '../../../dist/handler-worker.js';
    expectAllWell(await inFrame(page({ csp }, { fns: 'module', workerURL })), ['module']);
  });

  it('names the policy and workerURL when blob workers are forbidden', async () => {
    const csp = strict({ 'script-src': "'self' blob:", 'worker-src': "'self'" });
    const { results, violations } = await inFrame(page({ csp }, { fns: 'module' }));
    expect(results.module).to.match(/^WorkerError: .*worker-src blob:.*workerURL/);
    expect(violations.length).to.be.greaterThan(0);
  });

  it('loads engines beside itself, from another origin and in the worker of a bundler', async () => {
    const fns = (kinds: string) => ({ fns: kinds });
    expectAllWell(await inFrame(page({}, { dist: `${other}/sub/path/dist/`, ...fns('engine') })), ['engine']);
    const kinds = ['engine', 'bundledEngine'];
    expectAllWell(await inFrame(page({ sub: true }, fns(kinds.join()))), kinds);
  });

  it('loads engines under a strict policy', async () => {
    const csp = strict({ 'script-src': "'self' blob:", 'worker-src': 'blob:' });
    expectAllWell(await inFrame(page({ csp }, { fns: 'engine' })), ['engine']);
  });

  it('has each engine once: the worker for bundlers imports the files that lie beside it', async () => {
    const worker = new URL('/dist/worker.js', location.href);
    const text = await (await fetch(worker)).text();
    const imported = [...text.matchAll(/import\([`'"](.+?)[`'"]\)/g)].map(([, path]) => path!);
    expect(imported.sort()).to.deep.equal(['./engines/ffmpeg.js', './engines/onnx.js', './engines/video.js']);
    for (const path of imported)
      expect((await import(new URL(path, worker).href)).open, path).to.be.a('function');
  });

  describe('the classic script', () => {
    it('works from file://', async () => {
      expectAllWell(await reportOf<Report>({ file: STANDALONE }), ['function', 'engine']);
    });

    it('says of a module beside a page that was opened as a file what to do, and asks for no file', async () => {
      const { results } = await reportOf<Report>({ file: `${STANDALONE}?handlers` });
      const words =
        /^The module file:.*\/handlers\.js could not be loaded: browsers load no modules from files\. .*through a server$/;
      const hints = results.hints as string[];
      expect(hints.find((hint) => hint.includes('handlers.js'))).to.match(words);
      expect(hints.find((hint) => hint.includes('broken'))).to.include('is not valid JavaScript');
      expect(results.run).to.match(words);
      expect((results.asked as string[]).filter((url) => url.startsWith('file:'))).to.deep.equal([]);
    });

    it('works over HTTP under a strict policy', async () => {
      const csp = strict({ 'script-src': "'self' blob:", 'worker-src': 'blob:' });
      expectAllWell(await inFrame(served(STANDALONE, { csp, sub: true })), ['function', 'engine']);
    });
  });

  it('describes its elements for editors and tools', async () => {
    const load = async (path: string) => (await fetch(`/dist/${path}`)).json();
    const { modules } = (await load('custom-elements.json')) as {
      modules: { declarations: { tagName?: string }[] }[];
    };
    const { tags } = (await load('html.html-data.json')) as {
      tags: { name: string; attributes: { name: string }[] }[];
    };
    const described = modules.flatMap(({ declarations }) => declarations).map(({ tagName }) => tagName);
    expect(described).to.include.members(['riv-interface', 'riv-number', 'riv-row']);
    const number = tags.find(({ name }) => name === 'riv-number');
    expect(number?.attributes.map(({ name }) => name)).to.include.members(['label', 'show-label', 'minimum']);
  });
});
