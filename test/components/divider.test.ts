import { expect } from '@esm-bundle/chai';
import { RivDivider } from '../../src/components/divider/divider.ts';
import { RivNumber } from '../../src/components/number/number.ts';
import { RivColumn } from '../../src/layout/column.ts';
import { RivRow } from '../../src/layout/row.ts';
import { until } from '../helpers/wait.ts';
import { axeProblems } from '../helpers/axe.ts';
import { clearPage, mount, parse } from '../helpers/page.ts';

const box = (element: Element) => element.getBoundingClientRect();
const separator = (host: RivDivider) => host.shadowRoot!.querySelector('[role=separator]')!;

/** Where the text in the line is. */
function text(host: RivDivider): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(separator(host));
  return range.getBoundingClientRect();
}

/** A place of some width. */
function place(width: number): HTMLElement {
  const main = document.createElement('main');
  main.style.width = `${width}px`;
  document.body.append(main);
  return main;
}

describe('riv-divider', () => {
  afterEach(clearPage);

  it('is a line as wide as its place, and a separator', async () => {
    const host = await mount(new RivDivider(), place(300));
    expect(separator(host).getAttribute('aria-orientation')).to.equal('horizontal');
    expect(box(host).width).to.equal(300);
    expect(box(host).height).to.be.within(1, 24);
  });

  it('has its label in the middle of the line, and as its name', async () => {
    const host = await parse<RivDivider>('<riv-divider label="Or"></riv-divider>');
    place(300).append(host);
    const { left, right } = text(host);
    expect(left - box(host).left).to.be.closeTo(box(host).right - right, 0.5);
    expect(right - left).to.be.within(1, 100);
    expect(separator(host).getAttribute('aria-label')).to.equal('Or');
  });

  it('stands upright between what is in a Row, as high as that, and in one frame with fields', async () => {
    const host = new RivDivider({ orientation: 'vertical' });
    const row = new RivRow(new RivNumber({ label: 'a' }), host, new RivNumber({ label: 'b' }));
    await mount(row, place(600));
    await until(() => row.hasAttribute('fields'));
    expect(separator(host).getAttribute('aria-orientation')).to.equal('vertical');
    expect(box(host).width).to.equal(1);
    const [a, , b] = [...row.children].map(box);
    expect(box(host).height).to.be.closeTo(a!.height, 1);
    expect(a!.width).to.be.closeTo(b!.width, 1);
  });

  it('is not seen where its Row wraps, and is again when that has room', async () => {
    const [a, b, c] = [1, 2, 3].map((n) => new RivNumber({ label: `${n}`, minWidth: 100 }));
    const [first, second] = [1, 2].map(() => new RivDivider({ orientation: 'vertical' })) as [
      RivDivider,
      RivDivider,
    ];
    const main = place(600);
    const row = await mount(new RivRow(a!, first, b!, second, c!), main);
    const seen = () =>
      [first, second].map((host) => separator(host).checkVisibility({ visibilityProperty: true }));
    const become = (...wanted: boolean[]) => until(() => `${seen()}` === `${wanted}`, `seen: ${wanted}`);
    main.style.width = '320px';
    await become(true, false);
    expect(box(c!).top).to.be.above(box(a!).bottom - 1);
    main.style.width = '150px';
    await become(false, false);
    main.style.width = '600px';
    await become(true, true);
    main.style.width = '320px';
    await become(true, false);
    c!.hidden = true; // with nothing behind it, it stands where it was put
    await become(true, true);
    c!.hidden = false;
    await become(true, false);
    second.orientation = 'horizontal';
    await become(true, true);
    second.orientation = 'vertical';
    await become(true, false);
    row.remove();
    main.style.width = '600px';
    main.append(row);
    await become(true, true);
  });

  it('parts the fields of a Column', async () => {
    const fields = [
      new RivNumber({ label: 'a' }),
      new RivDivider({ label: 'Or' }),
      new RivNumber({ label: 'b' }),
    ];
    const column = await mount(new RivColumn(...fields), place(400));
    await until(() => column.firstElementChild!.hasAttribute('cell'));
    expect(fields.map((field) => field.getAttribute('cell'))).to.deep.equal(['only', null, 'only']);
  });

  it('is changed by a handler, and refuses values and other orientations', async () => {
    const host = await mount(new RivDivider({ label: 'Or' }));
    host.update({ label: 'And', visible: false });
    await host.updateComplete;
    expect(host.label).to.equal('And');
    expect(box(host).height).to.equal(0);
    expect(() => host.fromHandler('Or')).to.throw('<riv-divider> holds no value, but got "Or"');
    expect(() => host.update({ orientation: 'diagonal' }))
      .to.throw(
        '<riv-divider>: the property orientation got "diagonal", expected one of "horizontal", "vertical"',
      )
      .with.property('name', 'ValueError');
  });

  for (const scheme of ['light', 'dark'])
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = place(400);
      page.style.cssText += `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      await mount(new RivDivider(), page);
      await mount(new RivDivider({ label: 'Or' }), page);
      await mount(new RivRow(new RivDivider({ orientation: 'vertical', label: 'Or' })), page);
      expect(await axeProblems(page)).to.deep.equal([]);
    });
});
