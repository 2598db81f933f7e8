import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import type { Component } from '../../../src/app/shortcuts.ts';
import { edit, pageWith, runEnded } from '../../helpers/app.ts';
import { until } from '../../helpers/wait.ts';
import { clearPage } from '../../helpers/page.ts';

const app = (attributes: string) => `<riv-interface ${attributes}>
  <riv-number slot="input" label="a" value="4"></riv-number>
  <riv-number slot="output"></riv-number>
  <script type="handler">export default (a, ctx) => a * 2;</script>
</riv-interface>`;

/** How often the app's handler has run so far. */
function runs(app: rv.Interface): () => number {
  let count = 0;
  app.binding!.addEventListener('start', () => count++);
  return () => count;
}

const frames = async (count: number) => {
  while (count-- > 0) await new Promise((resolve) => requestAnimationFrame(resolve));
};

describe('runOnLoad', () => {
  afterEach(clearPage);

  for (const attributes of ['run-on-load', 'run-on-load live'])
    it(`makes one run as soon as the app is ready: ${attributes}`, async () => {
      const made = await pageWith<rv.Interface>(app(attributes));
      const count = runs(made);
      await until(() => made.outputs[0]?.value === 8);
      made.title = 'Another'; // drawn anew
      await made.updateComplete;
      await frames(5);
      expect(count()).to.equal(1);
      const ended = runEnded(made);
      edit(made.inputs[0]!, 5);
      if (!made.live) made.run();
      await ended;
      expect(made.outputs[0]?.value).to.equal(10);
    });

  it('is off by default, and can be set by script', async () => {
    const still = await pageWith<rv.Interface>(app('') + app('run-on-load="false"'));
    const other = document.querySelectorAll<rv.Interface>('riv-interface')[1]!;
    await other.ready;
    const counts = [still, other].map(runs);
    const fn = (a: number) => a * 2;
    const made = new rv.Interface({
      fn,
      inputs: new rv.Number({ value: 4 }),
      outputs: 'number',
      runOnLoad: true,
    });
    made.mount();
    await until(() => made.outputs[0]?.value === 8);
    expect(counts.map((count) => count())).to.deep.equal([0, 0]);
  });

  it('waits until the app comes into view', async () => {
    const space = document.createElement('div');
    space.style.height = '5000px';
    document.body.append(space);
    const made = await pageWith<rv.Interface>(app('run-on-load'));
    const count = runs(made);
    await frames(10);
    expect(count()).to.equal(0);
    made.scrollIntoView();
    await until(() => made.outputs[0]?.value === 8);
    scrollTo(0, 0);
    await frames(3);
    made.scrollIntoView();
    await frames(3);
    expect(count()).to.equal(1);
  });

  it('runs a riv-on, too, whatever else starts it', async () => {
    await pageWith<rv.Blocks>(`<riv-blocks>
      <riv-number id="a" value="4"></riv-number><riv-number id="to"></riv-number><riv-button id="go"></riv-button>
      <script type="handler">export const double = (a) => a * 2;</script>
      <riv-on id="on" run-on-load for="go" event="click" fn="#double" inputs="a" outputs="to"></riv-on>
      <riv-on id="off" run-on-load="false" for="go" event="click" fn="#double" inputs="a" outputs="a"></riv-on>
    </riv-blocks>`);
    const byId = (id: string) => document.getElementById(id) as unknown as Component;
    await until(() => byId('to').value === 8);
    expect(byId('a').value).to.equal(4);
    edit(byId('a'), 5);
    byId('go').click();
    await until(() => byId('to').value === 10);
  });
});
