import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivCheckboxGroup } from '../../src/components/checkbox-group/checkbox-group.ts';
import { controlBattery } from '../helpers/components/control-battery.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';

const marks = (host: RivCheckboxGroup): HTMLInputElement[] => [
  ...(host.shadowRoot?.querySelectorAll<HTMLInputElement>('input') ?? []),
];

describe('riv-checkbox-group', () => {
  controlBattery({
    tag: 'riv-checkbox-group',
    make: (options) => new RivCheckboxGroup(options),
    options: { choices: ['a', 'b', 'c'] },
    attributes: 'choices=\'["a", "b", "c"]\'',
    initial: [],
    value: ['b', 'c'],
    valueAttribute: 'b,c',
    edit: () => sendKeys({ press: ' ' }),
    edited: ['a'],
    events: ['input', 'select', 'change'],
    empty: [],
  });

  afterEach(clearPage);

  it('adds and takes back choices, telling each in select', async () => {
    const host = await mount(new RivCheckboxGroup({ label: 'A', choices: ['a', 'b', 'c'], value: ['b'] }));
    const { details, stop } = record(host, ['select']);
    marks(host)[2]?.click();
    await host.updateComplete;
    marks(host)[1]?.click();
    stop();
    expect(host.value).to.deep.equal(['c']);
    expect(details).to.deep.equal([
      { index: 2, value: 'c', selected: true },
      { index: 1, value: 'b', selected: false },
    ]);
  });

  it('does not change the list that a page has set', async () => {
    const mine = ['a'];
    const host = await mount(new RivCheckboxGroup({ label: 'A', choices: ['a', 'b'], value: mine }));
    marks(host)[1]?.click();
    expect(mine).to.deep.equal(['a']);
    expect(host.value).to.deep.equal(['a', 'b']);
  });

  it('takes one value from a handler as a list of one', async () => {
    const host = await mount(new RivCheckboxGroup({ label: 'A', choices: ['a', 'b'] }));
    host.fromHandler('b');
    expect(host.value).to.deep.equal(['b']);
  });

  it('[C140] [C141] gives places with type index, values of pairs otherwise', async () => {
    const choices = [
      ['One', 1],
      ['Two', 2],
      ['Three', 3],
    ];
    const host = await mount(new RivCheckboxGroup({ label: 'A', choices, value: [3, 1] }));
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: [3, 1] });
    host.type = 'index';
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: [2, 0] });
  });

  it('[C142] refuses to hand over a value that is no choice', async () => {
    const host = await parse<RivCheckboxGroup>(
      '<riv-checkbox-group label="A" choices="a,b" value="a,z"></riv-checkbox-group>',
    );
    expect(() => host.toHandler()).to.throw('A: value "z" is not in the list of choices: ["a","b"]');
  });

  it('picks all, shows some, and drops all by "Select all"', async () => {
    const host = await mount(new RivCheckboxGroup({ label: 'A', choices: ['a', 'b'], showSelectAll: true }));
    const all = marks(host)[0] as HTMLInputElement;
    const { seen, stop } = record(host, ['input', 'change']);
    marks(host)[1]?.click();
    await host.updateComplete;
    expect([all.indeterminate, all.checked]).to.deep.equal([true, false]);
    all.click();
    await host.updateComplete;
    expect(host.value).to.deep.equal(['a', 'b']);
    expect([all.indeterminate, all.checked]).to.deep.equal([false, true]);
    all.click();
    stop();
    expect(host.value).to.deep.equal([]);
    expect(seen.filter((name) => name === 'input')).to.have.length(3);
    expect(seen.filter((name) => name === 'change')).to.have.length(3);
  });
});
