import { expect } from '@esm-bundle/chai';
import { listChoices, matching, meant, meantList, placeOf } from '../../../src/components/choices/choices.ts';
import * as rv from '../../../src/index.ts';
import { outside, round, shownNumber, toNumber } from '../../../src/components/parts/numbers.ts';
import { mount } from '../../helpers/page.ts';

describe('choices', () => {
  it('gives every choice a label', () => {
    expect(listChoices(['a', 2, ['Three', 3]])).to.deep.equal([
      { label: 'a', value: 'a' },
      { label: '2', value: 2 },
      { label: 'Three', value: 3 },
    ]);
    expect(listChoices(null)).to.deep.equal([]);
  });

  it('finds a value, also an object that was copied', () => {
    const list = listChoices([
      ['A', { id: 1 }],
      ['B', { id: 2 }],
      ['C', 3],
    ]);
    expect([
      placeOf({ id: 2 }, list),
      placeOf(3, list),
      placeOf('3', list),
      placeOf(null, list),
    ]).to.deep.equal([1, 2, -1, -1]);
  });

  it('takes text for the value that reads the same, but the text itself first', () => {
    const list = listChoices([1, '1', true]);
    expect([meant('1', list), meant('true', list), meant('x', list), meant(7, list)]).to.deep.equal([
      '1',
      true,
      'x',
      7,
    ]);
  });

  it('makes a list of what was set, the same one when nothing had to change', () => {
    const list = listChoices(['a, b', 1, 2]);
    const own = [2, 1];
    expect(meantList(own, list)).to.equal(own);
    expect(meantList('1, 2', list)).to.deep.equal([1, 2]);
    expect(meantList('[2]', list)).to.deep.equal([2]);
    expect(meantList('a, b', list)).to.deep.equal(['a, b']);
    expect([meantList(null, list), meantList('', list), meantList(1, list)]).to.deep.equal([[], [], [1]]);
  });

  it('finds choices by a part of their label', () => {
    const found = matching(' EE', listChoices(['green', 'red', 'beech']));
    expect(found.map(({ index }) => index)).to.deep.equal([0, 2]);
  });
});

describe('numbers', () => {
  it('rounds to digits after the point, also before it', () => {
    expect([
      round(1.005, 1),
      round(2.5, 0),
      round(-1.26, 1),
      round(1234, -2),
      round(1.5, null),
    ]).to.deep.equal([1, 3, -1.3, 1200, 1.5]);
    expect(round(Infinity, 2)).to.equal(Infinity);
  });

  it('are shown without the noise of arithmetic', () => {
    const shown = [36.6 * 1.8 + 32, 0.1 + 0.2, 4.35 * 100, -1 / 3, 1234567.891, 2 ** 53, 1e-9, 5e-324, NaN];
    expect(shown.map(shownNumber)).to.deep.equal(
      '97.88 0.3 435 -0.333333333333 1234567.891 9007199254740992 1e-9 5e-324 NaN'.split(' '),
    );
  });

  it('says how a number lies outside its bounds', () => {
    expect(outside(5, null, null)).to.equal('');
    expect(outside(null, 1, 2)).to.equal('');
    expect(outside(0, 1, 2)).to.equal('Value 0 is less than minimum value 1.');
    expect(outside(3, 1, 2)).to.equal('Value 3 is greater than maximum value 2.');
  });

  it('reads numbers from what a handler gives', () => {
    expect([1, 2n, '3.5', '', null, undefined].map(toNumber)).to.deep.equal([1, 2, 3.5, null, null, null]);
    expect(['x', ' ', {}, [], true].map(toNumber)).to.deep.equal(Array(5).fill(undefined));
  });
});

describe('a value of a handler that does not fit', () => {
  const choices = ['a', 'b'];
  const shown = ({ shadowRoot }: HTMLElement) =>
    shadowRoot?.querySelector('[part=message]')?.textContent?.trim();

  it('is refused where there are choices, and changes nothing', async () => {
    for (const [element, wrong, right] of [
      [new rv.Radio({ choices, label: 'A' }), 'zebra', 'a'],
      [new rv.Dropdown({ choices, label: 'A' }), 'zebra', 'b'],
      [new rv.CheckboxGroup({ choices, label: 'A' }), ['a', 'zebra'], ['b']],
    ] as const) {
      await mount(element);
      element.fromHandler(right);
      expect(() => element.fromHandler(wrong)).to.throw(
        rv.ValueError,
        'A: value "zebra" is not in the list of choices: ["a","b"]',
      );
      expect(element.value).to.deep.equal(right);
      element.update({ choices: ['zebra', 'a'], value: wrong });
      expect(element.value).to.deep.equal(wrong);
    }
    const numbers = new rv.Radio({ choices: [1, 2] });
    numbers.fromHandler('2');
    expect(numbers.value).to.equal(2);
  });

  it('is not said of a value that comes before its choices', async () => {
    const elements = [
      new rv.Radio(),
      new rv.Dropdown(),
      new rv.Dropdown({ multiselect: true }),
      new rv.CheckboxGroup(),
    ];
    for (const element of elements) {
      const list = element.emptyValue !== null;
      await mount(element);
      element.fromHandler(list ? ['b'] : 'b');
      const given = element.toHandler();
      element.choices = choices;
      await element.updateComplete;
      expect(element.message).to.equal('');
      expect(await given).to.deep.equal({ kind: 'value', value: list ? ['b'] : 'b' });
      element.choices = [];
      element.fromHandler(list ? ['c'] : 'c');
      await element.updateComplete;
      expect(shown(element) ?? '').to.equal('');
      element.choices = choices;
      await element.updateComplete;
      expect(shown(element)).to.include('"c" is not in the list of choices: ["a","b"]');
      element.choices = ['c'];
      await element.updateComplete;
      expect(shown(element) ?? '').to.equal('');
    }
    const slider = await mount(new rv.Slider({ maximum: 10 }));
    slider.fromHandler(12);
    slider.maximum = 20;
    await slider.updateComplete;
    expect(shown(slider) ?? '').to.equal('');
  });

  it('is said of a Slider beyond its range, and not of a Dropdown that takes any text', async () => {
    const slider = await mount(new rv.Slider({ minimum: 0, maximum: 10 }));
    slider.fromHandler(12);
    await slider.updateComplete;
    expect(slider.value).to.equal(12);
    expect(shown(slider)).to.equal('Value 12 is greater than maximum value 10.');
    const dropdown = await mount(new rv.Dropdown({ choices, allowCustomValue: true }));
    dropdown.fromHandler('zebra');
    await dropdown.updateComplete;
    expect(shown(dropdown) ?? '').to.equal('');
  });
});
