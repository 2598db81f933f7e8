import { expect } from '@esm-bundle/chai';
import { once } from '../helpers/wait.ts';

/** What a page's reader sees move, of 1: the sum of all shifts, apart from those that follow a press. */
type Shifting = Window & typeof globalThis & { shifts: string[]; shifted: number };

interface App extends HTMLElement {
  ready: Promise<void>;
}

const OBSERVE = `<script>
  globalThis.shifts = [];
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      shifted += value;
      shifts.push(value.toFixed(4) + ': ' + sources.map(({ node }) => node?.id || node?.localName || node?.nodeName));
    }
  }).observe({ type: 'layout-shift', buffered: true });
</script>`;

const STYLE = `<style>body { font: 16px/1.5 sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }</style>`;
const WORDS = `<p>${'Words of a text that must not move. '.repeat(40)}</p>`;
const HANDLER = '<script type="handler">export default (a) => a;</script>';

/** An Interface with these inputs and outputs. */
const app = (inputs: string, outputs = number('output'), attributes = '') =>
  `<riv-interface ${attributes}>${inputs}${outputs}${HANDLER}</riv-interface>`;
const number = (slot: string, more = '') =>
  `<riv-number slot="${slot}" label="a number" ${more}></riv-number>`;
const blocks = (inside: string) => `<riv-blocks>${inside}</riv-blocks>`;
const field = '<riv-number label="a"></riv-number>';

const APPS: Record<string, string> = {
  'an Interface': app(number('input')),
  'a live one with texts': app(
    number('input'),
    number('output'),
    'live title="A title" description="What it does"',
  ),
  'names of its handler': app(
    '<riv-number slot="input"></riv-number>',
    '<riv-number slot="output"></riv-number>',
  ),
  'many fields': app(number('input').repeat(3), number('output').repeat(2)),
  'fields and pictures': app(`${number('input')}<riv-image slot="input" label="b"></riv-image>`),
  'a camera': app(
    '<riv-image slot="input" label="camera" sources="webcam"></riv-image>',
    '<riv-image slot="output" label="shown" streaming></riv-image>',
    'live',
  ),
  'a help, and what is additional': app(number('input', 'info="A help"') + number('additional')),
  'text boxes of several lines': app(
    '<riv-textbox slot="input" label="text" lines="3"></riv-textbox>',
    '<riv-textbox slot="output" label="text" lines="8"></riv-textbox>',
  ),
  choices: app(
    '<riv-radio slot="input" label="operation" choices="add,subtract,multiply,divide"></riv-radio>',
  ),
  examples: app(number('input'), number('output'), 'examples="[1, 2, 3]"'),
  'a table of examples': app(
    number('input').repeat(2),
    number('output'),
    'examples="[[1, 2], [3, 4], [5, 6]]"',
  ),
  'what stands in for it': app(
    `<p>The app is loading.</p>${number('input')}<pre class="handler">export {}</pre>`,
  ),
  'outputs alone': app('', number('output')),
  'inputs alone': app(number('input'), ''),
  'one column': app('<riv-textbox slot="both" label="text"></riv-textbox>', ''),
  'fields in rows': blocks(
    `<riv-row>${field}${field}</riv-row><riv-number></riv-number><riv-state></riv-state><riv-number></riv-number>
    <riv-row><riv-button value="Go"></riv-button><riv-button value="Stop"></riv-button></riv-row>`,
  ),
  'columns in rows': blocks(
    `<riv-row><riv-column>${field}<riv-button value="Go"></riv-button></riv-column>
    <riv-column><riv-image label="b"></riv-image></riv-column></riv-row>`,
  ),
  boxes: blocks(
    `<riv-accordion label="More">${field}</riv-accordion><riv-accordion label="More" open="false">${field}</riv-accordion>
    <riv-tabs><riv-tab label="A">${field}</riv-tab><riv-tab label="B">${field}${field}</riv-tab></riv-tabs>
    <riv-group>${field}${field}</riv-group>`,
  ),
  'texts of the page': blocks(
    `<h2>A heading</h2><riv-markdown value="Some words"></riv-markdown><riv-divider></riv-divider><p>Words</p>
    <riv-on for="a" event="click" fn="#b"></riv-on>`,
  ),
};

