import { expect } from '@esm-bundle/chai';
import { live } from '../../src/bind/binding/binding.ts';
import * as rv from '../../src/index.ts';
import type { Handlers } from '../fixtures/served.ts';
import { edit } from '../helpers/app.ts';
import { once, until } from '../helpers/wait.ts';
import { clearPage } from '../helpers/page.ts';

/** Resolves when a Render has made new content. */
const passed = (render: rv.Render) => once(render, 'load');

const boxes = (render: Element) => [...render.querySelectorAll<rv.Textbox>('riv-textbox')];
const labels = (render: Element) => boxes(render).map(({ label }) => label);
const range = (count: number) => Array.from({ length: count }, (_, at) => at);

/** An app of a number and a Render, whose first pass is over. */
async function appWith(options: Partial<rv.Render>, value: unknown = 2): Promise<[rv.Number, rv.Render]> {
  const number = new rv.Number({ value: value as number });
  const render = new rv.Render({ inputs: number, ...options } as never);
  const first = passed(render);
  new rv.Blocks({}, number, render).mount();
  await first;
  return [number, render];
}

async function change(number: rv.Number, value: number, render: rv.Render): Promise<void> {
  const next = passed(render);
  edit(number, value);
  await next;
}

describe('Render', () => {
  const { error } = console;
  let before = new Set(live);
  beforeEach(() => {
    before = new Set(live);
  });
  afterEach(() => {
    console.error = error;
    clearPage();
  });

  /** Bindings that this test has made, and are still there. */
  const bound = () => [...live].filter((binding) => !before.has(binding));

  it('[C70] shows what its function makes at load, and anew when an input changes', async () => {
    const [number, render] = await appWith({
      fn: (n: number) => range(n).map((at) => new rv.Textbox({ label: `Box ${at}` })),
    });
    expect(labels(render)).to.deep.equal(['Box 0', 'Box 1']);
    const [old] = boxes(render);
    await change(number, 3, render);
    expect(labels(render)).to.deep.equal(['Box 0', 'Box 1', 'Box 2']);
    expect(boxes(render)[0] === old).to.equal(false);
    expect(old!.isConnected).to.equal(false);
    await change(number, 0, render);
    expect([render.children.length, getComputedStyle(render).display]).to.deep.equal([0, 'none']);
    await change(number, 1, render);
    expect(labels(render)).to.deep.equal(['Box 0']);
  });

  it('[C70] takes nodes, text, nothing, and lists of these; anything else is told of', async () => {
    let given: unknown = ['one', null, [document.createElement('hr'), false], new rv.Number(), undefined, ''];
    const [number, render] = await appWith({ fn: () => given as never });
    expect([...render.firstElementChild!.childNodes].map(({ nodeName }) => nodeName)).to.deep.equal([
      '#text',
      'HR',
      'RIV-NUMBER',
    ]);
    console.error = () => {};
    given = 12;
    edit(number, 5);
    await until(() => render.status.stage === 'error');
    expect(render.status.error?.message).to.equal('The function of a Render gave 12, expected elements');
    expect(render.querySelector('riv-number') !== null).to.equal(true); // the former content stays
  });

  it('gives its function a copy of a State: what that changes in place stays with it', async () => {
    const state = new rv.State({ value: ['a'] });
    const fn = (list: string[]) => {
      list.push('b');
      return list.join();
    };
    const render = new rv.Render({ fn, inputs: state });
    new rv.Blocks({}, state, render).mount();
    await until(() => render.textContent === 'a,b');
    state.fromHandler(['c']);
    await until(() => render.textContent === 'c,b');
    expect(state.value).to.deep.equal(['c']);
  });

  it('[C70] keeps what the user set in elements with the same key, and the elements themselves', async () => {
    const [number, render] = await appWith({
      fn: (n: number) =>
        range(n).map(
          (at) =>
            new rv.Row(
              {},
              new rv.Textbox({
                key: at,
                label: `${at} of ${n}`,
                value: 'initial',
                ...(n === 2 && { info: 'help' }),
              }),
            ),
        ),
    });
    const [first, second] = boxes(render);
    edit(first!, 'typed');
    await first!.updateComplete;
    first!.focus();
    await change(number, 3, render);
    expect(boxes(render).map(({ value }) => value)).to.deep.equal(['typed', 'initial', 'initial']);
    expect(labels(render)).to.deep.equal(['0 of 3', '1 of 3', '2 of 3']);
    expect(boxes(render).map(({ info }) => info)).to.deep.equal(['', '', '']);
    expect([boxes(render)[0] === first, boxes(render)[1] === second]).to.deep.equal([true, true]);
    expect(document.activeElement === first).to.equal(true);
    await change(number, 1, render);
    await change(number, 2, render);
    expect(boxes(render).map(({ value }) => value)).to.deep.equal(['typed', 'initial']);
    expect(boxes(render)[1] === second).to.equal(false);
  });

  it('[C70] gives an untouched element with a key the value of the new pass, and one box a key of its own kind', async () => {
    const [number, render] = await appWith({
      fn: (n: number) => [
        new rv.Textbox({ key: 'a', value: `at ${n}` }),
        n > 2 ? new rv.Number({ key: 'b' }) : new rv.Textbox({ key: 'b' }),
        new rv.Tabs({ key: 'tabs' }, new rv.Tab({ key: n, label: `Tab ${n}` })),
      ],
    });
    const tabs = render.querySelector('riv-tabs');
    await change(number, 3, render);
    expect(boxes(render).map(({ value }) => value)).to.deep.equal(['at 3']);
    expect(render.querySelectorAll('riv-number').length).to.equal(1);
    expect([...render.querySelectorAll('riv-tab')].map(({ label }) => label)).to.deep.equal(['Tab 3']);
    expect(render.querySelector('riv-tabs') === tabs).to.equal(true);
  });

  it('[C70] removes the bindings of the former pass, also those to elements outside of it', async () => {
    const out = new rv.Textbox({ label: 'Out' });
    const outside = new rv.Button();
    const [number, render] = await appWith({
      fn: (n: number) => {
        const button = new rv.Button({ value: `Add ${n}` });
        rv.on(button, 'click', { js: () => `inside ${n}`, outputs: out }).after({ js: () => {} });
        rv.on(outside, 'click', { js: (text: string) => `${text}+${n}`, inputs: out, outputs: out });
        return button;
      },
    });
    render.after(out, outside);
    const count = bound().length;
    const old = render.querySelector('riv-button')!;
    await change(number, 3, render);
    await change(number, 4, render);
    expect(bound().length).to.equal(count);
    old.dispatchEvent(new CustomEvent('click'));
    out.value = '';
    outside.dispatchEvent(new CustomEvent('click'));
    await until(() => out.value === '+4');
    render.querySelector('riv-button')!.dispatchEvent(new CustomEvent('click'));
    await until(() => out.value === 'inside 4');
  });

  it('[C70] keeps a binding with the same key, with what it runs', async () => {
    let give!: (text: string) => void;
    let starts = 0;
    const [number, render] = await appWith({
      fn: (n: number) => {
        const button = new rv.Button({ key: 'go' });
        const out = new rv.Textbox({ key: 'out' });
        const js = () => {
          starts++;
          return new Promise((resolve) => (give = (text) => resolve(`${text} ${n}`)));
        };
        rv.on(button, 'click', { key: 'run', js, outputs: out });
        return [button, out];
      },
    });
    const button = render.querySelector('riv-button')!;
    button.dispatchEvent(new CustomEvent('click'));
    await until(() => give);
    const count = bound().length;
    await change(number, 3, render);
    button.dispatchEvent(new CustomEvent('click')); // once: the run of the former pass is still on
    expect(bound().length).to.equal(count);
    give('done at');
    await until(() => boxes(render)[0]!.value === 'done at 2');
    expect(starts).to.equal(1);
    button.dispatchEvent(new CustomEvent('click'));
    await until(() => starts === 2);
    give('done at');
    await until(() => boxes(render)[0]!.value === 'done at 3');
  });

  it('[C70] gives a kept binding the handler, the function of the page and the queue of the new pass', async () => {
    const { shout, letters } = rv.handlers<Handlers>(
      () => new Worker(new URL('../fixtures/served.ts', import.meta.url), { type: 'module' }),
    );
    const page = (n: number) => `data:text/javascript,export const at = () => 'of the page ${n}'#at`;
    const made: rv.Binding[] = [];
    const [number, render] = await appWith({
      fn: (n: number) => {
        const out = new rv.Textbox({ key: 'out', value: 'ab' });
        const named = new rv.Textbox({ key: 'named' });
        made.push(
          rv.on(out, 'submit', { key: 'fn', fn: n === 2 ? shout : letters, inputs: out, outputs: out }),
          rv.on(out, 'submit', { key: 'js', js: page(n), outputs: named }),
          rv.on(out, 'submit', { key: 'id', fn: null, cancels: [], concurrencyId: `queue ${n}` }),
        );
        return [out, named];
      },
    });
    const texts = () => boxes(render).map(({ value }) => value);
    const submit = () => boxes(render)[0]!.dispatchEvent(new CustomEvent('submit'));
    submit();
    await until(() => texts().join() === 'AB,of the page 2');
    await change(number, 3, render);
    submit();
    await until(() => texts().join() === 'B,of the page 3');
    expect(made.slice(0, 3).map((binding, at) => binding === made[at + 3])).to.deep.equal([
      true,
      true,
      false,
    ]);
  });

  it('[C70] says what is wrong with inputs that are set later; the next ones work', async () => {
    const [number, render] = await appWith({ fn: (n: unknown) => `at ${String(n)}` });
    const { inputs } = render;
    render.inputs = 'number' as never;
    await until(() => render.status.stage === 'error');
    expect(render.status.error?.message).to.contain('got "number", expected an element');
    expect(render.textContent).to.equal('at 2');
    render.inputs = inputs;
    await until(() => render.status.stage === 'complete');
    await change(number, 3, render);
    expect(render.textContent).to.equal('at 3');
  });

  it('[C70] waits for an async function; the former content stays until then, and values with a key after it', async () => {
    let wait: Promise<unknown> = Promise.resolve();
    const [number, render] = await appWith({
      fn: async (n: number) => {
        await wait;
        const box = new rv.Textbox({ key: 'name', label: `Name ${n}` });
        const copy = new rv.Textbox({ label: 'Copy' });
        rv.on(box, 'change', { js: (text: string) => `${text}!`, inputs: box, outputs: copy });
        return [box, copy];
      },
    });
    const [box] = boxes(render);
    edit(box!, 'Ada');
    await until(() => boxes(render)[1]!.value === 'Ada!');
    await box!.updateComplete;
    box!.focus();
    const count = bound().length;
    let go!: (value?: unknown) => void;
    wait = new Promise((resolve) => (go = resolve));
    edit(number, 3);
    await until(() => render.status.stage === 'generating');
    expect(labels(render)).to.deep.equal(['Name 2', 'Copy']);
    const next = passed(render);
    edit(number, 4);
    edit(number, 5);
    go();
    await next;
    await until(() => labels(render)[0] === 'Name 5');
    expect(boxes(render)[0]!.value).to.equal('Ada');
    expect(document.activeElement === boxes(render)[0]).to.equal(true);
    await until(() => render.status.stage === 'complete');
    expect(bound().length).to.equal(count);
  });

  it('[C70] says at its place, and there alone, why its function failed; the next pass works', async () => {
    const toasts: string[] = [];
    const hear = (event: Event) => toasts.push((event as CustomEvent).detail.message);
    document.addEventListener('riv-toast', hear, { capture: true });
    const [number, render] = await appWith({
      fn: (n: number) => {
        const box = new rv.Textbox({ key: 'box', label: `${n}` });
        const row = new rv.Row({}, box);
        rv.on(box, 'change', { js: () => {} });
        if (n < 0) throw new Error('No negative numbers');
        return row;
      },
    });
    edit(boxes(render)[0]!, 'typed');
    const count = bound().length;
    edit(number, -1);
    await until(() => render.status.stage === 'error');
    const words = () => render.shadowRoot?.querySelector('riv-status')?.shadowRoot?.textContent;
    await until(() => words()?.includes('No negative numbers'));
    document.removeEventListener('riv-toast', hear, { capture: true });
    expect(toasts).to.deep.equal([]);
    expect([boxes(render)[0]!.value, boxes(render)[0]!.isConnected]).to.deep.equal(['typed', true]);
    expect(bound().length).to.equal(count);
    await change(number, 4, render);
    await until(() => render.status.stage === 'complete');
    expect([labels(render)[0], boxes(render)[0]!.value]).to.deep.equal(['4', 'typed']);
  });

  it('[C70] may stand in another one, and has triggers of its own', async () => {
    const button = new rv.Button();
    let inner = 0;
    const [number, render] = await appWith({
      fn: (n: number) => {
        const size = new rv.Number({ key: 'size', value: n });
        const nested = new rv.Render({
          inputs: size,
          triggers: [[button, 'click']],
          fn: (k: number) => {
            inner++;
            return new rv.Textbox({ label: `${n} / ${k}` });
          },
        });
        return [size, nested];
      },
    });
    await until(() => bound().length === 2);
    expect(inner).to.equal(0);
    button.dispatchEvent(new CustomEvent('click'));
    await until(() => labels(render)[0] === '2 / 2');
    edit(render.querySelector('riv-number')!, 7);
    await change(number, 3, render);
    await until(() => bound().length === 2);
    expect(labels(render)).to.deep.equal([]);
    button.dispatchEvent(new CustomEvent('click'));
    await until(() => labels(render)[0] === '3 / 7');
    expect(inner).to.equal(2);
  });

  it('[C70] makes a pass for a load of the app among its triggers, also when that is over', async () => {
    const app = new rv.Blocks();
    const made: string[] = [];
    const render = (name: string) =>
      new rv.Render({ triggers: [[app, 'load']], fn: () => (made.push(name), name) });
    const early = render('early');
    app.append(early);
    const first = passed(early);
    app.mount();
    await Promise.all([app.ready, first]);
    const late = render('late');
    const second = passed(late);
    app.append(late);
    await second;
    expect(made).to.deep.equal(['early', 'late']);
  });

  it('[C70] is a Row in a Row; taken out it unbinds, put back it works again', async () => {
    const number = new rv.Number({ value: 1 });
    const render = new rv.Render({
      inputs: number,
      fn: (n: number) => {
        const box = new rv.Textbox({ key: 'a', label: `${n}` });
        rv.on(box, 'change', { js: () => {} });
        return box;
      },
    });
    const row = new rv.Row({}, number, render);
    const first = passed(render);
    row.append(render);
    document.body.append(row); // without an app
    await first;
    expect(render.firstElementChild?.localName).to.equal('riv-row');
    edit(boxes(render)[0]!, 'typed');
    expect(bound().length).to.equal(2);
    render.remove();
    row.append(render); // a move
    expect(bound().length).to.equal(2);
    render.remove();
    await until(() => bound().length === 0);
    edit(number, 2);
    const again = passed(render);
    row.append(render);
    await again;
    expect([labels(render)[0], boxes(render)[0]!.value]).to.deep.equal(['2', 'typed']);
    const renewed = passed(render);
    render.fn = () => 'other';
    await renewed;
    expect(render.textContent).to.equal('other');
  });

  it('[C70] shows nothing of a pass that ends after it was taken out', async () => {
    let go!: () => void;
    const [number, render] = await appWith({
      fn: async (n: number) => {
        if (n > 2) await new Promise<void>((resolve) => (go = resolve));
        return `at ${n}`;
      },
    });
    edit(number, 3);
    await until(() => go);
    render.remove();
    await until(() => bound().length === 0);
    go();
    await new Promise((resolve) => setTimeout(resolve));
    expect(render.textContent).to.equal('at 2');
    expect(render.status.stage).not.to.equal('error');
  });

  it('[C70] leaves what a later pass has made alone when a former one ends after it, whatever its outcome', async () => {
    const [, render] = await appWith({ fn: () => 'first' });
    const ends: (() => void)[] = [];
    const late = async (fails: boolean) => {
      await new Promise<void>((resolve) => ends.push(resolve));
      if (fails) throw new Error('too late');
      const box = new rv.Textbox({ label: 'late' });
      rv.on(box, 'change', { fn: (text: string) => text, inputs: box });
      return box;
    };
    for (const fails of [false, true]) {
      render.fn = () => late(fails);
      await until(() => ends.length > 0);
      const next = passed(render);
      render.fn = () => `instead of ${fails}`;
      await next;
      const there = bound().length;
      ends.pop()!();
      await new Promise((resolve) => setTimeout(resolve));
      expect(render.textContent).to.equal(`instead of ${fails}`);
      expect([bound().length, render.status.stage]).to.deep.equal([there, 'complete']);
    }
  });

  it('[C70] runs what its function binds without triggers, once for each pass', async () => {
    const seen: number[] = [];
    const [number, render] = await appWith({
      fn: (n: number) => {
        const box = new rv.Number({ value: n });
        const out = new rv.Textbox();
        rv.on({ js: (value: number) => (seen.push(value), `got ${value}`), inputs: box, outputs: out });
        return [box, out];
      },
    });
    await until(() => boxes(render)[0]!.value === 'got 2');
    await change(number, 3, render);
    await until(() => boxes(render)[0]!.value === 'got 3');
    expect(seen).to.deep.equal([2, 3]);
  });
});
