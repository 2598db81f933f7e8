import { expect } from '@esm-bundle/chai';
import { on } from '../../src/bind/binding/on.ts';
import { RivState } from '../../src/components/state/state.ts';
import { RivTimer } from '../../src/components/timer/timer.ts';
import { equal } from '../../src/components/parts/equal.ts';
import { until } from '../helpers/wait.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';

describe('riv-state', () => {
  afterEach(clearPage);

  it('[C66] copies its initial value', () => {
    const list = [1];
    const states = [new RivState({ value: list }), new RivState({ value: list })];
    list.push(2);
    states[0]!.value = [1, 3];
    expect(states.map(({ value }) => value)).to.deep.equal([[1, 3], [1]]);
  });

  it('gives handlers a copy and keeps a copy of what they give', () => {
    const state = new RivState({ value: { n: 0 } });
    const given = (state.toHandler() as { value: { n: number } }).value;
    given.n = 1;
    expect(state.value).to.deep.equal({ n: 0 });
    state.fromHandler(given);
    given.n = 2;
    expect(state.value).to.deep.equal({ n: 1 });
  });

  it('[C65] fires change for a value that differs, however deep, and not for the same', () => {
    const state = new RivState({ value: { a: [new Uint8Array([1, 2])] } });
    const { seen } = record(state, ['change', 'input']);
    state.fromHandler({ a: [new Uint8Array([1, 2])] });
    expect(seen).to.deep.equal([]);
    state.fromHandler({ a: [new Uint8Array([1, 3])] });
    state.value = 7;
    expect(seen).to.deep.equal(['change']);
  });

  it('goes back to its initial value when cleared', async () => {
    const state = await parse<RivState>(`<riv-state value='{"n": 1}'></riv-state>`);
    state.fromHandler({ n: 5 });
    state.value = { n: 6 };
    state.clear();
    expect(state.value).to.deep.equal({ n: 1 });
    (state.value as { n: number }).n = 9;
    state.clear();
    expect(state.value).to.deep.equal({ n: 1 });
    expect(new RivState().value).to.equal(null);
  });

  it('[C67] goes back to its initial value timeToLive after the last write, and tells once of the value that went', async () => {
    const gone: unknown[] = [];
    const start = performance.now();
    const state = new RivState({ value: [0], timeToLive: 0.2, deleteCallback: (value) => gone.push(value) });
    const { seen } = record(state, ['change']);
    state.fromHandler([1]);
    await until(() => performance.now() - start > 120);
    state.fromHandler([2]); // a write in time starts the time anew
    const written = performance.now();
    await until(() => gone.length > 0);
    expect(performance.now() - written).to.be.within(190, 500);
    expect(gone).to.deep.equal([[2]]);
    expect(state.toHandler()).to.deep.equal({ kind: 'value', value: [0] });
    expect(seen).to.deep.equal(['change', 'change']);
    const kept = await parse<RivState>('<riv-state value="1" time-to-live="0.05"></riv-state>');
    state.fromHandler([3]);
    await until(() => gone.length > 1);
    expect(gone).to.deep.equal([[2], [3]]);
    expect(kept.value).to.equal(1);
  });

  it('refuses what cannot be copied', () => {
    const state = new RivState({ value: 1 });
    expect(() => state.fromHandler(() => 2))
      .to.throw('State cannot hold a function')
      .with.property('name', 'ValueError');
    state.value = () => 3;
    expect(state.message).to.contain('State cannot hold a function');
    expect(state.value).to.equal(1);
  });

  it('takes no room, and its runs show nothing on it', async () => {
    const state = await mount(new RivState({ value: 1 }));
    expect([state.silent, state.getClientRects().length]).to.deep.equal([true, 0]);
  });
});

