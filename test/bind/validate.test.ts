import { expect } from '@esm-bundle/chai';
import * as rv from '../../src/index.ts';
import { buttonOf, edit, runEnded } from '../helpers/app.ts';
import { clearPage } from '../helpers/page.ts';
import { until } from '../helpers/wait.ts';

/** An app of a name and an age, which counts the runs of its handler. */
async function form(options: object = {}, name: object = {}, age: object = {}) {
  const runs: unknown[][] = [];
  const app = new rv.Interface({
    fn: ((...values: unknown[]) => {
      runs.push(values.slice(0, 2));
      return values.slice(0, 2).join(' ');
    }) as never,
    inputs: [new rv.Textbox({ label: 'Name', ...name }), new rv.Number({ label: 'Age', ...age })] as never,
    outputs: 'text',
    thread: 'main',
    ...options,
  }).mount();
  await app.ready;
  const submit = async () => {
    buttonOf(app, 'Submit')?.click();
    return runEnded(app);
  };
  const said = () => app.inputs.map((input) => (input as unknown as { message: string }).message);
  return { app, runs, submit, said, inputs: app.inputs, output: app.outputs[0]! };
}

describe('validate, validator', () => {
  afterEach(clearPage);

  it('says at an input what is wrong with it, and runs nothing until it will do', async () => {
    const { app, runs, submit, said, inputs, output } = await form(
      {},
      { validate: (value: string) => value.length > 2 || 'A name has three letters at least' },
      { validate: async (value: number | null) => value !== null },
    );
    edit(inputs[0]!, 'A');
    expect(await submit()).to.equal('cancelled');
    expect(said()).to.deep.equal(['A name has three letters at least', 'This will not do']);
    expect([runs, output.status.stage, output.value]).to.deep.equal([[], 'idle', '']);
    const shown = inputs[0]!.shadowRoot!.querySelector('[part=message]');
    expect([shown?.getAttribute('role'), shown?.textContent?.trim()]).to.deep.equal([
      'alert',
      'A name has three letters at least',
    ]);
    edit(inputs[0]!, 'Ada');
    edit(inputs[1]!, 36);
    expect(await submit()).to.equal('success');
    expect([runs, said(), output.value]).to.deep.equal([[['Ada', 36]], ['', ''], 'Ada 36']);
    expect(app.running).to.equal(false);
  });

  for (const [how, verdict, told] of [
    ['a text, for the first', 'Both are needed', ['Both are needed', '']],
    ['a list', [true, 'Too young'], ['', 'Too young']],
    ['an object by labels', { Age: 'Too old' }, ['', 'Too old']],
  ] as const) {
    it(`takes the words of a validator: ${how}`, async () => {
      let wrong: unknown = verdict;
      const { runs, submit, said } = await form({ validator: () => wrong });
      expect(await submit()).to.equal('cancelled');
      expect([said(), runs]).to.deep.equal([told, []]);
      wrong = undefined;
      expect(await submit()).to.equal('success');
      expect(said()).to.deep.equal(['', '']);
    });
  }

  it('asks the validator only when each input will do by itself', async () => {
    let asked = 0;
    const { submit } = await form({ validator: () => void (asked += 1) }, { validate: () => 'no' });
    await submit();
    expect(asked).to.equal(0);
  });

  it('takes what else came of a validator for a failure of the run, and goes on', async () => {
    const { error } = console;
    console.error = () => {};
    let result: unknown = [7];
    const { submit, output } = await form({ validator: () => result });
    expect(await submit()).to.equal('failure');
    console.error = error;
    expect(output.status.error?.message).to.equal(
      'A validator gave 7, expected true, or what is wrong as a text',
    );
    result = true;
    expect(await submit()).to.equal('success');
  });

  it('refuses what a script gives to predict, by name', async () => {
    const { app } = await form({ apiName: 'greet' }, { validate: () => 'is not known' });
    const refused = await app.predict('greet', ['A', 1] as never).catch((error: Error) => error);
    expect(refused).to.include({ name: 'ValueError', message: 'Name: is not known' });
  });

  it('checks each change of a live Interface', async () => {
    const { runs, said, inputs } = await form(
      { live: true },
      { validate: (v: string) => v !== 'x' || 'No x' },
    );
    edit(inputs[0]!, 'x');
    await until(() => said()[0] === 'No x', 'the words');
    edit(inputs[0]!, 'y');
    await until(() => runs.length === 1, 'the run');
    expect([runs, said()]).to.deep.equal([[['y', null]], ['', '']]);
  });

  it('refuses an option that is no function', () => {
    const box = new rv.Textbox();
    expect(() => rv.on(box, 'change', { fn: () => 1, validator: 5 as never })).to.throw(
      '"validator" got 5, expected a function of the page',
    );
  });

  it('shows the words of a handler at an input: ctx.update({ message })', async () => {
    const name = new rv.Textbox({ label: 'Name' });
    const app = new rv.Blocks({}, name).mount();
    await app.ready;
    rv.on(name, 'submit', {
      fn: (_: string, ctx: { update(props: object): unknown }) => ctx.update({ message: 'Taken already' }),
      inputs: name,
      outputs: name,
      thread: 'main',
    } as never);
    name.dispatchEvent(new CustomEvent('submit'));
    await until(() => name.message === 'Taken already', 'the words');
    edit(name as never, 'Ada');
  });
});