/** Elements whose heights src/rivulet.css knows. */
const KNOWN =
  'annotated-image audio checkbox checkbox-group dropdown image json label number radio slider textbox video'.split(
    ' ',
  );

/** Opens a page whose script comes late, and holds its apps' heights before against those at the end. */
async function measured(apps: Record<string, string>, width: number) {
  const frame = document.createElement('iframe');
  frame.style.cssText = `position: fixed; inset: 0; width: ${width}px; height: 900px; border: 0;`;
  const body = Object.entries(apps).map(([id, html]) => `<div id="${id}">${html}</div>${WORDS}`);
  frame.srcdoc = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Apps</title>${OBSERVE}
    <link rel="stylesheet" href="/dist/rivulet.css">${STYLE}</head><body>${WORDS}${body.join('\n')}</body></html>`;
  const loaded = once(frame, 'load');
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow as Shifting;
  const heights = () =>
    Object.fromEntries(Object.keys(apps).map((id) => [id, page.document.getElementById(id)!.offsetHeight]));
  try {
    const before = heights();
    const script = page.document.createElement('script');
    Object.assign(script, { type: 'module', src: '/dist/rivulet.js' });
    page.document.body.append(script);
    await once(script, 'load');
    const all = [...page.document.querySelectorAll<App>('riv-interface, riv-blocks')];
    await Promise.all(all.map((each) => each.ready));
    const parts = all.flatMap((each) => [each, ...each.querySelectorAll('*')]) as {
      updateComplete?: Promise<unknown>;
    }[];
    await Promise.all(parts.map((part) => part.updateComplete));
    for (let frames = 0; frames < 3; frames++) await new Promise((done) => page.requestAnimationFrame(done));
    const after = heights();
    const moved = Object.keys(apps)
      .filter((id) => Math.abs(before[id]! - after[id]!) > 12)
      .map((id) => `${id}: ${before[id]} px before, ${after[id]} px after`);
    return { moved, shifted: page.shifted, shifts: page.shifts };
  } finally {
    frame.remove();
  }
}

describe('rivulet.css', () => {
  for (const width of [1000, 375]) {
    it(`keeps the place of apps until they are there, in ${width} px`, async () => {
      const { moved, shifted, shifts } = await measured(APPS, width);
      expect(moved).to.deep.equal([]);
      expect(shifted, shifts.join('\n')).to.be.below(0.02);
    });

    it(`keeps that of each element it knows, in ${width} px`, async () => {
      const apps = KNOWN.flatMap((name) => [
        [`${name} as input`, app(`<riv-${name} slot="input" label="name" choices="a,b"></riv-${name}>`, '')],
        [
          `${name} as output`,
          app('', `<riv-${name} slot="output" label="name" choices="a,b"></riv-${name}>`),
        ],
      ]);
      const { moved } = await measured(Object.fromEntries(apps) as Record<string, string>, width);
      expect(moved, 'what src/rivulet.css should know').to.deep.equal([]);
    });
  }

  it('shows nothing of a handler before its app is there', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<link rel="stylesheet" href="/dist/rivulet.css"><riv-interface>${number('input')}
      <style>script { display: block }</style><script type="handler">export default 1;</script>
      <pre>export default 1;</pre><div class="highlight"><pre>export default 1;</pre></div></riv-interface>
      <riv-blocks><div class="handler"><pre>export const a = 1;</pre></div><pre id="sample">a sample</pre></riv-blocks>`;
    const loaded = once(frame, 'load');
    document.body.append(frame);
    await loaded;
    const { document: page } = frame.contentWindow!;
    const seen = [...page.querySelectorAll('script, pre')].filter((each) => each.getClientRects().length > 0);
    expect(seen.map(({ id }) => id)).to.deep.equal(['sample']);
    frame.remove();
  });

  it('keeps a distance between apps', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<link rel="stylesheet" href="/dist/rivulet.css"><riv-blocks></riv-blocks><riv-blocks></riv-blocks>`;
    const loaded = once(frame, 'load');
    document.body.append(frame);
    await loaded;
    const [first, second] = frame.contentDocument!.querySelectorAll('riv-blocks');
    expect(second!.getBoundingClientRect().top - first!.getBoundingClientRect().bottom).to.equal(24);
    frame.remove();
  });
});
