import { expect } from '@esm-bundle/chai';
import '../../src/index.ts';
import type * as rv from '../../src/index.ts';
import { edit, pageWith, runEnded } from '../helpers/app.ts';
import { clearPage } from '../helpers/page.ts';
import { until } from '../helpers/wait.ts';

/** A text in Markdown with two apps, as each tool writes it; `test/fixtures/README.md` says how these were made. */
const TOOLS = ['docusaurus', 'eleventy', 'material', 'mdbook', 'pandoc', 'sphinx', 'starlight', 'vitepress'];

const NUMBERS = `<riv-number slot="input" value="20"></riv-number><riv-number slot="output"></riv-number>`;
const DOUBLE = 'export default (amount) => amount * 2;';

/** What an app makes of its inputs, and how it calls the first. */
async function resultOf(app: rv.Interface): Promise<[unknown, string]> {
  const ended = runEnded(app);
  app.run();
  expect(await ended).to.equal('success');
  return [app.outputs[0]!.value, (app.inputs[0] as rv.Number).label];
}

const isSeen = (element: Element) => element.getClientRects().length > 0;

describe('handlers in Markdown', () => {
  afterEach(clearPage);

  for (const tool of TOOLS)
    it(`are read in what ${tool} writes`, async () => {
      await pageWith(await (await fetch(`/test/fixtures/markdown/${tool}.html`)).text());
      for (const id of ['behind', 'marked']) {
        const app = document.getElementById(id) as rv.Interface;
        await app.ready;
        expect(
          app.inputs.map((input) => (input as rv.Number).label),
          id,
        ).to.deep.equal(['amount', 'tip']);
        const ended = runEnded(app);
        edit(app.inputs[0]!, 30.5);
        expect(await ended).to.equal('success');
        expect(app.outputs[0]!.value, id).to.equal('45.5');
      }
    });

  for (const [what, code] of [
    ['a template', `<template handler>${DOUBLE}</template>`],
    ['a template that a framework has filled', '<template handler></template>'],
    ['a block of code', `<pre><code class="language-js handler">${DOUBLE}</code></pre>`],
    [
      'a block whose tokens are marked',
      `<pre class="handler"><b>export</b> <i>default</i>${DOUBLE.slice(14)}</pre>`,
    ],
    ['a block in a box', `<div class="language-js"><pre data-handler><code>${DOUBLE}</code></pre></div>`],
  ] as const)
    for (const place of ['in', 'behind'])
      it(`are read from ${what} ${place} the app`, async () => {
        const [inside, outside] = place === 'in' ? [code, ''] : ['', code];
        const box = document.createElement('div');
        box.innerHTML = `<riv-interface>${NUMBERS}${inside}</riv-interface>\n${outside}`;
        if (what.includes('framework')) box.querySelector('template')!.append(DOUBLE);
        document.body.append(box);
        const app = box.querySelector('riv-interface') as rv.Interface;
        await app.ready;
        expect(await resultOf(app)).to.deep.equal([40, 'amount']);
      });

  it('are found behind the paragraph into which a tool has put the app', async () => {
    const app = await pageWith<rv.Interface>(
      `<p><riv-interface>${NUMBERS}</riv-interface></p> <script type="handler">${DOUBLE}</script><p></p>`,
    );
    expect(await resultOf(app)).to.deep.equal([40, 'amount']);
  });

  it('are those of the app right before them, and nothing else is one', async () => {
    const page = `<riv-interface id="first">${NUMBERS}</riv-interface>
      <riv-interface id="second">${NUMBERS}</riv-interface>
      <pre class="handler">export default (first) => first + 1;</pre>
      <pre class="handler">export const other = (second) => second;</pre>
      <p>Some words</p>
      <pre class="handler">export default (third) => third;</pre>
      <riv-interface id="third">${NUMBERS}</riv-interface>
      <pre>export default (sample) => sample;</pre>
      <riv-interface id="fourth">${NUMBERS}</riv-interface>`;
    await pageWith(page);
    const byId = (id: string) => document.getElementById(id) as rv.Interface;
    expect(await resultOf(byId('second'))).to.deep.equal([21, 'first']);
    for (const id of ['first', 'third', 'fourth']) expect(byId(id).binding, id).to.equal(null);
  });

  it('are hidden in the app when it is ready, and stay behind it', async () => {
    const app = await pageWith<rv.Interface>(
      `<riv-interface>${NUMBERS}<pre id="in">${DOUBLE}</pre></riv-interface><pre id="behind" class="handler">${DOUBLE}</pre>`,
    );
    expect(['in', 'behind'].map((id) => isSeen(document.getElementById(id)!))).to.deep.equal([false, true]);
    expect(await resultOf(app)).to.deep.equal([40, 'amount']);
  });

  it('are read in Blocks by their names, and hidden there without what stands beside them', async () => {
    await pageWith<rv.Blocks>(`<riv-blocks>
      <riv-number id="from" value="20"></riv-number><riv-number id="to"></riv-number><riv-button id="go"></riv-button>
      <div id="box"><pre>export const double = (x) => x * 2;</pre></div>
      <pre id="sample">not a handler</pre>
      <riv-on for="go" event="click" fn="#double" inputs="from" outputs="to"></riv-on>
    </riv-blocks>`);
    document.getElementById('go')!.click();
    await until(() => (document.getElementById('to') as unknown as rv.Number).value === 40);
    await until(() => !isSeen(document.getElementById('box')!));
    expect(isSeen(document.getElementById('sample')!)).to.equal(true);
  });

  it('are kept when a tool makes the scripts anew, without their type', async () => {
    const app = await pageWith<rv.Interface>(
      `<riv-interface>${NUMBERS}<script type="handler">${DOUBLE}</script></riv-interface>`,
    );
    const script = app.querySelector('script')!;
    const anew = document.createElement('script');
    anew.type = 'text/plain';
    script.replaceWith(anew);
    app.requestUpdate();
    await app.updateComplete;
    expect(await resultOf(app)).to.deep.equal([40, 'amount']);
  });

  it('are kept when that happens before the app is ready', async () => {
    const box = document.createElement('div');
    box.innerHTML = `<riv-interface>${NUMBERS}<script type="handler">${DOUBLE}</script></riv-interface>`;
    document.body.append(box);
    box.querySelector('script')!.replaceWith(document.createElement('script'));
    const app = box.querySelector('riv-interface') as rv.Interface;
    await app.ready;
    expect(await resultOf(app)).to.deep.equal([40, 'amount']);
  });

  for (const [code, message] of [
    [
      '<div class="highlight-python notranslate"><div class="handler"><pre>def double(x): return x * 2</pre></div></div>',
      'The handler "#default" is in a block of python, expected one of JavaScript',
    ],
    [
      '<pre><code class="language-ts handler">export default (x: number) => x * 2;</code></pre>',
      'The handler "#default" is in a block of ts, expected one of JavaScript',
    ],
    [
      '<template handler>export default (n) => { for (let i = 0; i<n; i++); }</template>',
      'The handler "#default" is in a <template> with a tag <n;> in it: write spaces around each <, or take <script type="handler">',
    ],
  ] as const)
    it(`say what is wrong with them: ${message.slice(24, 60)}`, async () => {
      const app = await pageWith<rv.Interface>(`<riv-interface>${NUMBERS}${code}</riv-interface>`);
      const error = await app.predict('default', [1]).catch((reason: Error) => reason);
      expect((error as Error).name).to.equal('HandlerError');
      expect((error as Error).message).to.equal(message);
    });
});
