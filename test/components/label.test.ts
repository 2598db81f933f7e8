import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivLabel } from '../../src/components/label/label.ts';
import { axeProblems } from '../helpers/axe.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';

const rows = (host: RivLabel): string[] =>
  [...(host.shadowRoot?.querySelectorAll<HTMLElement>('.score') ?? [])].map((row) =>
    row.innerText.replace(/\s+/g, ' ').trim(),
  );
const heading = (host: RivLabel): string =>
  host.shadowRoot?.querySelector('[part=heading]')?.textContent ?? '';
const bars = (host: RivLabel): number[] =>
  [...(host.shadowRoot?.querySelectorAll<HTMLElement>('[part=bar]') ?? [])].map((bar) =>
    Number(bar.style.getPropertyValue('--length')),
  );

describe('riv-label', () => {
  afterEach(clearPage);

  it('[C144] sorts the classes by confidence and cuts them to numTopClasses', async () => {
    const host = await mount(new RivLabel({ label: 'Digit', numTopClasses: 2 }));
    host.fromHandler({ one: 0.1, two: 0.62, three: 0.28 });
    await host.updateComplete;
    expect(heading(host)).to.equal('two');
    expect(rows(host)).to.deep.equal(['two 62%', 'three 28%']);
    expect(bars(host)).to.deep.equal([0.62, 0.28]);
    host.numTopClasses = null;
    await host.updateComplete;
    expect(rows(host).length).to.equal(3);
  });

  it('shows the newest number by its bar at once', async () => {
    const host = await mount(new RivLabel());
    const share = () => {
      const bar = host.shadowRoot!.querySelector('[part=bar]')!;
      return bar.getBoundingClientRect().width / bar.parentElement!.getBoundingClientRect().width;
    };
    for (const sure of [1, 0.5, 0.8]) {
      host.fromHandler({ cat: sure });
      await host.updateComplete;
      expect(share()).to.be.closeTo(sure, 0.01);
    }
    host.fromHandler(36.6 * 1.8 + 32);
    await host.updateComplete;
    expect(heading(host)).to.equal('97.88');
  });

  it('shows a word or a number large, without bars', async () => {
    const host = await mount(new RivLabel({ value: 'cat' }));
    expect([heading(host), rows(host).length]).to.deep.equal(['cat', 0]);
    host.value = 0;
    await host.updateComplete;
    expect(heading(host)).to.equal('0');
    host.showHeading = false;
    await host.updateComplete;
    expect(host.shadowRoot?.querySelector('[part=heading]')).to.equal(null);
  });

  it('shows scores that are no shares as numbers, in proportion to the largest', async () => {
    const host = await mount(new RivLabel({ value: { a: 20, b: -1, c: 5 } }));
    expect(rows(host)).to.deep.equal(['a 20', 'c 5', 'b -1']);
    expect(bars(host)).to.deep.equal([1, 0.25, 0]);
  });

  it('shows what is no number last, and does not let it spoil the others', async () => {
    const host = await mount(new RivLabel({ value: { odd: Number.NaN, a: 0.25, b: 0.5 } }));
    expect(heading(host)).to.equal('b');
    expect(rows(host)).to.deep.equal(['b 50%', 'a 25%', 'odd –']);
    expect(bars(host)).to.deep.equal([0.5, 0.25, 0]);
    host.fromHandler({ all: Infinity, a: 4, b: 2 });
    await host.updateComplete;
    expect(rows(host)).to.deep.equal(['all Infinity', 'a 4', 'b 2']);
    expect(bars(host)).to.deep.equal([1, 1, 0.5]);
  });

  it('takes shares for shares that rounding has made a little too large', async () => {
    const host = await mount(new RivLabel({ value: { a: 1.0000001, b: -1e-7 } }));
    expect(rows(host)).to.deep.equal(['a 100%', 'b 0%']);
    expect(bars(host)).to.deep.equal([1, 0]);
  });

  it('takes Gradio’s form, with a heading of its own', async () => {
    const host = await mount(new RivLabel());
    host.fromHandler({
      label: 'a cat',
      confidences: [
        { label: 'cat', confidence: 0.7 },
        { label: 'dog', confidence: 0.9 },
      ],
    });
    await host.updateComplete;
    expect([heading(host), rows(host)]).to.deep.equal(['a cat', ['dog 90%', 'cat 70%']]);
    host.showHeading = false;
    await host.updateComplete;
    expect([heading(host), rows(host).length]).to.deep.equal(['', 2]);
  });

  it('is empty for nothing and for no classes', async () => {
    const host = await mount(new RivLabel({ value: {} }));
    expect(host.shadowRoot?.querySelector('.nothing')).to.not.equal(null);
    host.fromHandler(undefined);
    expect(host.value).to.equal(null);
  });

  it('reads its value from an attribute, as JSON or as a word', async () => {
    expect((await parse<RivLabel>(`<riv-label value='{"a": 1}'></riv-label>`)).value).to.deep.equal({ a: 1 });
    expect((await parse<RivLabel>('<riv-label value="dog"></riv-label>')).value).to.equal('dog');
  });

  it('refuses what is no label, saying what came', () => {
    const host = new RivLabel({ label: 'Digit' });
    expect(() => host.fromHandler([1, 2]))
      .to.throw('Digit (riv-label) got an array of 2, expected')
      .with.property('name', 'ValueError');
    expect(() => host.fromHandler({ a: 'b' })).to.throw('expected');
  });

  it("[C37] fires change for a handler's object even when it says the same", () => {
    const host = new RivLabel();
    const { seen } = record(host, ['change', 'input']);
    host.fromHandler({ a: 1 });
    host.fromHandler({ a: 1 });
    expect(seen).to.deep.equal(['change', 'change']);
  });

  it('fires select with place and class when a bar is pressed, also by keyboard', async () => {
    const host = await mount(new RivLabel({ value: { a: 0.1, b: 0.9 } }));
    const { details } = record(host, ['select']);
    host.shadowRoot?.querySelectorAll<HTMLElement>('.score')[1]?.focus();
    await sendKeys({ press: 'Enter' });
    expect(details).to.deep.equal([{ index: 1, value: 'a' }]);
  });

  for (const scheme of ['light', 'dark']) {
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      await mount(new RivLabel({ label: 'Digit', value: { a: 0.1, b: 0.9 } }), page);
      await mount(new RivLabel({ label: 'Empty', info: 'Some help.' }), page);
      expect(await axeProblems(page)).to.deep.equal([]);
    });
  }
});
