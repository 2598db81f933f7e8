import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import type { Hint } from '../../../src/components/hints/hint.ts';
import type { RivExamples } from '../../../src/app/examples/examples.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { buttonOf, edit, pageWith } from '../../helpers/app.ts';
import { until } from '../../helpers/wait.ts';
import { clearPage } from '../../helpers/page.ts';

const join = (...values: unknown[]) => values.slice(0, -1).join(' ');

const mounted = async (options: rv.InterfaceOptions): Promise<rv.Interface> => {
  const app = new rv.Interface(options).mount();
  await app.ready;
  await app.updateComplete;
  return app;
};

const shadow = (app: Element) => app.shadowRoot as ShadowRoot;
const columns = (app: Element) => shadow(app).querySelectorAll('riv-column').length;
const buttons = (app: Element) =>
  ['Clear', 'Submit', 'Stop', 'Generate', 'Flag'].filter((text) => buttonOf(app, text));

async function examplesOf(app: rv.Interface): Promise<ShadowRoot> {
  const examples = shadow(app).querySelector('riv-examples') as RivExamples;
  await examples.updateComplete;
  return shadow(examples);
}

describe('the page of an Interface', () => {
  afterEach(clearPage);

  it('[C21] shows components that are input and output once, and fn replaces their values', async () => {
    const field = new rv.Textbox({ value: 'a' });
    const app = await mounted({ fn: (text: string) => `${text}${text}`, inputs: [field], outputs: [field] });
    expect(columns(app)).to.equal(1);
    expect(buttons(app)).to.deep.equal(['Clear', 'Submit']);
    buttonOf(app, 'Submit')?.click();
    await until(() => field.value === 'aa');
    app.live = true;
    await app.updateComplete;
    expect(buttons(app)).to.deep.equal(['Clear']);
  });

  it('[C22] leaves out the side that is empty', async () => {
    const sink = await mounted({ fn: join, inputs: 'text', outputs: null });
    expect([columns(sink), buttons(sink)]).to.deep.equal([1, ['Clear', 'Submit']]);
    const source = await mounted({ fn: join, inputs: [], outputs: 'text', submitLabel: 'Go' });
    expect([columns(source), buttons(source)]).to.deep.equal([1, ['Clear', 'Generate']]);
    const usual = await mounted({ fn: join, inputs: 'text', outputs: 'text' });
    expect([columns(usual), buttons(usual)]).to.deep.equal([2, ['Clear', 'Submit']]);
  });

  it('[C23] refuses to be without inputs and outputs', () => {
    expect(() => new rv.Interface({ fn: join, inputs: [], outputs: null })).to.throw(
      rv.ValueError,
      /neither/,
    );
  });

  it('[C24] makes components from names and from names with options', async () => {
    const app = await mounted({
      fn: join,
      inputs: ['text', 'check_box', { name: 'slider', maximum: 7, label: 'size' }],
      outputs: ['textarea', 'label'],
    });
    expect(app.inputs.map(({ localName }) => localName)).to.deep.equal([
      'riv-textbox',
      'riv-checkbox',
      'riv-slider',
    ]);
    expect(app.inputs[2]).to.include({ maximum: 7, label: 'size' });
    expect(app.outputs[0]).to.include({ localName: 'riv-textbox', lines: 7 });
    expect(() => new rv.Interface({ fn: join, inputs: 'telepathy' as 'text', outputs: 'text' })).to.throw(
      rv.ValueError,
      /telepathy.*textbox/,
    );
  });

  it('[C31] puts additional inputs into a closed box, behind the others in the arguments', async () => {
    const app = await mounted({
      fn: (a: string, b: string, c: string) => [a, b, c].join(' '),
      inputs: 'text',
      outputs: 'text',
      additionalInputs: [new rv.Textbox({ value: 'x' }), new rv.Textbox({ value: 'y' })],
    });
    const box = shadow(app).querySelector<rv.Accordion>('riv-accordion');
    expect(box).to.include({ label: 'Additional Inputs', open: false });
    expect(app.additionalInputs.map(({ label }) => label)).to.deep.equal(['b', 'c']);
    edit(app.inputs[0]!, 'a');
    buttonOf(app, 'Submit')?.click();
    await until(() => app.outputs[0]?.value === 'a x y');
  });

  it('[C32] fills its inputs with an example, and runs then only when live', async () => {
    const options = {
      fn: join,
      inputs: ['text', 'number'],
      outputs: 'text',
      examples: [
        ['a', 1],
        ['b', 2],
      ],
    };
    const app = await mounted(options);
    const runs: Event[] = [];
    app.binding?.addEventListener('start', (event) => runs.push(event));
    const rows = (await examplesOf(app)).querySelectorAll<HTMLElement>('tbody button');
    rows[1]?.click();
    expect(app.inputs.map(({ value }) => value)).to.deep.equal(['b', 2]);
    expect(runs.length).to.equal(0);
    app.live = true;
    await app.updateComplete;
    app.binding?.addEventListener('start', (event) => runs.push(event));
    rows[0]?.click();
    await until(() => app.outputs[0]?.value === 'a 1');
    expect(runs.length).to.equal(1);
  });

  it('[C33] shows ten examples to a page', async () => {
    const app = await mounted({
      fn: join,
      inputs: ['text', 'number'],
      outputs: 'text',
      examples: Array.from({ length: 23 }, (_, at) => [`row ${at}`, at]),
    });
    const root = await examplesOf(app);
    const firsts = () =>
      [...root.querySelectorAll('tbody tr')].map((row) => row.querySelector('.words')?.textContent);
    expect(firsts().length).to.equal(10);
    root.querySelector<HTMLElement>('[aria-label="Page 3"]')?.click();
    await until(() => firsts().length === 3);
    expect(firsts()[0]).to.equal('row 20');
    root.querySelector<HTMLElement>('tbody button')?.click();
    expect(app.inputs[1]?.value).to.equal(20);
    expect(root.querySelector('[aria-current]')?.textContent?.trim()).to.equal('3');
  });

  it('takes a plain list of examples for one input, and names for them', async () => {
    const app = await mounted({
      fn: join,
      inputs: 'text',
      outputs: 'text',
      examples: ['one', 'two'],
      exampleLabels: ['First', 'Second'],
    });
    const chips = [...(await examplesOf(app)).querySelectorAll<HTMLElement>('.chip')];
    expect(chips.map((chip) => chip.textContent?.trim())).to.deep.equal(['First', 'Second']);
    chips[1]?.click();
    expect(app.inputs[0]?.value).to.equal('two');
  });

  it('leaves columns out that no example fills', async () => {
    const app = await mounted({
      fn: join,
      inputs: ['text', 'number', 'text'],
      outputs: 'text',
      examples: [
        ['a', null, 'c'],
        ['d', null, null],
      ],
    });
    edit(app.inputs[1]!, 5);
    const root = await examplesOf(app);
    expect(root.querySelectorAll('th').length).to.equal(2);
    root.querySelector<HTMLElement>('tbody button')?.click();
    expect(app.inputs.map(({ value }) => value)).to.deep.equal(['a', 5, 'c']);
  });

  it('[C36] orders title, description, columns, examples and article', async () => {
    const app = await mounted({
      fn: join,
      inputs: 'text',
      outputs: 'text',
      title: 'Title',
      description: '**Bold**',
      article: 'End',
      examples: ['x'],
    });
    const order = [...shadow(app).querySelectorAll('h1, riv-markdown, riv-row, riv-examples')].map(
      ({ localName }) => localName,
    );
    expect(order).to.deep.equal(['h1', 'riv-markdown', 'riv-row', 'riv-examples', 'riv-markdown']);
    const description = shadow(app).querySelector('riv-markdown') as rv.Markdown;
    await until(() => description.shadowRoot?.querySelector('strong')?.textContent === 'Bold');
  });

  it('fetches an article that is an address', async () => {
    const address = new URL('../../fixtures/article.md', import.meta.url).href;
    const app = await mounted({ fn: join, inputs: 'text', outputs: 'text', article: address });
    await until(
      () =>
        shadow(app).querySelector('riv-markdown')?.shadowRoot?.querySelector('h2')?.textContent ===
        'From afar',
    );
  });

  it('gives a link to an article that cannot be had, and asks for it again in the next app', async () => {
    const own = window.fetch;
    const { warn } = console;
    const address = 'https://example.org/article.md';
    const asked: string[] = [];
    const warned: unknown[] = [];
    let found = false;
    window.fetch = async (url) => {
      asked.push(String(url));
      return new Response(found ? '## Found' : null, { status: found ? 200 : 404 });
    };
    console.warn = (text: unknown) => String(text).startsWith('The article') && warned.push(text);
    try {
      const show = async () =>
        shadow(await mounted({ fn: join, inputs: 'text', outputs: 'text', article: address }));
      const said = (root: ShadowRoot, what: string) =>
        root.querySelector('riv-markdown')?.shadowRoot?.querySelector(what)?.textContent;
      const first = await show();
      await until(() => said(first, 'a') === address);
      found = true;
      const more = [await show(), await show()];
      for (const root of more) await until(() => said(root, 'h2') === 'Found');
    } finally {
      window.fetch = own;
      console.warn = warn;
    }
    expect(asked).to.deep.equal([address, address]);
    expect(warned).to.deep.equal([`The article ${address} could not be loaded`]);
  });

  it('makes the same page of HTML and of script', async () => {
    const [html, script] = [
      await pageWith<rv.Interface>(`<riv-interface title="Same" submit-label="Go">
        <riv-textbox slot="input" label="a"></riv-textbox><riv-number slot="additional" label="b"></riv-number>
        <riv-textbox slot="output" label="output"></riv-textbox>
        <script type="handler">export default (a, b) => a + b</script></riv-interface>`),
      await mounted({
        fn: (a: string, b: number) => a + b,
        inputs: 'text',
        additionalInputs: 'number',
        outputs: 'text',
        title: 'Same',
        submitLabel: 'Go',
      }),
    ];
    const look = (app: rv.Interface) => shadow(app).innerHTML.replace(/<!--.*?-->/g, '');
    expect(look(html)).to.equal(look(script));
    expect(html.inputs.map(({ label }) => label)).to.deep.equal(script.inputs.map(({ label }) => label));
  });

  it('shows what stands in for it until it is ready', async () => {
    const app = document.createElement('riv-interface');
    app.innerHTML = '<p>Loading</p><riv-textbox slot="input"></riv-textbox>';
    document.body.append(app);
    const text = app.querySelector('p') as HTMLElement;
    await app.updateComplete;
    await app.ready;
    await app.updateComplete;
    expect(text.getClientRects().length).to.equal(0);
    expect(app.inputs.length).to.equal(1);
  });

  it('takes a component that is added, and lets one go that is removed', async () => {
    const app = await pageWith<rv.Interface>(`<riv-interface>
      <riv-textbox slot="input" value="a"></riv-textbox><riv-textbox slot="output"></riv-textbox>
      <script type="handler">export default (a, b) => String(b)</script></riv-interface>`);
    const added = new rv.Textbox({ value: 'b', slot: 'input' });
    app.append(added);
    await until(() => app.binding?.inputs.length === 2);
    expect(added.label).to.equal('b');
    buttonOf(app, 'Submit')?.click();
    await until(() => app.outputs[0]?.value === 'b');
    added.remove();
    await until(() => app.binding?.inputs.length === 1);
  });

  it('says so when it has no handler, until it has one, to its maker alone', async () => {
    const hints: Hint[] = [];
    const logged: unknown[] = [];
    let toasts = 0;
    const events = new AbortController();
    document.addEventListener('riv-hint', ({ detail }: CustomEventInit<Hint>) => hints.push(detail!), events);
    document.addEventListener('riv-toast', () => (toasts += 1), events);
    const { error } = console;
    console.error = (message: unknown) => logged.push(message);
    const app = await pageWith<rv.Interface>(
      '<riv-interface><riv-textbox slot="input"></riv-textbox></riv-interface>',
    );
    app.title = 'drawn anew';
    await app.updateComplete;
    console.error = error;
    events.abort();
    expect(logged).to.deep.equal([hints[0]!.message]);
    expect(logged[0]).to.contain('no handler');
    expect([hints.length, hints[0]!.holds!(), toasts]).to.deep.equal([1, true, 0]);
    app.fn = () => null;
    await until(() => !hints[0]!.holds!());
  });

  it('does not run with a tag that is misspelt: the arguments would be others', async () => {
    const app = await pageWith<rv.Interface>(`<riv-interface>
      <riv-txtbox slot="input"></riv-txtbox><riv-number slot="input" value="4"></riv-number>
      <riv-number slot="output"></riv-number>
      <script type="handler">export default (text, n) => n ?? -1</script></riv-interface>`);
    expect(!app.binding, 'nothing is bound').to.equal(true);
    app.querySelector('riv-txtbox')!.replaceWith(new rv.Textbox({ slot: 'input', value: 'word' }));
    await until(() => app.binding);
    app.run();
    await until(() => app.outputs[0]?.value === 4);
    const needless = document.createElement('riv-nubmer');
    needless.slot = 'input';
    app.append(needless);
    await until(() => !app.binding);
    needless.remove();
    await until(() => app.binding);
  });

  it('[C71] waits for an input that is still being read', async () => {
    let give: ((text: string) => void) | null = null;
    const field = new rv.Textbox();
    field.toHandler = () =>
      new Promise((resolve) => (give = (value) => resolve({ kind: 'value', value }))) as never;
    const app = await mounted({ fn: (text: string) => text, inputs: field, outputs: 'text' });
    buttonOf(app, 'Submit')?.click();
    await until(() => give && buttonOf(app, 'Stop'));
    expect(app.outputs[0]?.value).to.equal('');
    give!('read at last');
    await until(() => app.outputs[0]?.value === 'read at last');
  });

  it('[C74] lets its inputs be edited, and its outputs not', async () => {
    const app = await mounted({
      fn: join,
      inputs: ['text', new rv.Textbox({ interactive: false })],
      outputs: ['text', new rv.Textbox({ interactive: true })],
    });
    const editable = (component: unknown) => (component as rv.Textbox).editable;
    expect(app.inputs.map(editable)).to.deep.equal([true, false]);
    expect(app.outputs.map(editable)).to.deep.equal([false, true]);
  });

  it('wraps its columns by its own width', async () => {
    const app = await mounted({ fn: join, inputs: 'text', outputs: 'text' });
    const tops = () =>
      [...shadow(app).querySelectorAll('riv-column')].map((column) => column.getBoundingClientRect().top);
    app.style.width = '760px';
    expect(tops()[0]).to.equal(tops()[1]);
    app.style.width = '500px';
    expect(tops()[1]).to.be.above(tops()[0]!);
  });

  it('has nothing that axe objects to', async () => {
    const app = await mounted({
      fn: join,
      inputs: ['text', 'number'],
      outputs: 'text',
      title: 'Title',
      description: 'Words',
      examples: [
        ['a', 1],
        ['b', 2],
      ],
      additionalInputs: 'checkbox',
      flagging: 'manual',
      examplesPerPage: 1,
    });
    await until(() => buttonOf(shadow(app).querySelector('riv-flags')!, 'Flag'));
    expect(await axeProblems(app)).to.deep.equal([]);
  });
});
