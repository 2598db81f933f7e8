import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivNumber } from '../../src/components/number/number.ts';
import { RivTab } from '../../src/layout/pages/tab.ts';
import { RivTabs } from '../../src/layout/pages/tabs.ts';
import { until } from '../helpers/wait.ts';
import { axeProblems } from '../helpers/axe.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';

const buttons = (host: RivTabs): HTMLButtonElement[] => [
  ...(host.shadowRoot?.querySelectorAll<HTMLButtonElement>('[role=tab]') ?? []),
];
const chosen = (host: RivTabs): string[] =>
  buttons(host)
    .filter((button) => button.ariaSelected === 'true')
    .map((button) => button.textContent?.trim() ?? '');
const shown = (host: RivTabs): string[] =>
  [...host.children].filter((tab) => tab.checkVisibility()).map((tab) => (tab as RivTab).label);

/** Three tabs with a number in each. */
async function three(options: object = {}, second: object = {}): Promise<RivTabs> {
  const tab = (label: string, more: object = {}): RivTab =>
    new RivTab({ label, id: label.toLowerCase(), ...more }, new RivNumber({ label }));
  const host = await mount(new RivTabs(options, tab('One'), tab('Two', second), tab('Three')));
  await host.updateComplete;
  await (host.lastElementChild as RivTab).updateComplete;
  return host;
}

describe('riv-tabs', () => {
  afterEach(clearPage);

  it('shows its first tab, or the selected one by id or place', async () => {
    expect(shown(await three())).to.deep.equal(['One']);
    expect(shown(await three({ selected: 'three' }))).to.deep.equal(['Three']);
    const host = await parse<RivTabs>(
      '<riv-tabs selected="1"><riv-tab label="A"></riv-tab><riv-tab label="B">b</riv-tab></riv-tabs>',
    );
    await until(() => chosen(host)[0] === 'B');
    host.selected = 0;
    await host.updateComplete;
    expect(chosen(host)).to.deep.equal(['A']);
  });

  it('tells the first tab that it is selected, and nobody else', async () => {
    const tab = new RivTab({ label: 'One', id: 'one' });
    const told = record(tab, ['select']);
    const host = new RivTabs(tab, new RivTab({ label: 'Two' }));
    const { seen } = record(host, ['select', 'change']);
    await mount(host);
    await until(() => told.seen.length > 0);
    expect(told.details).to.deep.equal([{ value: 'One', index: 0, id: 'one' }]);
    expect(seen).to.deep.equal([]);
  });

  it('fires select and change once for a click, change alone for a handler, nothing for script', async () => {
    const host = await three();
    const { seen, details } = record(host, ['select', 'change', 'input']);
    buttons(host)[1]?.click();
    buttons(host)[1]?.click();
    expect(seen).to.deep.equal(['select', 'select@document', 'change', 'change@document']);
    expect(details[0]).to.deep.equal({ value: 'Two', index: 1, id: 'two' });
    expect(host.selected).to.equal('two');
    host.update({ selected: 'three' });
    expect(seen.slice(4)).to.deep.equal(['change', 'change@document']);
    host.selected = 'one';
    await host.updateComplete;
    expect([shown(host), seen.length]).to.deep.equal([['One'], 6]);
  });

  it('is moved through by arrow keys, Home and End, past tabs that cannot be chosen', async () => {
    const host = await three({}, { interactive: false });
    buttons(host)[0]?.focus();
    for (const [key, label] of [
      ['ArrowRight', 'Three'],
      ['ArrowRight', 'One'],
      ['ArrowLeft', 'Three'],
      ['Home', 'One'],
      ['End', 'Three'],
    ]) {
      await sendKeys({ press: key as string });
      await host.updateComplete;
      expect([chosen(host), shown(host)]).to.deep.equal([[label], [label]]);
      expect((host.shadowRoot?.activeElement as HTMLElement).textContent?.trim()).to.equal(label);
    }
    expect(buttons(host).map((button) => button.tabIndex)).to.deep.equal([-1, -1, 0]);
    await sendKeys({ press: 'Tab' });
    expect(host.querySelector('#three')?.contains(document.activeElement)).to.equal(true);
  });

  it('leaves out a tab that is not visible, and shows another in its place', async () => {
    const host = await three({ selected: 'two' });
    (host.children[1] as RivTab).update({ visible: false });
    await until(() => buttons(host).length === 2);
    expect([chosen(host), shown(host)]).to.deep.equal([['One'], ['One']]);
    (host.children[1] as RivTab).update({ visible: true, label: 'Again' });
    await until(() => buttons(host)[1]?.textContent?.trim() === 'Again');
  });

  it('follows tabs that are added and removed', async () => {
    const host = await three();
    host.append(new RivTab({ label: 'Four' }));
    await until(() => buttons(host).length === 4);
    host.firstElementChild?.remove();
    await until(() => chosen(host)[0] === 'Two');
  });

  it('[C151] keeps what the components of other tabs are given', async () => {
    const host = await three();
    const number = host.querySelector('#two > riv-number') as RivNumber;
    number.fromHandler(7);
    host.selected = 'two';
    await until(() => number.checkVisibility());
    await until(() => (number.shadowRoot?.getElementById('control') as HTMLInputElement).value === '7');
  });

  for (const scheme of ['light', 'dark']) {
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      page.append(await three({}, { interactive: false }));
      await until(() => chosen(page.firstElementChild as RivTabs).length === 1);
      expect(await axeProblems(page)).to.deep.equal([]);
    });
  }
});
