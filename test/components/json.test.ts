import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivJSON } from '../../src/components/json/json.ts';
import { until } from '../helpers/wait.ts';
import { axeProblems } from '../helpers/axe.ts';
import { clearPage, mount } from '../helpers/page.ts';

const tree = (host: RivJSON): string =>
  (host.shadowRoot?.querySelector<HTMLElement>('[part=tree]')?.innerText ?? '').replace(/\s+/g, ' ').trim();

describe('riv-json', () => {
  afterEach(clearPage);

  it('shows the first level open and counts what deeper ones hold', async () => {
    const host = await mount(
      new RivJSON({ value: { name: 'x', list: [1, 2], deep: { a: null }, none: [] } }),
    );
    expect(tree(host)).to.equal('{ name: "x" list: [ 2 items ] deep: { 1 key } none: [] }');
  });

  it('opens a level by keyboard, and all of them when asked', async () => {
    const host = await mount(new RivJSON({ value: { list: [true, 2.5] } }));
    host.shadowRoot?.querySelectorAll<HTMLElement>('summary')[1]?.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => tree(host) === '{ list: [ true 2.5 ] }');
    host.value = [[[]], [['x']]];
    host.open = true;
    host.showIndices = true;
    await host.updateComplete;
    expect(tree(host)).to.equal('[ 0: [ 0: [] ] 1: [ 0: [ 0: "x" ] ] ]');
  });

  it('counts what is too much to draw', async () => {
    const host = await mount(new RivJSON({ value: Array.from({ length: 700 }, (_, i) => i) }));
    expect(tree(host)).to.match(/ 499 … 200 more \]$/);
  });

  it("reads a handler's text as JSON and refuses other text", () => {
    const host = new RivJSON({ label: 'Data' });
    host.fromHandler('{"a": [1]}');
    expect(host.value).to.deep.equal({ a: [1] });
    expect(() => host.fromHandler('{a'))
      .to.throw('Data (riv-json) got "{a", expected JSON')
      .with.property('name', 'ValueError');
    host.fromHandler(undefined);
    expect(host.value).to.equal(null);
  });

  it('refuses what cannot be JSON', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    for (const value of [10n, { deep: [1n] }, circle])
      expect(() => new RivJSON().fromHandler(value))
        .to.throw('expected JSON')
        .with.property('name', 'ValueError');
  });

  it('fires no change for a value that says the same', () => {
    const host = new RivJSON({ value: { a: [1] } });
    let changes = 0;
    host.addEventListener('change', () => changes++);
    host.fromHandler({ a: [1] });
    host.fromHandler({ a: [2] });
    expect(changes).to.equal(1);
  });

  it('copies its value as indented JSON, and says so', async () => {
    const host = await mount(new RivJSON({ value: { a: 1 } }));
    let copied = '';
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = async (text) => void (copied = text);
    const button = host.shadowRoot?.querySelector('[part=copy]') as HTMLButtonElement;
    button.click();
    await until(() => button.getAttribute('aria-label') === 'Copied');
    navigator.clipboard.writeText = writeText;
    expect(copied).to.equal('{\n  "a": 1\n}');
    await until(() => button.getAttribute('aria-label') === 'Copy');
  });

  for (const scheme of ['light', 'dark']) {
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      await mount(
        new RivJSON({ label: 'Data', value: { s: 'a', n: 1, b: true, o: null, l: [1] }, showIndices: true }),
        page,
      );
      await mount(new RivJSON({ label: 'Empty' }), page);
      expect(await axeProblems(page)).to.deep.equal([]);
    });
  }
});
