import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import { buttonOf, edit, pageWith, runEnded } from '../../helpers/app.ts';
import { once, until } from '../../helpers/wait.ts';
import { clearPage } from '../../helpers/page.ts';

function calculator(a: number, operation: string | null, b: number) {
  if (operation === 'add') return a + b;
  if (operation === 'multiply') return a * b;
  return undefined;
}

/** Says what it was given, and takes its time. */
async function slowEcho(text: string) {
  await new Promise((resolve) => setTimeout(resolve, 400));
  if (text === 'bad') throw new Error('bad text');
  return `got ${text}`;
}

/** The outcomes of an app's runs, as they end. */
function outcomes(app: rv.Interface): string[] {
  const seen: string[] = [];
  app.binding?.addEventListener('end', (event) =>
    seen.push((event as CustomEvent<{ outcome: string }>).detail.outcome),
  );
  return seen;
}

const parts = () => ['number', new rv.Radio({ choices: ['add', 'multiply'] }), 'number'];

const mounted = async (options: rv.InterfaceOptions): Promise<rv.Interface> => {
  const app = new rv.Interface(options).mount();
  await app.ready;
  await app.updateComplete;
  return app;
};

const LIVE = `<riv-interface live>
  <riv-number slot="input" label="first"></riv-number>
  <riv-radio slot="input" choices="add,multiply"></riv-radio>
  <riv-number slot="input"></riv-number>
  <riv-number slot="output"></riv-number>
  <script type="handler">
    export default function calculator(a, operation, b) {
      return operation === 'add' ? a + b : operation === 'multiply' ? a * b : null;
    }
  </script>
</riv-interface>`;

