import { expect } from '@esm-bundle/chai';
import { RivBrowserState } from '../../src/components/browser-state/browser-state.ts';
import * as rv from '../../src/index.ts';
import { edit, pageWith } from '../helpers/app.ts';
import { until } from '../helpers/wait.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';

const KEY = 'rivulet-test';
const storage = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
const make = (defaultValue: unknown = null) => new RivBrowserState({ storageKey: KEY, defaultValue });

/** What the console is warned of while `work` is on. */
async function warnings(work: () => Promise<unknown>): Promise<string[]> {
  const told: string[] = [];
  const own = console.warn;
  console.warn = (message: unknown) => told.push(String(message));
  try {
    await work();
  } finally {
    console.warn = own;
  }
  return told;
}

describe('riv-browser-state', () => {
  afterEach(() => {
    clearPage();
    Object.defineProperty(window, 'localStorage', storage);
    localStorage.removeItem(KEY);
  });

  it('[C68] has the stored value again in another page, falsy ones too', async () => {
    for (const value of [{ name: 'Ada', tags: ['a'] }, 'text', 0, '', false, []]) {
      (await mount(make('default'))).fromHandler(value);
      expect(JSON.parse(localStorage.getItem(KEY)!)).to.deep.equal(value);
      // A new element knows no more than a new page does.
      const again = await parse<RivBrowserState>(
        `<riv-browser-state storage-key="${KEY}" default-value='"default"'></riv-browser-state>`,
      );
      expect(again.value).to.deep.equal(value);
      expect(again.toHandler()).to.deep.equal({ kind: 'value', value });
    }
  });

  it('[C68] has its default when nothing is stored, when that cannot be read, and in place of null', () => {
    const state = make({ n: 1 });
    expect(state.value).to.deep.equal({ n: 1 });
    (state.value as { n: number }).n = 2;
    expect(state.value).to.deep.equal({ n: 1 });
    localStorage.setItem(KEY, '{"n":');
    expect(state.value).to.deep.equal({ n: 1 });
    state.value = null;
    expect([state.value, localStorage.getItem(KEY)]).to.deep.equal([null, 'null']);
    expect(state.toHandler()).to.deep.equal({ kind: 'value', value: { n: 1 } });
  });

  it('fires change for a value of a handler that differs, however deep; Clear gives the default back', () => {
    const state = make([]);
    const { seen } = record(state, ['change', 'input']);
    state.fromHandler([{ a: 1 }]);
    state.fromHandler([{ a: 1 }]);
    state.value = [{ a: 2 }];
    expect(seen).to.deep.equal(['change']);
    state.clear();
    expect(state.value).to.deep.equal([]);
  });

  it('tells its app at load of a stored value that is not the default', async () => {
    localStorage.setItem(KEY, '"stored"');
    const html = `<riv-blocks><riv-browser-state id="kept" storage-key="${KEY}"></riv-browser-state><riv-textbox id="out"></riv-textbox>
      <riv-on for="kept" event="change" fn="#shout" inputs="kept" outputs="out"></riv-on>
      <script type="handler">export const shout = (text) => text.toUpperCase();</script></riv-blocks>`;
    const app = await pageWith<rv.Blocks>(html);
    const out = app.querySelector<rv.Textbox>('riv-textbox')!;
    await until(() => out.value === 'STORED');
  });

  it('is an argument of a live Interface, and does not start its runs', async () => {
    localStorage.setItem(KEY, '5');
    const [kept, out] = [make(0), new rv.Number()];
    let runs = 0;
    const app = new rv.Interface({
      fn: (n: number, before: number) => {
        runs++;
        return [n + before, n];
      },
      thread: 'main',
      inputs: ['number', kept],
      outputs: [out, kept],
      live: true,
    }).mount();
    await app.ready;
    edit(app.inputs[0]!, 1);
    await until(() => out.value === 6);
    expect(localStorage.getItem(KEY)).to.equal('1');
    edit(app.inputs[0]!, 2);
    await until(() => out.value === 3);
    expect(runs).to.equal(2);
  });

  it('lasts as long as the page where storage is blocked, and says so', async () => {
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    const state = await mount(make('default'));
    expect(state.value).to.equal('default');
    const told = await warnings(async () => state.fromHandler('new'));
    expect(state.value).to.equal('new');
    expect(told).to.deep.equal([
      `<riv-browser-state> "${KEY}" cannot be stored; it lasts as long as the page`,
    ]);
  });

  it('stores under its id without a key, and warns when it has neither', async () => {
    const named = await mount(new RivBrowserState({ id: KEY }));
    named.fromHandler(3);
    expect(localStorage.getItem(KEY)).to.equal('3');
    const told = await warnings(async () => {
      const nameless = await mount(new RivBrowserState());
      nameless.fromHandler(4);
      expect(nameless.value).to.equal(4);
    });
    expect(told.join()).to.contain('needs a storage-key, or an id');
  });

  it('refuses what JSON cannot hold, and keeps what it has', () => {
    const state = make(1);
    for (const value of [() => 1, 1n])
      expect(() => state.fromHandler(value))
        .to.throw('expected what JSON can hold')
        .with.property('name', 'ValueError');
    expect([state.value, localStorage.getItem(KEY)]).to.deep.equal([1, null]);
  });
});
