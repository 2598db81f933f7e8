import { expect } from '@esm-bundle/chai';
import { columnsOf, rowsOf } from '../../src/app/examples/example-rows.ts';
import { pageMarks, wordsFor } from '../../src/app/examples/example-words.ts';
import * as rv from '../../src/index.ts';
import { until } from '../helpers/wait.ts';
import { clearPage } from '../helpers/page.ts';

describe('examples', () => {
  afterEach(clearPage);

  it('are rows, or a list for one input', () => {
    const [text, number] = [new rv.Textbox(), new rv.Number()];
    expect(rowsOf(['a', 'b'], [text])).to.deep.equal([['a'], ['b']]);
    expect(rowsOf([['a'], ['b']], [text])).to.deep.equal([['a'], ['b']]);
    expect(rowsOf([['a', 'b']], [text])).to.deep.equal([[['a', 'b']]]);
    expect(rowsOf([['a', 1]], [text, number])).to.deep.equal([['a', 1]]);
  });

  it('leave the place of a State out, or keep it', () => {
    const [text, state, number] = [new rv.Textbox(), new rv.State(), new rv.Number()];
    const places = (rows: unknown[][]) =>
      columnsOf(rows, [text, state, number]).map(({ component, index }) => [component.localName, index]);
    expect(places([['a', 1]])).to.deep.equal([
      ['riv-textbox', 0],
      ['riv-number', 1],
    ]);
    expect(places([['a', null, 1]])).to.deep.equal([
      ['riv-textbox', 0],
      ['riv-number', 2],
    ]);
  });

  it('are said in a few words', () => {
    expect(wordsFor('./media/a%20cat.jpg?x=1')).to.equal('a cat.jpg');
    expect(wordsFor(new File([], 'b.wav'))).to.equal('b.wav');
    expect(wordsFor(false)).to.equal('false');
    expect(wordsFor({ a: [1] })).to.equal('{"a":[1]}');
    expect(wordsFor('x'.repeat(99)).length).to.equal(81);
    expect(wordsFor(null)).to.equal('');
  });

  it('are paged: the ends, the page, two on each side', () => {
    expect(pageMarks(3, 0)).to.deep.equal([0, 1, 2]);
    expect(pageMarks(20, 0)).to.deep.equal([0, 1, 2, 'gap', 19]);
    expect(pageMarks(20, 10)).to.deep.equal([0, 'gap', 8, 9, 10, 11, 12, 'gap', 19]);
  });

  it('fill inputs in Blocks too, and tell of it', async () => {
    const [text, number] = [new rv.Textbox({ label: 'word' }), new rv.Number()];
    const examples = new rv.Examples({
      examples: [
        ['a', 1],
        ['b', 2],
      ],
      inputs: [text, number],
    });
    new rv.Blocks({}, text, number, examples).mount();
    await examples.updateComplete;
    const picked = new Promise<unknown>((resolve) =>
      examples.addEventListener('select', (event) => resolve((event as CustomEvent).detail)),
    );
    await until(() => examples.shadowRoot?.querySelector('th')?.textContent === 'word');
    examples.shadowRoot?.querySelectorAll<HTMLElement>('tbody button')[1]?.click();
    expect([text.value, number.value]).to.deep.equal(['b', 2]);
    expect(await picked).to.deep.equal({ index: 1, value: ['b', 2] });
  });

  it('say so when a value does not fit', async () => {
    const radio = new rv.Number();
    const examples = new rv.Examples({ examples: [[{}]], inputs: [radio] });
    new rv.Blocks({}, radio, examples).mount();
    const { error } = console;
    console.error = () => {};
    const toast = new Promise<string>((resolve) =>
      document.addEventListener('riv-toast', (event) => resolve((event as CustomEvent).detail.message), {
        once: true,
      }),
    );
    examples.fill(0);
    console.error = error;
    expect(await toast).to.contain('expected a number');
  });

  it('are there when their app is ready, and nothing under them moves then', async () => {
    const app = new rv.Interface({
      fn: (text: string) => text,
      inputs: 'text',
      outputs: 'text',
      examples: ['a', 'b'],
      article: 'The end.',
    });
    const end = () => app.shadowRoot?.querySelector<HTMLElement>('[name="article"]');
    app.mount();
    await until(end);
    expect(end()?.hidden).to.equal(true);
    await app.ready;
    const chips = app.shadowRoot?.querySelector('riv-examples')?.shadowRoot?.querySelectorAll('.chip');
    expect(chips).to.have.length(2);
    await app.updateComplete;
    expect(end()?.hidden).to.equal(false);
  });

  it('warn once about labels that do not fit them', async () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => said.push(text);
    const examples = new rv.Examples({ examples: ['a', 'b'], labels: ['one'], inputs: [new rv.Textbox()] });
    new rv.Blocks({}, examples).mount();
    await examples.updateComplete;
    for (const label of ['x', 'y']) {
      examples.label = label;
      await examples.updateComplete;
    }
    console.warn = warn;
    expect(said).to.deep.equal(['There are 2 examples, but 1 labels for them']);
  });
});
