import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivHighlightedText } from '../../../src/components/highlighted-text/highlighted-text.ts';
import { clearPage, mount, record } from '../../helpers/page.ts';
import { until } from '../../helpers/wait.ts';

type Value = RivHighlightedText['value'];

const inside = <E extends HTMLElement = HTMLElement>(host: RivHighlightedText, selector: string) =>
  host.shadowRoot!.querySelector<E>(selector);
const press = (host: RivHighlightedText, name: string) =>
  [...host.shadowRoot!.querySelectorAll('button')].find((each) => each.textContent!.trim() === name)!.click();
const made = (value: Value) => mount(new RivHighlightedText({ label: 'Text', value }));

/** Selects a part of the text as the pointer does. */
async function select(host: RivHighlightedText, from: number, to: number): Promise<void> {
  const all = [...host.shadowRoot!.querySelectorAll<HTMLElement>('.words')];
  const point = (place: number, end: boolean) => {
    const at = (each: HTMLElement) => Number(each.dataset.at);
    const words = all.findLast((each) => (end ? at(each) < place : at(each) <= place))!;
    return [words.firstChild!, place - at(words)] as const;
  };
  getSelection()!.setBaseAndExtent(...point(from, false), ...point(to, true));
  await until(() => inside(host, '.quote'), 'the row for a label');
}

async function write(host: RivHighlightedText, label: string): Promise<void> {
  const box = inside<HTMLInputElement>(host, '.bar input')!;
  box.focus();
  box.select();
  await sendKeys({ type: label });
  await sendKeys({ press: 'Enter' });
}

describe('riv-highlighted-text that may be edited', () => {
  afterEach(() => {
    getSelection()!.removeAllRanges();
    clearPage();
  });

  it('labels what is selected, and tells of it as of any edit', async () => {
    const host = await made([['Anna met Ben in Rome', null]]);
    const { seen, details, stop } = record(host, ['input', 'change']);
    expect(inside(host, '.hint')!.textContent).to.equal('Select a part of the text to label it.');
    await select(host, 9, 12);
    expect(inside(host, '.quote')!.textContent).to.equal('“Ben”');
    await write(host, 'person');
    stop();
    const value = [
      ['Anna met ', null],
      ['Ben', 'person'],
      [' in Rome', null],
    ];
    expect([host.value, details[0]]).to.deep.equal([value, { value }]);
    expect(seen).to.deep.equal(['input', 'input@document', 'change', 'change@document']);
    await until(() => inside(host, '.hint'), 'the row to be as before');
  });

  it('offers the labels that there are, and leaves space around a selection out', async () => {
    const host = await made([
      ['Anna', 'person'],
      [' met Ben ', null],
    ]);
    host.colorMap = { place: 'teal' };
    await host.updateComplete;
    await select(host, 8, 13);
    expect(
      [...host.shadowRoot!.querySelectorAll('.offers .entry')].map((each) => each.textContent!.trim()),
    ).to.deep.equal(['place', 'person']);
    press(host, 'person');
    expect(host.value).to.deep.equal([
      ['Anna', 'person'],
      [' met ', null],
      ['Ben', 'person'],
      [' ', null],
    ]);
  });

  it('changes the label of a part that is pressed, and takes it away', async () => {
    const host = await made([
      ['In ', null],
      ['Rome', 'person'],
      [' now', null],
    ]);
    inside(host, '.mark')!.click();
    await host.updateComplete;
    expect(inside<HTMLInputElement>(host, '.bar input')!.value).to.equal('person');
    await write(host, 'place');
    expect(host.value).to.deep.equal([
      ['In ', null],
      ['Rome', 'place'],
      [' now', null],
    ]);
    await host.updateComplete;
    inside(host, '.mark')!.click();
    await host.updateComplete;
    press(host, 'Remove label');
    expect(host.value).to.deep.equal([['In Rome now', null]]);
  });

  it('keeps the rest of parts over which a new one lies', async () => {
    const host = await made([
      ['Anna met', 'one'],
      [' Ben', null],
      [' in Rome', 'two'],
    ]);
    await select(host, 5, 15);
    await write(host, 'three');
    expect(host.value).to.deep.equal([
      ['Anna ', 'one'],
      ['met Ben in', 'three'],
      [' Rome', 'two'],
    ]);
  });

  it('gives scores where there are scores', async () => {
    const host = await made([
      ['good', 0.5],
      [' and bad', null],
    ]);
    await select(host, 9, 12);
    expect(inside<HTMLInputElement>(host, '.bar input')!.type).to.equal('number');
    await write(host, '-0.8');
    expect(host.value).to.deep.equal([
      ['good', 0.5],
      [' and ', null],
      ['bad', -0.8],
    ]);
  });

  it('goes by keyboard: words by the arrows, with Shift several, Enter to the label, Delete, Escape', async () => {
    const host = await made([['One two, three', null]]);
    const quote = () => inside(host, '.quote')?.textContent ?? '';
    host.focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await host.updateComplete;
    expect(quote()).to.equal('“two”');
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'ArrowRight' });
    await host.updateComplete;
    expect(quote()).to.equal('“two, three”');
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ up: 'Shift' });
    await host.updateComplete;
    expect(quote()).to.equal('“two”');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'number' });
    await sendKeys({ press: 'Enter' });
    const marked = [
      ['One ', null],
      ['two', 'number'],
      [', three', null],
    ];
    expect(host.value).to.deep.equal(marked);
    await host.updateComplete;
    expect(host.shadowRoot!.activeElement).to.equal(inside(host, '#control'));
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Escape' });
    await host.updateComplete;
    expect([quote(), host.value]).to.deep.equal(['', marked]);
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'Delete' });
    expect(host.value).to.deep.equal([['One two, three', null]]);
  });

  it('drops what was selected when another text comes, and follows nothing when it may not be edited', async () => {
    const host = await made([['Anna met Ben', null]]);
    await select(host, 0, 4);
    host.fromHandler([['Somebody else', null]]);
    await host.updateComplete;
    await until(() => inside(host, '.hint'), 'nothing to be selected');
    host.interactive = false;
    await host.updateComplete;
    expect(inside(host, '.bar')).to.equal(null);
    expect(CSS.highlights.has('riv-chosen')).to.equal(false);
  });
});
