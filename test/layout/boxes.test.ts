import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivOn } from '../../src/app/riv-on/riv-on.ts';
import { RivBrowserState } from '../../src/components/browser-state/browser-state.ts';
import { RivLabel } from '../../src/components/label/label.ts';
import { RivNumber } from '../../src/components/number/number.ts';
import { RivState } from '../../src/components/state/state.ts';
import { RivTextbox } from '../../src/components/textbox/textbox.ts';
import { RivTimer } from '../../src/components/timer/timer.ts';
import { RivAccordion } from '../../src/layout/accordion.ts';
import { RivColumn } from '../../src/layout/column.ts';
import { RivGroup } from '../../src/layout/group.ts';
import { RivRow } from '../../src/layout/row.ts';
import { RivSidebar } from '../../src/layout/sidebar.ts';
import { anything, pick, seeded } from '../helpers/components/anything.ts';
import { until } from '../helpers/wait.ts';
import { axeProblems } from '../helpers/axe.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';

/** A place in the page of this width. */
function place(width: number): HTMLElement {
  const box = document.createElement('div');
  box.style.width = `${width}px`;
  document.body.append(box);
  return box;
}

const widths = (box: Element): number[] =>
  [...box.children].map((child) => Math.round(child.getBoundingClientRect().width));
const tops = (box: Element): number[] =>
  [...box.children].map((child) => Math.round(child.getBoundingClientRect().top));
const cells = (box: Element): (string | null)[] =>
  [...box.children].map((child) => child.getAttribute('cell'));

describe('riv-row', () => {
  afterEach(clearPage);

  it('[C157] shares its width by scale, and wraps below the least width', async () => {
    const row = new RivRow(new RivColumn({ scale: 2 }), new RivColumn({ scale: 1 }));
    const box = place(1000);
    await mount(row, box);
    const [wide, narrow] = widths(row) as [number, number];
    expect(wide / narrow).to.be.closeTo(2, 0.05);
    expect(new Set(tops(row)).size).to.equal(1);
    box.style.width = '600px';
    expect(widths(row)).to.deep.equal([600, 600]);
    box.style.width = '280px';
    expect(widths(row)).to.deep.equal([280, 280]);
  });

  it('wraps components below 160 px, or what their minWidth says', async () => {
    const row = new RivRow(
      new RivLabel({ value: 1 }),
      new RivLabel({ value: 2 }),
      new RivLabel({ value: 3, minWidth: 300 }),
    );
    const box = place(700);
    await mount(row, box);
    await (row.lastElementChild as RivLabel).updateComplete;
    expect(new Set(tops(row)).size).to.equal(1);
    box.style.width = '600px';
    expect(new Set(tops(row)).size).to.equal(2);
    expect(widths(row)).to.deep.equal([292, 292, 600]);
  });

  it('gives a child with scale 0 its natural width, and plain elements a share', async () => {
    const plain = document.createElement('p');
    const row = new RivRow(new RivLabel({ value: 'x', scale: 0 }), plain);
    await mount(row, place(800));
    await (row.firstElementChild as RivLabel).updateComplete;
    expect(widths(row)).to.deep.equal([160, 624]);
  });

  it('gives its children one height when asked', async () => {
    const row = await parse<RivRow>(
      '<riv-row equal-height><riv-label value="a"></riv-label><p style="height: 300px; margin: 0"></p></riv-row>',
    );
    const heights = (): number[] => [...row.children].map((child) => child.getBoundingClientRect().height);
    expect(heights()).to.deep.equal([300, 300]);
    row.equalHeight = false;
    await row.updateComplete;
    expect(heights()[0]).to.be.below(200);
    row.maxHeight = 100;
    await row.updateComplete;
    expect(row.getBoundingClientRect().height).to.equal(100);
  });
});

