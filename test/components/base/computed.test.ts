import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import { edit } from '../../helpers/app.ts';
import { until } from '../../helpers/wait.ts';
import { setHidden } from '../../helpers/media/camera.ts';
import { clearPage, mount, record } from '../../helpers/page.ts';

describe('a function as the value of a component', () => {
  afterEach(() => {
    setHidden(false);
    clearPage();
  });

  it('[C64] is called in the page at load, once, and fires no event', async () => {
    let calls = 0;
    const text = new rv.Textbox({ value: () => `${typeof document} ${++calls}` });
    const { seen } = record(text, ['change', 'input']);
    await mount(text);
    await until(() => text.value === 'object 1');
    text.remove();
    await mount(text);
    expect([calls, seen, text.editable]).to.deep.equal([1, [], true]);
  });

  it('[C64] may take its time, and gives any component its value', async () => {
    const slider = await mount(new rv.Slider({ value: async () => 40, maximum: 50 }));
    const state = await mount(new rv.State({ value: () => [1] }));
    await until(() => slider.value === 40 && state.value);
    expect(state.value).to.deep.equal([1]);
    state.fromHandler([2]);
    state.clear();
    expect(state.value).to.deep.equal([1]);
  });

  it('[C64] is called again every so many seconds while the page is visible and the component in it', async () => {
    const moments: number[] = [];
    const number = await mount(new rv.Number({ value: () => moments.push(performance.now()), every: 0.1 }));
    const { seen } = record(number, ['change']);
    await until(() => number.value === 4);
    expect(moments[3]! - moments[0]!).to.be.within(190, 800);
    expect(seen.filter((name) => name === 'change').length).to.equal(3);
    expect(number.editable).to.equal(false);
    setHidden(true);
    const clock = await mount(new rv.Number());
    const beats = setInterval(() => (clock.value = (clock.value ?? 0) + 1), 100);
    const before = moments.length;
    await until(() => clock.value === 4);
    expect(moments.length).to.equal(before);
    setHidden(false);
    await until(() => moments.length > before);
    number.remove();
    const [after, from] = [moments.length, clock.value ?? 0];
    await until(() => (clock.value ?? 0) > from + 3);
    clearInterval(beats);
    expect(moments.length).to.equal(after);
  });

  it('[C64] is called with each tick of a Timer', async () => {
    const timer = await mount(new rv.Timer({ value: 0.05 }));
    let calls = 0;
    const number = await mount(new rv.Number({ value: () => ++calls, every: timer }));
    await until(() => (number.value ?? 0) >= 3);
    expect(calls).to.be.at.least(3);
  });

  it('[C64] is called with the values of its inputs when one of them changes, and ends with the newest', async () => {
    const [a, b] = [await mount(new rv.Number({ value: 2 })), await mount(new rv.Number({ value: 3 }))];
    const given: number[][] = [];
    const product = new rv.Number({
      value: async (x: number, y: number) => {
        given.push([x, y]);
        await new Promise((resolve) => setTimeout(resolve, 50));
        return x * y;
      },
      inputs: [a, b],
    });
    const { seen } = record(product, ['change', 'input']);
    await mount(product);
    await until(() => product.value === 6);
    for (const value of [4, 5, 6]) edit(a, value);
    await until(() => product.value === 18);
    expect(given).to.deep.equal([
      [2, 3],
      [4, 3],
      [6, 3],
    ]);
    expect(seen.filter((name) => name === 'change').length).to.equal(2);
  });

  it('tells what it threw, on the component or, out of sight, in a toast', async () => {
    const { error } = console;
    const logged: unknown[] = [];
    console.error = (thrown: unknown) => logged.push(thrown);
    const toasts: string[] = [];
    const listen = (event: Event) => {
      event.preventDefault();
      toasts.push((event as CustomEvent<{ message: string }>).detail.message);
    };
    document.body.addEventListener('riv-toast', listen);
    const value = () => {
      throw new Error('no weather today');
    };
    const number = await mount(new rv.Number({ value }));
    await until(() => number.status.stage === 'error');
    expect(number.status.error).to.deep.include({ message: 'no weather today', shownBy: undefined });
    expect(toasts).to.deep.equal([]);
    const unseen = await mount(new rv.Number({ value, visible: 'hidden' }));
    await until(() => unseen.status.stage === 'error');
    expect(unseen.status.error?.shownBy).to.equal('toast');
    expect(toasts).to.deep.equal(['no weather today']);
    document.body.removeEventListener('riv-toast', listen);
    console.error = error;
    expect(logged.map((each) => (each as Error).stack?.includes('computed.test.ts'))).to.deep.equal([
      true,
      true,
    ]);
  });
});
