import { expect } from '@esm-bundle/chai';
import { demoTests, demos } from '../helpers/demos.ts';
import { openPage } from '../helpers/pages.ts';
import { until } from '../helpers/wait.ts';

describe('the gallery', () => {
  it('has a test for each demo, in a group that is run', async () => {
    const tests = await demoTests();
    const named = tests.map((path) => path.split('/').at(-1)!.replace('.ts', ''));
    expect(named.sort()).to.deep.equal((await demos()).sort());
    for (const group of new Set(tests.map((path) => path.split('/').at(-2)!)))
      expect((await fetch(`/test/demos/${group}.test.ts`)).ok, `test/demos/${group}.test.ts`).to.equal(true);
  });

  it('shows the source of a demo, with the modules that it uses', async () => {
    const page = await openPage('/demos/source.html#streaming_filter_unified');
    const titles = () => [...page.document.querySelectorAll('h2')].map((title) => title.textContent);
    await until(() => titles().length >= 6, 'six files');
    expect(titles()).to.deep.equal([
      'streaming_filter_unified/index.html',
      'streaming_filter/handlers.js',
      'streaming_filter/canny.js',
      'streaming_filter/cartoon.js',
      'streaming_filter/picture.js',
      'streaming_filter/smoothing.js',
    ]);
    page.close();
  });
});
