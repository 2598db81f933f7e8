import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivRadio } from '../../src/components/radio/radio.ts';
import { controlBattery } from '../helpers/components/control-battery.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';

const marks = (host: RivRadio): HTMLInputElement[] => [
  ...(host.shadowRoot?.querySelectorAll<HTMLInputElement>('input') ?? []),
];
const PAIRS = [
  ['Plus', 'add'],
  ['Minus', 'subtract'],
];

describe('riv-radio', () => {
  controlBattery({
    tag: 'riv-radio',
    make: (options) => new RivRadio(options),
    options: { choices: ['add', 'subtract', 'multiply'] },
    attributes: 'choices="add, subtract, multiply"',
    initial: null,
    value: 'multiply',
    valueAttribute: 'multiply',
    edit: () => sendKeys({ press: ' ' }),
    edited: 'add',
    events: ['input', 'select', 'change'],
    empty: null,
  });

  afterEach(clearPage);

  it('[C139] has nothing chosen at first and gives null', async () => {
    const host = await mount(new RivRadio({ label: 'A', choices: ['a', 'b'] }));
    expect(marks(host).map((mark) => mark.checked)).to.deep.equal([false, false]);
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: null });
  });

  it('[C140] gives the place of the choice with type index', async () => {
    const host = await parse<RivRadio>('<riv-radio choices="a,b,c" type="index" value="b"></riv-radio>');
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: 1 });
    expect(host.value).to.equal('b');
  });

  it('[C141] shows the label of a pair and gives its value', async () => {
    const host = await mount(new RivRadio({ label: 'A', choices: PAIRS }));
    expect(host.shadowRoot?.querySelector('.pills')?.textContent).to.match(/Plus\s*Minus/);
    marks(host)[1]?.click();
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: 'subtract' });
  });

  it('[C142] refuses to hand over a value that is no choice, naming value and choices', async () => {
    const host = await mount(
      new RivRadio({ label: 'Operation', choices: ['add', 'subtract'], value: 'power' }),
    );
    expect(() => host.toHandler())
      .to.throw('Operation: value "power" is not in the list of choices: ["add","subtract"]')
      .with.property('name', 'ValueError');
  });

  it('moves the choice by arrow keys, telling each in select', async () => {
    const host = await mount(new RivRadio({ label: 'A', choices: PAIRS, value: 'add' }));
    const { details, stop } = record(host, ['select']);
    host.focus();
    await sendKeys({ press: 'ArrowRight' });
    stop();
    expect(host.value).to.equal('subtract');
    expect(details).to.deep.equal([{ index: 1, value: 'subtract', selected: true }]);
  });

  it('keeps the groups of two elements apart', async () => {
    const first = await mount(new RivRadio({ label: 'A', choices: ['x', 'y'], value: 'x' }));
    const second = await mount(new RivRadio({ label: 'B', choices: ['x', 'y'], value: 'y' }));
    marks(second)[0]?.click();
    expect([first.value, second.value]).to.deep.equal(['x', 'x']);
    expect(marks(first)[0]?.checked).to.equal(true);
  });

  it('finds number and boolean choices by the text of the attribute', async () => {
    const host = await parse<RivRadio>('<riv-radio choices="[1, 2, true]" value="2"></riv-radio>');
    expect(host.value).to.equal(2);
    host.setAttribute('value', 'true');
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: true });
  });

  it('takes a choice back when a handler gives null', async () => {
    const host = await mount(new RivRadio({ label: 'A', choices: ['x', 'y'], value: 'x' }));
    host.fromHandler(null);
    await host.updateComplete;
    expect(marks(host).map((mark) => mark.checked)).to.deep.equal([false, false]);
  });

  it('shows new choices that a handler sends with a value', async () => {
    const host = await mount(new RivRadio({ label: 'A', choices: ['x', 'y'], value: 'x' }));
    host.update({ choices: ['p', 'q'], value: 'q' });
    await host.updateComplete;
    expect(marks(host).map((mark) => mark.checked)).to.deep.equal([false, true]);
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: 'q' });
  });
});