describe('frames around fields', () => {
  afterEach(clearPage);

  it('[C158] groups the fields that follow each other in one frame', async () => {
    const column = new RivColumn(
      new RivTextbox({ label: 'a' }),
      new RivState(),
      new RivNumber({ label: 'b' }),
      new RivNumber({ label: 'c' }),
      new RivLabel({ value: 'x' }),
      new RivNumber({ label: 'd' }),
      new RivNumber({ label: 'e', container: false }),
    );
    await mount(column, place(600));
    await until(() => cells(column)[0] === 'first');
    expect(cells(column)).to.deep.equal(['first', null, 'middle', 'last', null, 'only', null]);
    const [a, , b, c, label] = [...column.children].map((child) =>
      child.getBoundingClientRect(),
    ) as DOMRect[];
    expect((b as DOMRect).top).to.be.closeTo((a as DOMRect).bottom, 0.1);
    expect((c as DOMRect).top).to.be.closeTo((b as DOMRect).bottom, 0.1);
    expect((label as DOMRect).top - (c as DOMRect).bottom).to.be.closeTo(16, 0.01);
  });

  it('does not part fields by what takes no room', async () => {
    const parts = [new RivBrowserState(), new RivTimer({ active: false }), new RivOn(), new RivState()];
    for (const part of parts) part.id = part.localName;
    const column = new RivColumn(...parts.flatMap((part) => [new RivNumber({ label: 'a' }), part]));
    await mount(column);
    await until(() => cells(column)[0] !== null);
    const places = cells(column).filter((place) => place !== null);
    expect(places).to.deep.equal(['first', 'middle', 'middle', 'last']);
  });

  it('follows fields that are hidden, shown, added and removed', async () => {
    const column = new RivColumn(new RivNumber({ label: 'a' }), new RivNumber({ label: 'b' }));
    await mount(column);
    await until(() => cells(column)[0] === 'first');
    const last = column.lastElementChild as RivNumber;
    last.update({ visible: false });
    await until(() => cells(column)[0] === 'only');
    last.update({ visible: true });
    await until(() => cells(column)[1] === 'last');
    column.append(new RivNumber({ label: 'c' }));
    await until(() => cells(column)[2] === 'last');
    column.firstElementChild?.remove();
    await until(() => cells(column)[0] === 'first');
  });

  it('puts one frame around a row of fields', async () => {
    const row = await mount(new RivRow(new RivNumber({ label: 'a' }), new RivNumber({ label: 'b' })));
    await until(() => row.hasAttribute('fields'));
    expect(cells(row)).to.deep.equal([null, null]);
    row.append(new RivLabel());
    await until(() => !row.hasAttribute('fields'));
  });

  it('leaves no gap between the children of a group, and one border around', async () => {
    const group = new RivGroup(
      new RivNumber({ label: 'a' }),
      new RivLabel({ value: 'x', container: false }),
      new RivNumber({ label: 'b' }),
    );
    await mount(group, place(500));
    await until(() => cells(group)[0] === 'inner');
    const boxes = [...group.children].map((child) => child.getBoundingClientRect());
    for (const [index, box] of boxes.slice(1).entries())
      expect(box.top - (boxes[index]?.bottom ?? 0)).to.be.closeTo(-1, 0.1);
    expect(widths(group)).to.deep.equal([500, 500, 500]);
  });

  it('draws one line at the lower end of a group whose last child is not to be seen', async () => {
    const group = new RivGroup(new RivNumber({ label: 'a' }), new RivState());
    await mount(group, place(500));
    const [field] = [...group.children].map((child) => child.getBoundingClientRect());
    expect(field!.bottom).to.be.closeTo(group.getBoundingClientRect().bottom, 0.1);
  });
});

