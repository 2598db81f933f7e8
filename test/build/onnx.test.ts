import { expect } from '@esm-bundle/chai';
import { type Report, inFrame } from '../helpers/built.ts';
import { reportOf } from '../helpers/open-page.ts';
import { type Served, otherOrigin, served } from '../helpers/origins.ts';

/** The URL of the page that tries out what dist/ gives; `dist` is where that comes from. */
function page(kind: string, options: Served = {}, dist?: string): string {
  const url = new URL(served('test/fixtures/dist/module.html', options));
  url.searchParams.set('fns', kind);
  if (dist) url.searchParams.set('dist', dist);
  return url.href;
}

const policy = (words: string, other: string) =>
  `default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self' ${other}; worker-src blob:; ` +
  `script-src 'self' ${other} ${words}`;

function expectModel({ error, results, violations }: Report, kind = 'model'): void {
  expect(error).to.equal(undefined);
  expect(results).to.deep.equal({ [kind]: 5 });
  expect(violations).to.deep.equal([]);
}

describe('models with the built library', function () {
  this.timeout(60_000);
  let other: string;

  before(async () => {
    other = await otherOrigin();
  });

  it('work beside the page, also under a sub-path', async () => {
    expectModel(await inFrame(page('model')));
    expectModel(await inFrame(page('model', { sub: true })));
  });

  it("work in a worker of the user's bundler", async () => {
    expectModel(await inFrame(page('bundledModel')), 'bundledModel');
  });

  it("work from another origin, under a strict policy with 'wasm-unsafe-eval'", async () => {
    const csp = policy("'wasm-unsafe-eval'", other);
    expectModel(await inFrame(page('model', { csp }, `${other}/dist/`)));
  });

  it("name 'wasm-unsafe-eval' where the policy has it not", async () => {
    const { results } = await inFrame(page('model', { csp: policy('', other) }));
    expect(results.model).to.match(
      /^AssetError: .* could not start: .* add 'wasm-unsafe-eval' to its script-src$/,
    );
  });

  it('use threads on an isolated page, also from another origin', async () => {
    expectModel(
      await reportOf<Report>({ url: page('threads', { isolate: true }, `${other}/dist/`) }),
      'threads',
    );
  });

  it('use none where the threads’ script would hang: on an isolated page whose files are not marked', async () => {
    const { results } = await reportOf<Report>({ url: page('threads', { isolate: true }) });
    // Where the tests' own page is isolated, all files are marked.
    expect(results.threads).to.equal(crossOriginIsolated ? 5 : '1 threads');
  });
});
