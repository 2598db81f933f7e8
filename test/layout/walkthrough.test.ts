import { expect } from '@esm-bundle/chai';
import { RivTextbox } from '../../src/components/textbox/textbox.ts';
import { RivStep } from '../../src/layout/pages/step.ts';
import { RivTab } from '../../src/layout/pages/tab.ts';
import { RivTabs } from '../../src/layout/pages/tabs.ts';
import { RivWalkthrough } from '../../src/layout/pages/walkthrough.ts';
import { axeProblems } from '../helpers/axe.ts';
import { clearPage, mount, parse, place, record } from '../helpers/page.ts';
import { until } from '../helpers/wait.ts';

const steps = (host: RivWalkthrough) => [...host.shadowRoot!.querySelectorAll('button')];
const shown = (host: Element) =>
  [...host.children].filter((step) => step.checkVisibility()).map((step) => (step as RivStep).label);

async function three(): Promise<RivWalkthrough> {
  const step = (label: string) => new RivStep({ label }, new RivTextbox({ label: `of ${label}` }));
  const host = await mount(new RivWalkthrough({}, step('One'), step('Two'), step('Three')));
  await host.updateComplete;
  await (host.lastElementChild as RivStep).updateComplete;
  return host;
}

describe('riv-walkthrough', () => {
  afterEach(clearPage);

  it('goes on by a handler; the reader goes back, not ahead', async () => {
    const host = await three();
    expect([shown(host), steps(host).map((button) => button.disabled)]).to.deep.equal([
      ['One'],
      [false, true, true],
    ]);
    const { seen, details, stop } = record(host, ['select', 'change']);
    host.update({ selected: 1 });
    await host.updateComplete;
    expect([shown(host), seen.filter((name) => !name.includes('@'))]).to.deep.equal([['Two'], ['change']]);
    expect(steps(host).map((button) => button.ariaCurrent)).to.deep.equal(['false', 'step', 'false']);
    steps(host)[0]!.click();
    await host.updateComplete;
    stop();
    expect([shown(host), steps(host)[1]!.disabled]).to.deep.equal([['One'], true]);
    expect(details.at(-1)).to.deep.equal({ value: 'One', index: 0, id: '' });
  });

  it('takes steps of a page, named by their ids', async () => {
    const host = await parse<RivWalkthrough>(
      '<riv-walkthrough selected="b"><riv-step id="a" label="A">1</riv-step><riv-step id="b" label="B">2</riv-step></riv-walkthrough>',
    );
    await host.updateComplete;
    expect(shown(host)).to.deep.equal(['B']);
  });

  it('has no problem that axe finds', async () => {
    const page = place(document.createElement('main'));
    const host = await three();
    page.append(host);
    host.update({ selected: 1 });
    await host.updateComplete;
    expect(await axeProblems(page)).to.deep.equal([]);
  });
});

describe('riv-tabs that do not fit', () => {
  afterEach(clearPage);

  it('are in a menu, and come into the bar when they are chosen', async () => {
    const narrow = place(document.createElement('main'));
    narrow.style.width = '300px';
    const tabs = Array.from({ length: 12 }, (_, at) => new RivTab({ label: `Tab number ${at}` }));
    const host = await mount(new RivTabs({}, ...tabs), narrow);
    const menu = () => host.shadowRoot!.querySelector<HTMLSelectElement>('select');
    await until(menu, 'the menu');
    const offered = () => [...menu()!.options].slice(1).map((option) => option.text.trim());
    expect(offered()).to.include('Tab number 11').and.not.include('Tab number 0');
    expect(await axeProblems(narrow)).to.deep.equal([]);
    menu()!.value = '11';
    menu()!.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => !offered().includes('Tab number 11'), 'the tab in the bar');
    expect(shown(host)).to.deep.equal(['Tab number 11']);
    await until(() => offered().includes('Tab number 0'), 'the first in the menu');
    narrow.style.width = '3000px';
    await until(() => menu() === null, 'no menu');
  });

  it('are found, too, after the bar has been elsewhere', async () => {
    const narrow = place(document.createElement('main'));
    narrow.style.width = '3000px';
    const tabs = Array.from({ length: 12 }, (_, at) => new RivTab({ label: `Tab number ${at}` }));
    const host = await mount(new RivTabs({}, ...tabs), narrow);
    host.remove();
    narrow.append(host);
    await host.updateComplete;
    expect(host.shadowRoot!.querySelector('select')).to.equal(null);
    narrow.style.width = '300px';
    await until(() => host.shadowRoot!.querySelector('select'), 'the menu');
  });
});