describe('layout boxes', () => {
  afterEach(clearPage);

  it('change their properties by a handler, and refuse values', async () => {
    const column = await mount(new RivColumn(new RivNumber({ label: 'a', value: 3 })));
    column.update({ visible: false });
    await column.updateComplete;
    expect(column.getClientRects().length).to.equal(0);
    expect((column.firstElementChild as RivNumber).value).to.equal(3);
    expect(() => column.update({ colour: 1 }))
      .to.throw('<riv-column> has no property "colour"')
      .with.property('name', 'ValueError');
    expect(() => column.fromHandler(5)).to.throw('<riv-column> holds no value, but got 5');
  });

  it('take children without options, and options without children', () => {
    const child = new RivNumber();
    expect(new RivColumn(child).firstElementChild).to.equal(child);
    expect(new RivRow({ variant: 'panel' }).variant).to.equal('panel');
    expect(new RivAccordion({ open: false }, child).firstElementChild === child).to.equal(true);
  });

  for (const scheme of ['light', 'dark']) {
    it(`have no problem that axe finds (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      const field = (label: string): RivNumber => new RivNumber({ label, info: 'Some help.' });
      const panel = new RivRow(
        { variant: 'panel' },
        new RivColumn(field('a'), field('b')),
        new RivColumn(new RivLabel({ label: 'L' })),
      );
      await mount(panel, page);
      await mount(new RivGroup(field('c'), field('d')), page);
      await mount(new RivAccordion({ label: 'More' }, field('e')), page);
      await mount(new RivColumn(new RivSidebar({ label: 'Settings' }, field('f'))), page);
      expect(await axeProblems(page)).to.deep.equal([]);
    });
  }
});

describe('riv-accordion', () => {
  afterEach(clearPage);

  it('is open by default, and closed by open="false"', async () => {
    expect((await parse<RivAccordion>('<riv-accordion label="a"></riv-accordion>')).open).to.equal(true);
    const closed = await parse<RivAccordion>(
      '<riv-accordion label="a" open="false"><p>text</p></riv-accordion>',
    );
    expect(closed.querySelector('p')?.checkVisibility()).to.equal(false);
  });

  it('opens and closes by keyboard and says so; script says nothing', async () => {
    const host = await mount(new RivAccordion({ label: 'More', open: false }, new RivNumber({ label: 'a' })));
    const { seen } = record(host, ['expand', 'collapse']);
    host.shadowRoot?.querySelector('summary')?.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => seen.length === 2);
    expect([host.open, host.firstElementChild?.checkVisibility()]).to.deep.equal([true, true]);
    await sendKeys({ press: ' ' });
    await until(() => seen.length === 4);
    host.open = true;
    await until(() => host.firstElementChild?.checkVisibility());
    host.update({ open: false });
    await until(() => !host.firstElementChild?.checkVisibility());
    expect(seen).to.deep.equal(['expand', 'expand@document', 'collapse', 'collapse@document']);
  });

  it('[C151] keeps what its components were given while it was closed', async () => {
    const number = new RivNumber({ label: 'a' });
    const host = await mount(new RivAccordion({ open: false }, number));
    number.fromHandler(5);
    host.open = true;
    await until(() => number.checkVisibility());
    await until(() => (number.shadowRoot?.getElementById('control') as HTMLInputElement).value === '5');
  });
});

describe('riv-sidebar', () => {
  afterEach(clearPage);

  it('moves the rest aside, and lies over it where that is narrow', async () => {
    const text = document.createElement('p');
    const sidebar = new RivSidebar({ label: 'Settings', width: 200 }, new RivNumber({ label: 'a' }));
    const box = place(1000);
    box.append(sidebar, text);
    await until(
      () => Math.round(text.getBoundingClientRect().left - box.getBoundingClientRect().left) === 216,
    );
    box.style.boxSizing = 'border-box';
    box.style.width = '500px';
    await until(() => sidebar.hasAttribute('narrow'));
    expect(text.getBoundingClientRect().left - box.getBoundingClientRect().left).to.equal(48);
    sidebar.remove();
    expect(box.style.paddingLeft).to.equal('');
  });

  it('waits closed in a box that is narrow from the start', async () => {
    const box = place(400);
    const sidebar = await mount(new RivSidebar({ label: 'Settings' }), box);
    await until(() => !sidebar.open);
    expect(sidebar.hasAttribute('narrow')).to.equal(true);
  });

  it('opens and closes by its button; what is in it cannot be reached while it is closed', async () => {
    const box = place(1000);
    const sidebar = new RivSidebar({ label: 'Settings', open: false }, new RivNumber({ label: 'a' }));
    await mount(sidebar, box);
    const { seen } = record(sidebar, ['expand', 'collapse']);
    const button = sidebar.shadowRoot?.querySelector('button') as HTMLButtonElement;
    expect([button.getAttribute('aria-label'), button.getAttribute('aria-expanded')]).to.deep.equal([
      'Open Settings',
      'false',
    ]);
    expect(sidebar.shadowRoot?.querySelector('section')?.inert).to.equal(true);
    button.focus();
    await sendKeys({ press: 'Enter' });
    await sidebar.updateComplete;
    expect([button.getAttribute('aria-label'), button.getAttribute('aria-expanded')]).to.deep.equal([
      'Close Settings',
      'true',
    ]);
    button.click();
    await sidebar.updateComplete;
    await sidebar.updateComplete;
    expect([sidebar.open, button.getAttribute('aria-expanded')]).to.deep.equal([false, 'false']);
    expect(seen).to.deep.equal(['expand', 'expand@document', 'collapse', 'collapse@document']);
  });
});

describe('layouts are given values of all kinds', () => {
  afterEach(clearPage);

  for (const Layout of [RivRow, RivColumn, RivGroup, RivAccordion, RivSidebar])
    it(`<${new Layout().localName}> refuses what does not fit, and can always be shown`, async () => {
      const random = seeded(Layout.name.length);
      const { error } = console;
      const faults: string[] = [];
      console.error = ({ message }: Error) => message?.includes('cannot be shown') && faults.push(message);
      try {
        const host = await mount(new Layout({}, new RivNumber({ label: 'a' })), place(600));
        const names = [...Layout.elementProperties.keys()].map(String).filter((name) => name !== 'key');
        const values = host as unknown as Record<string, unknown>;
        const before = new Map(names.map((name) => [name, values[name]]));
        for (let at = 0; at < 300; at++) {
          values[pick(random, names)] = anything(random);
          if (at % 6 === 0) await host.updateComplete;
        }
        for (const [name, value] of before) values[name] = value;
        await host.updateComplete;
        expect(faults).to.deep.equal([]);
      } finally {
        console.error = error;
      }
    });

  it('a Row says which length it cannot take, and keeps the one before', async () => {
    const { error } = console;
    const told: string[] = [];
    console.error = ({ message }: Error) => told.push(message);
    try {
      const row = await mount(new RivRow({ height: 40, maxHeight: 'none', minHeight: '20' }), place(600));
      expect([row.style.height, row.style.minHeight]).to.deep.equal(['40px', '20px']);
      for (const bad of [Number.NaN, -5, {}, Symbol('a'), 'high', true]) row.height = bad as never;
      await row.updateComplete;
      expect(row.style.height).to.equal('40px');
      expect(told).to.have.length(6);
      expect(told[1]).to.contain('the property height got -5, expected pixels, or a CSS length');
    } finally {
      console.error = error;
    }
  });
});
