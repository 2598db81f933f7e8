import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import { buttonOf, edit, pageWith, runEnded } from '../../helpers/app.ts';
import { until } from '../../helpers/wait.ts';
import { clearPage } from '../../helpers/page.ts';

/** Runs on and on for a negative number; nothing but the end of its worker can stop it. */
function endless(n: number) {
  while (n < 0);
  return n + 1;
}

describe('a live Interface whose run goes on and on', function () {
  this.timeout(30_000);
  afterEach(clearPage);

  it('[C28] offers Stop after five seconds; after it the next run works', async () => {
    const app = new rv.Interface({ fn: endless, inputs: 'number', outputs: 'number', live: true }).mount();
    await app.ready;
    edit(app.inputs[0]!, 1);
    await runEnded(app);
    expect(app.outputs[0]?.value).to.equal(2);
    const before = performance.now();
    edit(app.inputs[0]!, -1);
    await until(() => app.binding?.running);
    expect(buttonOf(app, 'Stop')).to.equal(null);
    await until(() => buttonOf(app, 'Stop'));
    expect(performance.now() - before).to.be.at.least(4900);
    expect(buttonOf(app, 'Submit')).to.equal(null);
    const stop = buttonOf(app, 'Stop')!;
    stop.focus();
    stop.click();
    await until(() => !buttonOf(app, 'Stop'));
    expect(app.shadowRoot?.activeElement?.id).to.equal('clear');
    expect([app.outputs[0]?.value, app.outputs[0]?.status.stage]).to.deep.equal([2, 'complete']);
    edit(app.inputs[0]!, 5);
    await runEnded(app);
    expect(app.outputs[0]?.value).to.equal(6);
  });

  it('[C28] has the words of stopLabel, puts Stop in the place of Generate, and hides it at the end', async () => {
    const app = await pageWith<rv.Interface>(`<riv-interface live stop-label="Enough">
      <riv-number slot="output"></riv-number>
      <script type="handler">
        export default (ctx) => new Promise((resolve) => setTimeout(() => resolve(7), 6000));
      </script>
    </riv-interface>`);
    await until(() => app.binding?.running);
    expect([buttonOf(app, 'Enough'), buttonOf(app, 'Generate') !== null]).to.deep.equal([null, true]);
    await until(() => buttonOf(app, 'Enough'));
    expect(buttonOf(app, 'Generate')).to.equal(null);
    await until(() => buttonOf(app, 'Generate'));
    expect(app.outputs[0]?.value).to.equal(7);
    expect(buttonOf(app, 'Enough')).to.equal(null);
  });

  it('has no Stop for a stream: its recorder has one', async () => {
    const image = new rv.Image({ sources: ['webcam'], streaming: true });
    const app = new rv.Interface({
      fn: (picture) => picture,
      inputs: image,
      outputs: 'image',
      live: true,
    }).mount();
    await app.ready;
    expect(app.binding?.streams).to.equal(true);
    await new Promise<void>((resolve) => {
      void app.binding?.startRun({ target: '', name: 'stream', data: null }, async () => {
        await new Promise((done) => setTimeout(done, 5300));
        expect(buttonOf(app, 'Stop')).to.equal(null);
        resolve();
        return 'success';
      });
    });
  });
});
