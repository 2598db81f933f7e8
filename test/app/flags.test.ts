import { expect } from '@esm-bundle/chai';
import { flagOf, flagsAsCsv } from '../../src/app/flags/flag-record.ts';
import { csv } from '../../src/shared/values/write-csv.ts';
import { keepFlag, keptFlags } from '../../src/app/flags/flag-store.ts';
import type { RivFlags } from '../../src/app/flags/flags.ts';
import type { Component } from '../../src/app/shortcuts.ts';
import * as rv from '../../src/index.ts';
import { buttonOf, edit, runEnded } from '../helpers/app.ts';
import { until } from '../helpers/wait.ts';
import { clearPage } from '../helpers/page.ts';

const double = (n: number) => n * 2;

async function flagging(
  mode: 'manual' | 'auto' | 'never',
): Promise<{ app: rv.Interface; flags: RivFlags; store: string }> {
  const app = new rv.Interface({
    fn: double,
    inputs: 'number',
    outputs: 'number',
    flagging: mode,
    id: `flags-${mode}`,
  }).mount();
  await app.ready;
  await app.updateComplete;
  const flags = app.shadowRoot?.querySelector('riv-flags') as RivFlags;
  await flags?.updateComplete;
  return { app, flags, store: `${location.pathname}#flags-${mode}` };
}

/** Forgets all that was kept, as a browser does for a user who asks it to. */
const forget = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('rivulet');
    request.onsuccess = resolve;
    request.onerror = reject;
  });

describe('flags', () => {
  beforeEach(forget);
  afterEach(clearPage);

  it('[C34] keeps inputs and outputs when Flag is pressed, and says that it saves', async () => {
    const { app, flags, store } = await flagging('manual');
    edit(app.inputs[0]!, 4);
    buttonOf(app, 'Submit')?.click();
    await runEnded(app);
    const before = performance.now();
    buttonOf(flags, 'Flag')?.click();
    await until(() => buttonOf(flags, 'Saving...')?.disabled);
    await until(() => buttonOf(flags, 'Flag'));
    expect(performance.now() - before).to.be.at.least(750);
    const [flag] = await keptFlags(store);
    expect(flag).to.deep.include({ columns: ['n', 'output'], cells: ['4', '8'] });
    await until(() => buttonOf(flags, 'Flags as CSV (1)'));
  });

  it('[C34] keeps each success by itself with auto, and nothing with never', async () => {
    const { app, flags, store } = await flagging('auto');
    expect(buttonOf(flags, 'Flag') === null).to.be.true;
    buttonOf(app, 'Submit')?.click();
    await until(() => buttonOf(flags, 'Flags as CSV (1)'));
    expect((await keptFlags(store)).length).to.equal(1);
    expect((await flagging('never')).flags).to.equal(null);
  });

  it('works live with auto, without a Submit button', async () => {
    const { app, flags } = await flagging('auto');
    app.live = true;
    await app.updateComplete;
    edit(app.inputs[0]!, 3);
    await until(() => buttonOf(flags, 'Flags as CSV (1)'));
  });

  it('writes media into files that the cells name', async () => {
    const image = Object.assign(document.createElement('div'), {
      label: '',
      toBlob: async () => new Blob(['png'], { type: 'image/png' }),
    }) as unknown as Component;
    const flag = await flagOf([image], 'test', '2030-01-02T03:04:05.000Z');
    expect(flag.columns).to.deep.equal(['component 0']);
    expect(flag.cells).to.deep.equal(['20300102T030405000Z-0.png']);
    expect(await flag.files[flag.cells[0]!]?.text()).to.equal('png');
  });

  it('begins a new header where the columns change', () => {
    const flag = (columns: string[], cells: string[]) => ({
      store: '',
      timestamp: 't',
      columns,
      cells,
      files: {},
    });
    expect(flagsAsCsv([flag(['a'], ['1']), flag(['a'], ['2']), flag(['b'], ['3'])])).to.equal(
      'a,timestamp\r\n1,t\r\n2,t\r\nb,timestamp\r\n3,t\r\n',
    );
  });

  it('keeps what is flagged until it is forgotten', async () => {
    await keepFlag({ store: 'test', timestamp: 't', columns: ['a'], cells: ['1'], files: {} });
    expect((await keptFlags('test')).length).to.equal(1);
    await forget();
    expect(await keptFlags('test')).to.deep.equal([]);
  });

  it('quotes cells, and makes no formulas', () => {
    expect(csv([['a,b', 'say "x"', 'two\nlines', '=SUM(A1)', '-5', '+1x', '@me', ' =1', '']])).to.equal(
      '"a,b","say ""x""","two\nlines",\'=SUM(A1),-5,\'+1x,\'@me,\' =1,\r\n',
    );
    for (const cell of ['＝1+1', ' ＋1', '－1', '＠a', '\0=1', '\u200b=1', '\u200bword', '\ufeff=1'])
      expect(csv([[cell]]), JSON.stringify(cell)).to.equal(`'${cell}\r\n`);
    expect(csv([['－', 'a＝b', '名前']])).to.equal("'－,a＝b,名前\r\n");
  });
});
