import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import { buttonOf, edit, runEnded } from '../../helpers/app.ts';
import { clearPage } from '../../helpers/page.ts';
import { until } from '../../helpers/wait.ts';

interface Examples extends HTMLElement {
  fill(index: number): void;
  updateComplete: Promise<boolean>;
}

/** An app that doubles a number, and counts how often it did. */
async function doubling(options: object) {
  const runs: number[] = [];
  const app = new rv.Interface({
    fn: ((n: number) => {
      runs.push(n);
      return n * 2;
    }) as never,
    inputs: 'number',
    outputs: 'number',
    thread: 'main',
    apiName: 'double',
    ...options,
  } as never).mount() as rv.Interface;
  await app.ready;
  await app.updateComplete;
  const examples = app.shadowRoot!.querySelector<Examples>('riv-examples')!;
  return { app, runs, examples, input: app.inputs[0]!, output: app.outputs[0]! };
}

describe('Interface: before a run', () => {
  afterEach(clearPage);

  it('runs an example that is picked, with runOnClick', async () => {
    const { app, runs, examples, output } = await doubling({ examples: [1, 2], runOnClick: true });
    const ended = runEnded(app);
    examples.fill(1);
    await ended;
    expect([runs, output.value]).to.deep.equal([[2], 4]);
  });

  it('keeps the results of examples that were picked, with cacheExamples lazy', async () => {
    const { app, runs, examples, output, input } = await doubling({
      examples: [1, 2],
      cacheExamples: 'lazy',
    });
    const ended = runEnded(app);
    examples.fill(0);
    await ended;
    edit(input, 7);
    examples.fill(0);
    await until(() => output.value === 2 && input.value === 1 && !output.stale, 'what was kept');
    expect(runs).to.deep.equal([1]);
  });

  it('keeps those of all, and shows the first, with cacheExamples', async () => {
    const { runs, examples, output, input } = await doubling({ examples: [3, 4], cacheExamples: true });
    await until(() => output.value === 6, 'the first example');
    expect(input.value).to.equal(3);
    examples.fill(1);
    await until(() => output.value === 8, 'the second');
    expect(runs).to.deep.equal([3, 4]);
  });

  it('begins with the example that preloadExample names, and runs nothing for it', async () => {
    const { runs, input } = await doubling({ examples: [3, 4], preloadExample: 1 });
    await until(() => input.value === 4, 'the example');
    expect(runs).to.deep.equal([]);
  });

  it('flags with one of several words, by a function of the page', async () => {
    const flags: rv.FlagRecord[] = [];
    const { app, input } = await doubling({
      flagging: 'manual',
      flaggingOptions: ['wrong', ['Too slow', 'slow']],
      flaggingCallback: (flag: rv.FlagRecord) => void flags.push(flag),
    });
    edit(input, 5);
    const view = app.shadowRoot!.querySelector('riv-flags')!;
    await view.updateComplete;
    buttonOf(view, 'Flag as wrong')!.click();
    await until(() => buttonOf(view, 'Saving...'), 'that it saves');
    expect(buttonOf(view, 'Too slow')!.disabled).to.equal(true);
    await until(() => buttonOf(view, 'Flag as wrong'), 'that it has saved');
    buttonOf(view, 'Too slow')!.click();
    expect(flags.map(({ flag, values, labels }) => [flag, values, labels])).to.deep.equal([
      ['wrong', [5, null], ['n', 'output']],
      ['slow', [5, null], ['n', 'output']],
    ]);
  });

  it('puts what the inputs hold into a link, and takes it from there', async () => {
    const before = location.href;
    const { app, input } = await doubling({ id: 'linked', deepLink: true });
    edit(input, 12);
    await until(() => buttonOf(app, 'Copy link'), 'the button');
    buttonOf(app, 'Copy link')!.click();
    await until(() => location.hash.includes('riv-linked'), 'the address');
    app.remove();
    const again = await doubling({ id: 'linked', deepLink: true });
    await until(() => again.input.value === 12, 'the value of the link');
    expect(again.runs).to.deep.equal([]);
    history.replaceState(null, '', before);
  });

  it('makes one app of several, each in its tab', async () => {
    const apps = ['One', 'Two'].map(
      (title) => new rv.Interface({ fn: (() => title) as never, outputs: 'text', title, thread: 'main' }),
    );
    const app = new rv.TabbedInterface(apps, ['First']).mount();
    await app.ready;
    await Promise.all(apps.map(({ ready }) => ready));
    const tabs = app.querySelector('riv-tabs')!;
    await tabs.updateComplete;
    const names = [...tabs.shadowRoot!.querySelectorAll('[role=tab]')].map((tab) => tab.textContent!.trim());
    expect([app.localName, names]).to.deep.equal(['riv-blocks', ['First', 'Tab 1']]);
    expect(apps.map((each) => each.checkVisibility())).to.deep.equal([true, false]);
    expect(() => new rv.TabbedInterface('x' as never)).to.throw('expected a list of apps');
  });

  it('tells when the page is left', async () => {
    const app = new rv.Blocks({}, new rv.Textbox()).mount();
    await app.ready;
    let told = 0;
    rv.on(app, 'unload', { fn: () => void (told += 1), thread: 'main' } as never);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await until(() => told === 1, 'the run');
  });
});

describe('buttons of the page', () => {
  afterEach(clearPage);

  it('stand beside every component, and fire their click', async () => {
    for (const make of [
      rv.Textbox,
      rv.Number,
      rv.Slider,
      rv.Checkbox,
      rv.Radio,
      rv.Dropdown,
      rv.Label,
      rv.JSON,
    ]) {
      const button = new rv.Button({ value: 'More' });
      const host = new (make as typeof rv.Textbox)({ label: 'A', buttons: [button] });
      document.body.append(host);
      await host.updateComplete;
      await button.updateComplete;
      let clicks = 0;
      button.addEventListener('click', () => clicks++);
      button.click();
      expect([host.localName, clicks, button.checkVisibility()]).to.deep.equal([host.localName, 1, true]);
    }
  });
});
