import { expect } from '@esm-bundle/chai';
import * as rv from '../../src/index.ts';
import { axeProblems } from '../helpers/axe.ts';
import { REMOVED } from '../../src/shared/port.ts';
import { clearPage, mount, parse, place, record } from '../helpers/page.ts';
import { once } from '../helpers/wait.ts';

const buttons = (host: Element) => [...host.shadowRoot!.querySelectorAll<HTMLButtonElement>('button')];

describe('riv-dataset', () => {
  afterEach(clearPage);

  it('tells what was picked, also when it is the same again', async () => {
    const host = await mount(new rv.Dataset({ label: 'Words', samples: ['one', 'two'] }));
    const { seen, details, stop } = record(host, ['click', 'select', 'change']);
    host.fill(1);
    host.fill(1);
    stop();
    expect(seen.filter((name) => !name.includes('@'))).to.deep.equal([
      'click',
      'select',
      'change',
      'click',
      'select',
    ]);
    expect(details[0]).to.deep.equal({ index: 1, value: ['two'] });
    expect(host.value).to.equal(1);
  });

  it('gives a handler the values, the place, or both', async () => {
    const samples = [
      ['a', 1],
      ['b', 2],
    ];
    const host = await mount(new rv.Dataset({ samples, headers: ['Letter', 'Number'], value: 1 }));
    expect([...host.shadowRoot!.querySelectorAll('th')].map((th) => th.textContent)).to.deep.equal([
      'Letter',
      'Number',
    ]);
    for (const [type, value] of [
      ['values', ['b', 2]],
      ['index', 1],
      ['tuple', [1, ['b', 2]]],
    ] as const) {
      host.type = type;
      expect(host.toHandler()).to.deep.equal({ kind: 'value', value });
    }
    host.fromHandler(null);
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: null });
    expect(() => host.fromHandler('x')).to.throw('expected the place of a sample');
  });

  it('shows the samples that a handler gives in place of the former', async () => {
    const host = await parse<rv.Dataset>(`<riv-dataset label="Words" samples='["one"]'></riv-dataset>`);
    expect(buttons(host).map((button) => button.textContent!.trim())).to.deep.equal(['one']);
    host.update({ samples: ['x', 'y', 'z'] });
    await host.updateComplete;
    expect(buttons(host).map((button) => button.textContent!.trim())).to.deep.equal(['x', 'y', 'z']);
    buttons(host)[2]!.click();
    expect(host.value).to.equal(2);
  });

  it('shows files, also after it was elsewhere, and takes back the URLs of former ones', async () => {
    const picture = (name: string) =>
      new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], name, { type: 'image/svg+xml' });
    const host = await mount(new rv.Dataset({ components: ['image'], samples: [[picture('a.svg')]] }));
    const address = () => host.shadowRoot!.querySelector('img')!.src;
    const read = async (url: string) =>
      fetch(url).then(
        () => 'there',
        () => 'gone',
      );
    const first = address();
    expect(await read(first)).to.equal('there');
    host.update({ samples: [[picture('b.svg')]] });
    await host.updateComplete;
    const second = address();
    expect([await read(first), await read(second)]).to.deep.equal(['gone', 'there']);
    const removed = once(host, REMOVED);
    host.remove();
    await removed;
    expect(await read(second)).to.equal('gone');
    document.body.append(host);
    await host.updateComplete;
    expect(await read(address())).to.equal('there');
  });

  it('has no problem that axe finds', async () => {
    const page = place(document.createElement('main'));
    await mount(new rv.Dataset({ label: 'Words', samples: ['one', 'two'], sampleLabels: ['1', '2'] }), page);
    expect(await axeProblems(page)).to.deep.equal([]);
  });
});
