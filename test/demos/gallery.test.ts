import { expect } from '@esm-bundle/chai';
import { demoTests, demos } from '../helpers/demos.ts';
import { type Component, type Page, openPage } from '../helpers/pages.ts';
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

  it('has a live app beside its source, and opens each demo in the playground', async () => {
    const page = await openPage('/index.html');
    const first = await page.find('#first');
    const frame = await until(() => first.shadowRoot!.querySelector('iframe'), 'the app');
    const result = () => frame.contentDocument!.querySelector<Component>('[slot=output]')?.value;
    await until(() => result() === 68, 'degrees');
    const links = [...page.document.querySelectorAll<HTMLAnchorElement>('.ways a[href^=playground]')];
    expect(links.map(({ href }) => new URL(href).searchParams.get('open')!.slice(6)).sort()).to.deep.equal(
      (await demos()).sort(),
    );
    expect(page.problems()).to.deep.equal([]);
    page.close();
  });
});

describe('the playground', () => {
  /** Opens the page, and gives what it runs once that is ready. */
  async function open(query: string): Promise<{ page: Page; host: Component; app: Document }> {
    const page = await openPage(`/playground/index.html${query}`);
    const host = await page.find<Component>('#app');
    const frame = await until(() => host.shadowRoot?.querySelector('iframe'), 'the app');
    await until(() => frame.contentDocument!.querySelector('riv-interface:defined'), 'an app');
    return { page, host, app: frame.contentDocument! };
  }

  it('opens a demo, with the files beside it', async () => {
    const { page, app } = await open('?open=demos/calculator_live');
    expect(app.querySelector('h1')!.textContent).to.equal('Live calculator');
    expect(page.document.querySelector('select')!.value).to.equal('demos/calculator_live');
    expect(page.problems()).to.deep.equal([]);
    page.close();
  });

  it('opens each sample of the docs that is an app by itself', async () => {
    const samples = Object.keys(await (await fetch('/playground/samples.json')).json());
    expect(samples.length).to.be.above(20);
    const { page, host, app } = await open(`?open=${samples[0]}`);
    expect((host as unknown as { source: string }).source.length).to.be.above(20);
    expect(app.querySelector('riv-interface')).to.exist;
    const values = [...page.document.querySelectorAll('option')].map(({ value }) => value);
    expect(values).to.include.members(samples);
    page.close();
  });

  it('opens an empty app, and says where there is no such sample', async () => {
    const { page, app } = await open('?open=docs/guide/none:99');
    await until(() => app.querySelector<Component>('[slot=output]')?.value === 'Hello, world!', 'a greeting');
    expect(page.document.querySelector('#failure')!.textContent).to.include('There is no sample');
    page.close();
  });
});
