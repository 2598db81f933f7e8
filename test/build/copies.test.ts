import { expect } from '@esm-bundle/chai';
import { VERSION } from '../../src/page/copies.ts';
import { otherOrigin } from '../helpers/origins.ts';
import { once } from '../helpers/wait.ts';

type Library = typeof import('../../src/index.ts');
type Page = Window & typeof globalThis & { both: Promise<[Library, Library]>; said: string[] };

/** A page that has loaded the library from two places, as one that is made of several parts may. */
async function pageWithTwo(): Promise<Page> {
  const frame = document.createElement('iframe');
  const urls = [location.origin, await otherOrigin()].map((origin) => `${origin}/dist/rivulet.js`);
  frame.srcdoc = `<!doctype html><title>Twice</title><script>
    globalThis.said = [];
    for (const level of ['warn', 'error']) console[level] = (...words) => said.push(words.join(' '));
  </script><script type="module">
    globalThis.both = (async () => [await import('${urls[0]}'), await import('${urls[1]}')])();
  </script><body></body>`;
  const loaded = once(frame, 'load');
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as Page;
}

describe('two copies of the library on a page', () => {
  let page: Page;
  let first: Library;
  let second: Library;

  before(async () => {
    page = await pageWithTwo();
    [first, second] = await page.both;
  });

  after(() => document.querySelector('iframe')?.remove());

  it('say that they are two, once, and from where', () => {
    expect(page.said.length).to.equal(1);
    expect(page.said[0]).to.match(/^Rivulet is on this page 2 times: .*chunks.*, .*chunks.*Load it once$/);
    expect(page.said[0]).to.include(location.origin).and.to.include(VERSION);
  });

  it('have the same elements, which say the same of themselves', async () => {
    expect(second.Number).to.equal(first.Number);
    const app = new second.Interface({
      fn: (x: number) => x,
      inputs: new first.Number(),
      outputs: 'number',
      thread: 'main',
    });
    app.mount();
    await app.ready;
    expect(app.outputs.length).to.equal(1);
    app.remove();
  });

  it('bind and find handlers for each other', async () => {
    const { Number: PageNumber, Blocks, Button } = first;
    const [from, to, go] = [new PageNumber({ value: 4 }), new PageNumber(), new Button()];
    const app = new Blocks({}, from, to, go);
    app.mount();
    await app.ready;
    second.on(go, 'click', { fn: (x: number) => x + 1, inputs: from, outputs: to, apiName: 'more' });
    expect(await app.predict('more', [7])).to.deep.equal([8]);
    const { add } = second.handlers<{ add(a: number, b: number): number }>(
      () => new Worker(new URL('../fixtures/dist/bundled.js', import.meta.url), { type: 'module' }),
    );
    const sum = new first.Interface({
      fn: add,
      inputs: ['number', 'number'],
      outputs: 'number',
      apiName: 'sum',
    });
    sum.mount();
    expect(await sum.predict('sum', [2, 3])).to.deep.equal([5]);
    app.remove();
    sum.remove();
  });

  it('throw errors of the same names', () => {
    for (const library of [first, second])
      expect(() => new library.Blocks().mount('#nowhere'))
        .to.throw()
        .with.property('name', 'ValueError');
  });

  it('configure each other', async () => {
    second.configure({ workerURL: '/nowhere/handler-worker.js' });
    const app = new first.Interface({
      fn: (x: number) => x,
      inputs: 'number',
      outputs: 'number',
      apiName: 'same',
    });
    app.mount();
    const error = (await app.predict('same', [1]).catch((reason: Error) => reason)) as Error;
    expect(error.message).to.include('/nowhere/handler-worker.js');
  });

  it('name the version that the package has', async () => {
    const { version } = (await (await fetch('/package.json')).json()) as { version: string };
    expect(VERSION).to.equal(version);
  });
});
