import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import { button } from '../../helpers/press.ts';
import { until } from '../../helpers/wait.ts';
import { clearPage, mount } from '../../helpers/page.ts';

const MANY = Array.from({ length: 20_000 }, (_, at) => `choice ${at}`);
const marks = (host: Element) => host.shadowRoot!.querySelectorAll<HTMLInputElement>('input.mark');

describe('large things do not freeze the page', () => {
  afterEach(clearPage);

  it('a Radio draws the first of its choices, the chosen one, and more when asked', async () => {
    const host = await mount(new rv.Radio({ choices: MANY, value: 'choice 19999' }));
    expect(marks(host)).to.have.length(501);
    expect(host.shadowRoot!.querySelector('input:checked')!.parentElement!.textContent).to.contain(
      'choice 19999',
    );
    button(host, 'Show 500 more of 20,000')!.click();
    await host.updateComplete;
    expect(marks(host)).to.have.length(1001);
    marks(host)[700]!.click();
    expect(host.value).to.equal('choice 700');
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: 'choice 700' });
  });

  it('a CheckboxGroup with all of them chosen answers at once', async () => {
    const began = performance.now();
    const host = await mount(new rv.CheckboxGroup({ choices: MANY, value: MANY, showSelectAll: true }));
    expect(marks(host).length).to.equal(1001); // and some of those that are chosen
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: MANY });
    expect(performance.now() - began).to.be.below(10_000);
    host.value = [];
    await host.updateComplete;
    expect(marks(host)).to.have.length(501);
    marks(host)[1]!.click();
    expect(host.value).to.deep.equal(['choice 0']);
  });

  it('a Dropdown draws those around the active one', async () => {
    const host = await mount(new rv.Dropdown({ choices: MANY, value: 'choice 10000' }));
    host.shadowRoot!.querySelector<HTMLElement>('input')!.click();
    await until(() => host.shadowRoot!.querySelector('.active'));
    expect(host.shadowRoot!.querySelectorAll('.option').length).to.be.below(510);
    expect(host.shadowRoot!.querySelector('.active')!.textContent).to.contain('choice 10000');
  });

  it('a Label draws the surest, and more when asked', async () => {
    const value = Object.fromEntries(MANY.map((name, at) => [name, at / MANY.length]));
    const host = await mount(new rv.Label({ value }));
    const bars = () => host.shadowRoot!.querySelectorAll('.score');
    expect(bars()).to.have.length(100);
    expect(bars()[0]!.textContent).to.contain('choice 19999');
    button(host, 'Show 100 more of 20,000')!.click();
    await host.updateComplete;
    expect(bars()).to.have.length(200);
  });

  it('names a few of many choices in a message', () => {
    const host = new rv.Radio({ choices: MANY, value: 'none of them' });
    expect(() => host.toHandler()).to.throw(/"choice 49", and 19950 more\]$/);
  });
});