describe('a live Interface', () => {
  afterEach(clearPage);

  it('[C1][C2][C4][C5] runs with each change, without Submit, and not before the first change', async () => {
    const app = await pageWith<rv.Interface>(LIVE);
    expect(buttonOf(app, 'Submit') === null).to.be.true;
    expect(buttonOf(app, 'Clear') !== null).to.be.true;
    expect(app.binding?.running).to.be.false;
    const [a, operation, b] = app.inputs as [rv.Number, rv.Radio, rv.Number];
    edit(a, 4);
    edit(operation, 'add');
    edit(b, 5);
    await until(() => app.outputs[0]?.value === 9);
    edit(operation, 'multiply');
    await until(() => app.outputs[0]?.value === 20);
  });

  it('[C3][C20] makes one more run with the newest values after changes during a run', async () => {
    const app = await mounted({ fn: slowEcho, inputs: 'text', outputs: 'text', live: true });
    const [input] = app.inputs as [rv.Textbox];
    const runs = outcomes(app);
    edit(input, 'a');
    await until(() => app.outputs[0]?.status.stage === 'pending');
    for (const text of ['ab', 'abc', 'abcd']) edit(input, text);
    await until(() => runs.length === 2);
    expect(app.outputs[0]?.value).to.equal('got abcd');
    expect(app.binding?.running).to.be.false;
  });

  it('[C6] without inputs runs with the page, and again with Generate', async () => {
    const app = new rv.Interface({
      fn: () => Math.random(),
      inputs: null,
      outputs: 'number',
      live: true,
    }).mount();
    await app.ready;
    await until(() => app.outputs[0]?.value !== null);
    const first = app.outputs[0]?.value;
    const over = runEnded(app);
    buttonOf(app, 'Generate')?.click();
    await over;
    expect(app.outputs[0]?.value).not.to.equal(first);
  });

  it('[C7] shows the yields of a generator without a Stop button', async () => {
    const fn = async function* (n: number) {
      for (let i = 1; i <= 3; i++) {
        yield n * i;
        await new Promise((resolve) => setTimeout(resolve, 120));
      }
    };
    const app = await mounted({ fn, inputs: 'number', outputs: 'number', live: true });
    const seen: unknown[] = [];
    app.outputs[0]?.addEventListener('change', () => seen.push(app.outputs[0]?.value));
    edit(app.inputs[0]!, 1);
    await until(() => seen.length === 2);
    expect(buttonOf(app, 'Stop') === null).to.be.true;
    edit(app.inputs[0]!, 10);
    await until(() => seen.at(-1) === 30);
    expect(seen).to.deep.equal([1, 2, 3, 10, 20, 30]);
  });

  it('[C8] runs once with empty inputs when Clear is pressed', async () => {
    const app = await mounted({
      fn: (a: unknown, b: unknown) => {
        const count = ((globalThis as { count?: number }).count ?? 0) + 1;
        (globalThis as { count?: number }).count = count;
        return JSON.stringify([count, a, b]);
      },
      inputs: ['number', 'text'],
      outputs: 'text',
      live: true,
    });
    edit(app.inputs[0]!, 4);
    await runEnded(app);
    edit(app.inputs[1]!, 'x');
    await runEnded(app);
    expect(app.outputs[0]?.value).to.equal('[2,4,"x"]');
    const over = runEnded(app);
    buttonOf(app, 'Clear')?.click();
    expect(app.inputs.map(({ value }) => value)).to.deep.equal([null, '']);
    await over;
    expect(app.outputs[0]?.value).to.equal('[3,null,""]');
  });

  it('[C15] shows its runs as far as showProgress asks', async () => {
    const app = await mounted({
      fn: slowEcho,
      inputs: 'text',
      outputs: 'text',
      live: true,
      showProgress: 'minimal',
    });
    edit(app.inputs[0]!, 'x');
    await until(() => app.outputs[0]?.status.stage === 'pending');
    expect(app.outputs[0]?.status.show).to.equal('minimal');
  });

  it('[C16] settles when a unified handler gives its input back', async () => {
    const field = new rv.Textbox();
    const app = await mounted({ fn: slowEcho, inputs: field, outputs: field, live: true });
    expect(app.shadowRoot?.querySelectorAll('riv-column').length).to.equal(1);
    app.fn = (text: string) => text.toUpperCase();
    await app.updateComplete;
    const runs = outcomes(app);
    edit(field, 'x');
    await until(() => field.value === 'X' && runs.length === 2);
    edit(field, 'Y');
    await until(() => runs.length === 3);
    expect(app.binding?.running).to.be.false;
  });

  it('[C17] makes the waiting run although the one before failed', async () => {
    const fn = async (text: string, ctx: { info(text: string): void }) => {
      if (text === 'good') return text;
      ctx.info('begun');
      await new Promise((resolve) => setTimeout(resolve, 100));
      throw new Error('bad text');
    };
    const app = await mounted({ fn, inputs: 'text', outputs: 'text', live: true });
    const runs = outcomes(app);
    const begun = once(app, 'riv-toast');
    edit(app.inputs[0]!, 'bad');
    await begun;
    edit(app.inputs[0]!, 'good');
    await until(() => runs.length === 2);
    expect(runs).to.deep.equal(['failure', 'success']);
    expect(app.outputs[0]?.value).to.equal('good');
  });

  it('[C18] hands concurrencyLimit and concurrencyId on', async () => {
    const app = await mounted({
      fn: slowEcho,
      inputs: 'text',
      outputs: 'text',
      live: true,
      concurrencyLimit: 2,
      concurrencyId: 'both',
    });
    expect(app.binding?.options).to.include({ concurrencyLimit: 2, concurrencyId: 'both' });
  });

  it('[C19] does not run because of its own State', async () => {
    const app = await mounted({
      fn: (text: string, count: number | null) => [`${text} ${(count ?? 0) + 1}`, (count ?? 0) + 1],
      inputs: ['text', 'state'],
      outputs: ['text', 'state'],
      live: true,
    });
    const runs = outcomes(app);
    for (const [at, text] of ['a', 'b'].entries()) {
      edit(app.inputs[0]!, text);
      await until(() => app.outputs[0]?.value === `${text} ${at + 1}`);
    }
    expect(runs.length).to.equal(2);
    expect(app.binding?.running).to.be.false;
  });

  it('[C12] gives streams 0.5 s and 30 s where nothing is said', async () => {
    const app = await mounted({ fn: slowEcho, inputs: 'text', outputs: 'text', live: true });
    expect(app.binding?.options).to.include({ streamEvery: 0.5, timeLimit: 30 });
    app.timeLimit = null;
    await app.updateComplete;
    expect(app.binding?.options.timeLimit).to.equal(null);
  });
});

