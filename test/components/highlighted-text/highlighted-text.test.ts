import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivHighlightedText } from '../../../src/components/highlighted-text/highlighted-text.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { clearPage, mount, parse, place, record } from '../../helpers/page.ts';
import { until } from '../../helpers/wait.ts';

type Value = RivHighlightedText['value'];

const inside = (host: RivHighlightedText, selector: string) => [
  ...host.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
/** Each marked part with its label, as `words|label`. */
const marks = (host: RivHighlightedText) =>
  inside(host, '.mark').map((each) => [...each.children].map((part) => part.textContent).join('|'));
const words = (host: RivHighlightedText) =>
  inside(host, '.words')
    .map((each) => each.textContent)
    .join('');
const given = async (value: Value, options = {}) => {
  const host = await mount(new RivHighlightedText({ label: 'Found', interactive: false, ...options }));
  host.fromHandler(value);
  await host.updateComplete;
  return host;
};

const NAMES: Value = [
  ['Wolfgang', 'person'],
  [' lives in ', null],
  ['Berlin', 'place'],
  ['.\nSo does ', null],
  ['Anna', 'person'],
];

describe('riv-highlighted-text', () => {
  afterEach(clearPage);

  it('shows a text with its labels, each in a colour of its own that stays', async () => {
    const host = await given(NAMES);
    expect(words(host)).to.equal('Wolfgang lives in Berlin.\nSo does Anna');
    expect(marks(host)).to.deep.equal(['Wolfgang|person', 'Berlin|place', 'Anna|person']);
    const colours = () => inside(host, '.mark').map((each) => getComputedStyle(each).backgroundColor);
    const [person, where, again] = colours();
    expect([person === again, person === where]).to.deep.equal([true, false]);
    host.fromHandler([['Rome', 'place']]);
    await host.updateComplete;
    expect(colours()).to.deep.equal([where]);
  });

  it('takes a text and its entities in any order, also by the names of models', async () => {
    const text = 'Anna met Ben in Rome';
    const host = await given({
      text,
      entities: [
        { entity: 'LOC', start: 16, end: 20 },
        { entity_group: 'PER', start: 0, end: 4 },
        { entity: 'PER', start: 9, end: 12 },
      ],
    });
    expect(marks(host)).to.deep.equal(['Anna|PER', 'Ben|PER', 'Rome|LOC']);
    expect(words(host)).to.equal(text);
    expect(host.toHandler()).to.deep.equal({
      kind: 'value',
      value: [
        ['Anna', 'PER'],
        [' met ', null],
        ['Ben', 'PER'],
        [' in ', null],
        ['Rome', 'LOC'],
      ],
    });
  });

  it('shades scores by their size and sign, beyond -1 and 1 as there, and shows a scale', async () => {
    const value: Value = [
      ['bad', -1],
      [' so so', 0],
      [' good', 0.5],
      [' great', 1],
      [' beyond', 7],
    ];
    const host = await given(value, { showLegend: true });
    const shares = inside(host, '.mark').map((each) => each.style.getPropertyValue('--_share'));
    expect(shares).to.deep.equal(['50.0%', '0.0%', '25.0%', '50.0%', '50.0%']);
    const [bad, , , great] = inside(host, '.mark').map((each) => getComputedStyle(each).backgroundColor);
    expect(bad).to.not.equal(great);
    expect(inside(host, '.scale')[0]!.textContent!.replace(/\s/g, '')).to.equal('−101');
    expect(inside(host, '.category')).to.deep.equal([]);
  });

  it('has labels in the text, or in a legend that shows where they are', async () => {
    const host = await given(NAMES, { showLegend: true });
    expect(inside(host, '.category')).to.deep.equal([]);
    const [person] = inside(host, '.entry');
    expect(inside(host, '.entry').map((each) => each.textContent!.trim())).to.deep.equal(['person', 'place']);
    const bare = () => inside(host, '.mark').filter((each) => getComputedStyle(each).boxShadow === 'none');
    expect(bare().length).to.equal(0);
    person!.click();
    await host.updateComplete;
    expect(bare().map((each) => each.firstElementChild!.textContent)).to.deep.equal(['Berlin']);
    person!.click();
    person!.blur();
    await host.updateComplete;
    expect(bare().length).to.equal(0);
    host.showLegend = false;
    await host.updateComplete;
    expect([inside(host, '.category').length, inside(host, '.entry').length]).to.deep.equal([3, 0]);
    host.showInlineCategory = false;
    await host.updateComplete;
    expect(inside(host, '.category').length).to.equal(0);
  });

  it('takes colours of the page, and does without those that are none', async () => {
    const host = await given(NAMES, { colorMap: { person: 'rgb(1, 2, 3)', place: 'no colour' } });
    const [person, where] = inside(host, '.mark').map((each) => each.style.getPropertyValue('--_mark'));
    expect([person, where!.startsWith('oklch(')]).to.deep.equal(['rgb(1, 2, 3)', true]);
  });

  it('joins pieces beside each other that are alike, and strips the space around them, when asked', async () => {
    const value: Value = [
      ['New', 'place'],
      ['York', 'place'],
      [' is ', null],
      ['large', null],
    ];
    const host = await given(value, {
      combineAdjacent: true,
      adjacentSeparator: '-',
      showWhitespaces: false,
    });
    expect([marks(host), words(host)]).to.deep.equal([['New-York|place'], 'New-Yorkis -large']);
    host.combineAdjacent = false;
    host.showWhitespaces = true;
    await host.updateComplete;
    expect([marks(host), words(host)]).to.deep.equal([['New|place', 'York|place'], 'NewYork is large']);
  });

  it('fires change for each value of a handler, and select for a piece that is pressed, also by keyboard', async () => {
    const host = await given(null);
    const { seen, details, stop } = record(host, ['change', 'input', 'select']);
    host.fromHandler(NAMES);
    host.fromHandler([...(NAMES as [string, string][])]);
    await host.updateComplete;
    inside(host, '.mark')[1]!.click();
    host.focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    stop();
    expect(seen.filter((name) => !name.includes('@'))).to.deep.equal([
      'change',
      'change',
      'select',
      'select',
    ]);
    expect(details.slice(2)).to.deep.equal([
      { index: 2, value: ['Berlin', 'place'] },
      { index: 4, value: ['Anna', 'person'] },
    ]);
  });

  it('reads its value from an attribute', async () => {
    const host = await parse<RivHighlightedText>(
      `<riv-highlighted-text value='[["Rome", "place"], [" it is"]]'></riv-highlighted-text>`,
    );
    expect([marks(host), words(host)]).to.deep.equal([['Rome|place'], 'Rome it is']);
  });

  it('is empty for nothing and for no text', async () => {
    for (const value of [null, [], [['', null]], { text: '', entities: [] }] as Value[])
      expect(inside(await given(value), '.nothing').length, JSON.stringify(value)).to.equal(1);
  });

  it('says what does not fit, keeps what it shows, and takes the next', async () => {
    const host = await given(NAMES);
    const text = 'Anna met Ben';
    const entity = (start: unknown, end: unknown, entity: unknown = 'PER') => ({ entity, start, end });
    const cases: [unknown, string][] = [
      ['a text', 'got "a text", expected a list of [text, label or score], or { text, entities:'],
      [7, 'got 7, expected a list'],
      [{ text }, 'expected a list of [text, label or score], or { text, entities:'],
      [[['a', 'b'], 'c'], 'got "c", expected [text, label or score] as piece 2'],
      [[[7, 'b']], 'expected [text, label or score] as piece 1'],
      [[['a', Number.NaN]], 'expected [text, label or score] as piece 1'],
      [{ text, entities: [entity('0', 4)] }, 'whole numbers as start and end of entity 1 (they are 0 and 4)'],
      [
        { text, entities: [entity(0, 4), null] },
        'start and end of entity 2 (they are undefined and undefined)',
      ],
      [
        { text, entities: [entity(0, 1.5)] },
        'whole numbers as start and end of entity 1 (they are 0 and 1.5)',
      ],
      [{ text, entities: [entity(0, 4, {})] }, 'entity 1 to have a label or score'],
      [{ text, entities: [{ label: 'PER', start: 0, end: 4 }] }, 'entity 1 to have a label or score'],
      [{ text, entities: [entity(0, 13)] }, 'entity 1 (0 to 13) to lie within the text, 0 to 12'],
      [{ text, entities: [entity(-1, 3)] }, 'entity 1 (-1 to 3) to lie within the text'],
      [{ text, entities: [entity(4, 3)] }, 'entity 1 (4 to 3) to lie within the text'],
      [
        { text, entities: [entity(0, 6), entity(9, 12), entity(5, 8)] },
        'entity 3 (5 to 8) to lie within the text, 0 to 12, and not over the one before it, which ends at 6',
      ],
    ];
    for (const [value, words] of cases)
      expect(() => host.fromHandler(value), words)
        .to.throw(words)
        .with.property('name', 'ValueError');
    expect(marks(host).length).to.equal(3);
    host.value = { text, entities: [entity(0, 99)] } as Value;
    await host.updateComplete;
    expect(host.message).to.include('Found (riv-highlighted-text) got');
    expect(host.value).to.equal(NAMES);
    host.fromHandler({ text, entities: [entity(0, 4)] });
    await host.updateComplete;
    expect([marks(host), host.message]).to.deep.equal([['Anna|PER'], '']);
  });

  it('draws a text of a megabyte with twenty thousand marks as it is read, without holding up the page', async () => {
    const pieces = Array.from({ length: 20_000 }, (_, at): [string, string | null] => [
      `${'word '.repeat(10)}${at % 20 === 19 ? '\n' : ''}`,
      at % 2 ? `kind ${at % 7}` : null,
    ]);
    const host = await given(null);
    const before = performance.now();
    host.fromHandler(pieces);
    await host.updateComplete;
    expect(performance.now() - before, 'ms').to.be.below(2000);
    expect(inside(host, '.mark').length).to.be.within(100, 1500);
    const [more] = inside(host, '.more');
    expect(more!.textContent).to.match(/Show more: [\d,]+ of 1,001,000 characters/);
    const drawn = inside(host, '.words').length;
    inside(host, '.scroll')[0]!.scrollTop = 1e9;
    await until(() => inside(host, '.words').length > drawn, 'what comes next');
    expect(
      pieces
        .map(([text]) => text)
        .join('')
        .startsWith(words(host)),
    ).to.equal(true);
    host.fromHandler([[`${'x'.repeat(999_999)}!`, 'one']]);
    await host.updateComplete;
    expect(words(host).length).to.be.within(10_000, 300_000);
    host.fromHandler([['short', null]]);
    await host.updateComplete;
    expect([words(host), inside(host, '.more').length]).to.deep.equal(['short', 0]);
  });

  for (const scheme of ['light', 'dark'])
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = place(document.createElement('main'));
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      const scores: Value = [-1, -0.5, 0, 0.5, 1].map((score) => [`score ${score}`, score]);
      const options = { value: NAMES, label: 'Names' };
      const own = { person: 'black', place: 'yellow' };
      await mount(new RivHighlightedText({ ...options, interactive: false }), page);
      await mount(new RivHighlightedText({ ...options, interactive: false, showLegend: true }), page);
      await mount(new RivHighlightedText({ ...options, interactive: false, colorMap: own }), page);
      await mount(
        new RivHighlightedText({ label: 'Scores', interactive: false, value: scores, showLegend: true }),
        page,
      );
      await mount(new RivHighlightedText({ label: 'Empty' }), page);
      const host = await mount(new RivHighlightedText(options), page);
      host.focus();
      await sendKeys({ press: 'ArrowRight' });
      await until(() => inside(host, 'form').length > 0, 'the row for a label');
      expect(await axeProblems(page)).to.deep.equal([]);
    });
});