describe('equal', () => {
  it('compares by what values say', () => {
    const same = (make: () => unknown): boolean => equal(make(), make());
    expect(
      same(() => ({ a: [1, { b: new Date(5) }], c: new Map([['k', new Set([1])]]), d: /x/g, e: NaN })),
    ).to.equal(true);
    const loop = (): object => {
      const object: Record<string, unknown> = {};
      object.self = object;
      return object;
    };
    expect(same(loop)).to.equal(true);
    const differing: [unknown, unknown][] = [
      [{ a: 1 }, { a: 1, b: undefined }],
      [[1], { 0: 1 }],
      [new Uint8Array([1]), new Int8Array([1])],
      [new Map([[1, 2]]), new Map([[1, 3]])],
      [0, -0],
      ['1', 1],
      [null, {}],
    ];
    for (const [a, b] of differing) expect(equal(a, b)).to.equal(false);
  });
});

describe('riv-timer', () => {
  afterEach(clearPage);

  const ticks = (timer: RivTimer): number[] => {
    const moments: number[] = [];
    timer.addEventListener('tick', () => moments.push(performance.now()));
    return moments;
  };

  it('[C62] ticks every period, first after a whole one, until it is made inactive', async () => {
    const start = performance.now();
    const timer = await mount(new RivTimer({ value: 0.1 }));
    const moments = ticks(timer);
    await until(() => moments.length === 3);
    expect((moments[0] as number) - start).to.be.at.least(95);
    expect((moments[2] as number) - start).to.be.within(280, 600);
    timer.update({ active: false });
    await timer.updateComplete;
    const others = ticks(await mount(new RivTimer({ value: 0.1 })));
    await until(() => others.length === 2);
    expect(moments.length).to.equal(3);
  });

  it('[C62] does not tick while the page is hidden', async () => {
    const timer = await mount(new RivTimer({ value: 0.05 }));
    const moments = ticks(timer);
    const after = new RivTimer({ value: 0.3 });
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    const clock = new Promise((resolve) => setTimeout(resolve, after.value * 1000));
    await clock;
    expect(moments).to.deep.equal([]);
    Reflect.deleteProperty(document, 'hidden');
    await until(() => moments.length > 0);
  });

  it('[C63] skips the ticks that come while a handler of them is busy', async () => {
    const timer = await mount(new RivTimer({ value: 0.05 }));
    const moments = ticks(timer);
    let [running, most, runs] = [0, 0, 0];
    const binding = on(timer, 'tick', {
      fn: async () => {
        most = Math.max(most, ++running);
        runs++;
        await new Promise((resolve) => setTimeout(resolve, 170));
        running--;
      },
      thread: 'main',
    });
    await until(() => runs === 1);
    const first = moments.length;
    await until(() => runs === 3);
    expect(most).to.equal(1);
    expect(moments.length - first).to.be.at.least(5); // two runs of 0.17 s, ticks every 0.05 s
    binding.remove();
    const at = moments.length;
    await until(() => moments.length > at + 3);
    expect(runs).to.equal(3); // none is made up for
  });

  it('ticks hardly ever where its period is longer than timers can wait', async () => {
    const long = ticks(await mount(new RivTimer({ value: 2_147_484 })));
    const endless = ticks(await mount(new RivTimer({ value: 1e300 })));
    const others = ticks(await mount(new RivTimer({ value: 0.1 })));
    await until(() => others.length >= 2);
    expect([long, endless]).to.deep.equal([[], []]);
  });

  it('starts anew when its period changes, also by a handler, and stops with the page', async () => {
    const timer = await mount(new RivTimer({ value: 60 }));
    const moments = ticks(timer);
    const { seen } = record(timer, ['change']);
    timer.fromHandler(0.05);
    await until(() => moments.length > 0);
    expect(seen).to.deep.equal(['change', 'change@document']);
    timer.remove();
    const others = ticks(await mount(new RivTimer({ value: 0.1 })));
    const before = moments.length;
    await until(() => others.length >= 2);
    expect(moments.length).to.equal(before);
    await mount(timer);
    await until(() => moments.length > before);
    expect(() => timer.fromHandler(0)).to.throw('expected a number of seconds above 0');
  });
});