describe('an Interface with Submit', () => {
  afterEach(clearPage);

  it('[C25] runs a function with the inputs in order, and labels its parts', async () => {
    const app = await mounted({ fn: calculator, inputs: parts(), outputs: 'number' });
    expect(app.inputs.map(({ label }) => label)).to.deep.equal(['a', 'operation', 'b']);
    expect(app.outputs[0]?.label).to.equal('output');
    for (const [at, value] of [4, 'add', 5].entries()) edit(app.inputs[at]!, value);
    expect(app.binding?.running).to.be.false;
    const over = runEnded(app);
    buttonOf(app, 'Submit')?.click();
    expect(await over).to.equal('success');
    expect(app.outputs[0]?.value).to.equal(9);
  });

  it('[C25] labels several outputs, and the inputs of a module by number; given labels stay', async () => {
    const app = await pageWith<rv.Interface>(`<riv-interface fn="./handlers.js#twice">
      <riv-number slot="input"></riv-number><riv-number slot="input" label="mine"></riv-number>
      <riv-number slot="output"></riv-number><riv-number slot="output"></riv-number>
    </riv-interface>`);
    expect(app.inputs.map(({ label }) => label)).to.deep.equal(['input 0', 'mine']);
    expect(app.outputs.map(({ label }) => label)).to.deep.equal(['output 0', 'output 1']);
  });

  it('[C26] submits with Enter in a textbox', async () => {
    const app = await mounted({ fn: (text: string) => text.length, inputs: 'text', outputs: 'number' });
    edit(app.inputs[0]!, 'four');
    app.inputs[0]!.shadowRoot?.getElementById('control')?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }),
    );
    await until(() => app.outputs[0]?.value === 4);
  });

  it('[C27] takes one run at a time', async () => {
    const app = await mounted({ fn: slowEcho, inputs: 'text', outputs: 'text' });
    edit(app.inputs[0]!, 'x');
    for (let press = 0; press < 3; press++) buttonOf(app, 'Submit')?.click();
    const runs = outcomes(app);
    await until(() => runs.length > 0);
    expect(app.outputs[0]?.value).to.equal('got x');
    expect(app.binding?.running).to.be.false;
  });

  it('[C28] shows Stop in place of Submit during a run, and Submit again when it is over', async () => {
    const app = await mounted({ fn: slowEcho, inputs: 'text', outputs: 'text' });
    edit(app.inputs[0]!, 'bad');
    const before = performance.now();
    const submit = buttonOf(app, 'Submit')!;
    submit.focus();
    submit.click();
    await until(() => buttonOf(app, 'Stop'));
    expect(performance.now() - before).to.be.at.least(140);
    expect(buttonOf(app, 'Submit') === null).to.be.true;
    expect(app.shadowRoot?.activeElement?.id).to.equal('stop');
    await until(() => buttonOf(app, 'Submit'));
    expect(buttonOf(app, 'Stop') === null).to.be.true;
    expect(app.outputs[0]?.status.stage).to.equal('error');
  });

  it('does not flash Stop for a quick run', async () => {
    const app = await mounted({ fn: calculator, inputs: parts(), outputs: 'number' });
    buttonOf(app, 'Submit')?.click();
    await runEnded(app);
    let seen = false;
    const observer = new MutationObserver(() => (seen ||= buttonOf(app, 'Stop') !== null));
    observer.observe(app.shadowRoot!, { attributes: true, subtree: true });
    buttonOf(app, 'Submit')?.click();
    await runEnded(app);
    observer.disconnect();
    expect(seen).to.be.false;
  });

  it('[C29] stops a generator: the last value stays, Submit is back within 0.2 s', async () => {
    const fn = async function* (_: unknown, ctx: { signal: AbortSignal }) {
      for (let i = 0; !ctx.signal.aborted; i++) {
        yield i;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const app = await mounted({ fn, inputs: 'text', outputs: 'number' });
    buttonOf(app, 'Submit')?.click();
    await until(() => buttonOf(app, 'Stop') && Number(app.outputs[0]?.value) > 2);
    buttonOf(app, 'Stop')?.click();
    const [value, before] = [app.outputs[0]?.value, performance.now()];
    await until(() => buttonOf(app, 'Submit'));
    expect(performance.now() - before).to.be.below(200);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(app.outputs[0]?.value).to.equal(value);
    expect(app.outputs[0]?.status.stage).to.equal('complete');
  });

  it('[C30] takes other words for its buttons, and hides Clear', async () => {
    const app = await mounted({
      fn: slowEcho,
      inputs: 'text',
      outputs: 'text',
      clearLabel: null,
      submitLabel: 'Go',
      stopLabel: 'Halt',
    });
    expect(buttonOf(app, 'Clear') === null).to.be.true;
    buttonOf(app, 'Go')?.click();
    await until(() => buttonOf(app, 'Halt'));
  });

  it('[C14] warns of a streaming input', async () => {
    class Recorder extends rv.Textbox {
      static override events = ['stream'];
      streaming = true;
    }
    customElements.define('test-recorder', Recorder);
    const warnings: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => warnings.push(text);
    try {
      await mounted({ fn: slowEcho, inputs: new Recorder() as rv.Textbox, outputs: 'text' });
    } finally {
      console.warn = warn;
    }
    expect(warnings.join()).to.contain('Streaming components are only supported in live interfaces');
  });

  it('[C35] keeps a State between runs, and Clear resets it', async () => {
    const app = await mounted({
      fn: (word: string, all: string[]) => [[...all, word], [...all, word].join(' ')],
      inputs: ['text', new rv.State({ value: ['so'] })],
      outputs: ['state', 'text'],
    });
    const submit = async (word: string) => {
      edit(app.inputs[0]!, word);
      const over = runEnded(app);
      buttonOf(app, 'Submit')?.click();
      await over;
      return app.outputs[1]?.value;
    };
    expect(await submit('it')).to.equal('so it');
    expect(await submit('goes')).to.equal('so it goes');
    expect(app.outputs[1]?.label).to.equal('output');
    buttonOf(app, 'Clear')?.click();
    expect(await submit('far')).to.equal('so far');
  });

  it('[C35] refuses States that make no pair', () => {
    for (const [inputs, outputs] of [
      [['text', 'state'], 'text'],
      ['text', ['text', 'state']],
      [
        ['state', 'state'],
        ['state', 'state'],
      ],
    ])
      expect(
        () => new rv.Interface({ fn: slowEcho, inputs: inputs as 'text', outputs: outputs as 'state' }),
      ).to.throw(/State/);
  });

  it('takes a State in HTML as input and output in its place', async () => {
    const app = await pageWith<rv.Interface>(`<riv-interface>
      <riv-textbox slot="input"></riv-textbox><riv-state slot="both" value="5"></riv-state><riv-number slot="output"></riv-number>
      <script type="handler">export default (text, count) => [count + 1, count * 2];</script>
    </riv-interface>`);
    expect(buttonOf(app, 'Submit')?.closest('riv-column')?.querySelector('[name=output]') ?? null).to.equal(
      null,
    );
    for (const [state, shown] of [
      [6, 10],
      [7, 12],
    ]) {
      const over = runEnded(app);
      buttonOf(app, 'Submit')?.click();
      await over;
      expect(app.outputs.map(({ value }) => value)).to.deep.equal([state, shown]);
    }
  });
});
