import { expect } from '@esm-bundle/chai';
import { live } from '../../src/bind/binding/binding.ts';
import * as rv from '../../src/index.ts';
import type { RivInterface } from '../../src/app/interface/interface.ts';
import { edit, pageWith } from '../helpers/app.ts';
import { until } from '../helpers/wait.ts';
import { clearPage } from '../helpers/page.ts';

const task = () => new Promise((resolve) => setTimeout(resolve));

/** The text that a browser would show over a point: the nearest `title` in the flat tree. */
function tooltipAt(node: Element): string {
  let at: Element | null = node;
  while (at) {
    const title = at.getAttribute('title');
    if (title !== null) return title;
    const root: Node = at.getRootNode();
    at = at.assignedSlot ?? at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return '';
}

describe('an app', () => {
  let title = '';
  beforeEach(() => {
    title = document.title;
  });
  afterEach(() => {
    document.title = title;
    clearPage();
  });

  it('is put where it is asked to, or into the body', () => {
    const place = document.createElement('div');
    place.id = 'place';
    document.body.append(place);
    expect(new rv.Blocks().mount('#place').parentElement === place).to.be.true;
    expect(new rv.Blocks().mount(place).parentElement === place).to.be.true;
    expect(new rv.Blocks().mount().parentElement === document.body).to.be.true;
    expect(() => new rv.Blocks().mount('#nowhere')).to.throw(rv.ValueError, /#nowhere/);
  });

  it('names the page only where it has no name, and never shows a tooltip', async () => {
    document.title = '';
    const app = await pageWith<rv.Blocks>(
      '<riv-blocks title="Filters"><riv-number id="n"></riv-number></riv-blocks>',
    );
    expect(document.title).to.equal('Filters');
    expect(tooltipAt(app.querySelector('riv-number')!)).to.equal('');
    const other = await pageWith<rv.Blocks>('<riv-blocks title="Other"></riv-blocks>');
    expect(document.title).to.equal('Filters');
    for (const each of [app, other]) expect(each.shadowRoot!.querySelector('h1')).to.equal(null);
    other.title = 'Third';
    await other.updateComplete;
    expect(document.title, 'not its own').to.equal('Filters');
    app.title = 'New filters';
    await app.updateComplete;
    expect(document.title).to.equal('New filters');
  });

  it('fires load once, after bindings that were made in the same task, and then is ready', async () => {
    const [out, loads] = [new rv.Textbox(), [] as string[]];
    const app = new rv.Blocks({ id: 'app' }, new rv.Row(out));
    app.addEventListener('load', () => loads.push('load'));
    void app.ready.then(() => loads.push('ready'));
    app.mount();
    rv.on(app, 'load', { fn: (ctx: { event: { name: string } }) => ctx.event.name, outputs: [out] });
    await until(() => out.value === 'load');
    expect(loads).to.deep.equal(['load', 'ready']);
    app.remove();
    await task();
    app.mount();
    await task();
    expect(loads.length).to.equal(2);
  });

  it('binds nothing when it is taken out before it is set up', async () => {
    let go!: () => void;
    const held = new Promise<void>((resolve) => (go = resolve));
    class Held extends rv.Interface<'number', 'number'> {
      protected override async getUpdateComplete(): Promise<boolean> {
        await held;
        return super.getUpdateComplete();
      }
    }
    customElements.define('held-interface', Held);
    const app = new Held({ fn: (n: number) => n, inputs: 'number', outputs: 'number' });
    app.mount();
    await task();
    app.remove();
    await task();
    go();
    await task();
    await task();
    expect(app.binding).to.equal(null);
    app.mount();
    await app.ready;
    expect(app.binding).to.not.equal(null);
  });

  it('[C42] runs a binding without triggers at load and with each change', async () => {
    const [a, out] = [new rv.Number({ value: 2 }), new rv.Number()];
    rv.on({ fn: (n: number) => n + 1, inputs: [a], outputs: [out] });
    new rv.Blocks({}, a, out).mount();
    await until(() => out.value === 3);
    edit(a, 5);
    await until(() => out.value === 6);
  });

  it('[C72] starts listeners of one event in the order in which they were bound', async () => {
    const [a, order] = [new rv.Number(), [] as string[]];
    new rv.Blocks({}, a).mount();
    for (const name of ['first', 'second', 'third'])
      rv.on(a, 'change', { fn: () => null }).addEventListener('start', () => order.push(name));
    edit(a, 1);
    expect(order).to.deep.equal(['first', 'second', 'third']);
  });

  it('[C73] takes an invisible component out of sight, and still reads and writes it', async () => {
    const [a, hidden] = [new rv.Number(), new rv.Number({ visible: false, value: 20 })];
    new rv.Blocks({}, a, hidden).mount();
    rv.on(a, 'change', { fn: (x: number, y: number) => x + y, inputs: [a, hidden], outputs: [hidden] });
    edit(a, 1);
    await until(() => hidden.value === 21);
    expect(hidden.getClientRects().length).to.equal(0);
  });

  it('keeps its bindings when it is moved, takes them down when it is removed, and sets them up again', async () => {
    const app = new rv.Interface({
      fn: (n: number) => n * 2,
      inputs: 'number',
      outputs: 'number',
      live: true,
    }).mount();
    await app.ready;
    const place = document.createElement('div');
    document.body.append(place);
    const { binding } = app;
    app.remove();
    place.append(app);
    await task();
    expect(app.binding === binding).to.be.true;
    app.remove();
    await until(() => app.binding === null);
    expect(live.has(binding!)).to.be.false;
    document.body.append(app);
    await until(() => app.binding);
    edit(app.inputs[0]!, 4);
    await until(() => app.outputs[0]?.value === 8);
  });

  it('works whatever comes first: children, tag or page', async () => {
    const app = document.createElement('riv-interface');
    document.body.append(app);
    await app.ready;
    app.innerHTML = `<script type="handler">export default (n) => n + 1</script>
      <riv-number slot="input"></riv-number><div slot="output"><riv-number></riv-number></div>`;
    await until(() => app.binding?.outputs.length === 1);
    edit(app.inputs[0]!, 1);
    app.run();
    await until(() => app.outputs[0]?.value === 2);
  });

  it('has its own colours when asked', async () => {
    const app = await pageWith<rv.Blocks>('<riv-blocks theme="dark"><riv-number></riv-number></riv-blocks>');
    expect(getComputedStyle(app).colorScheme).to.equal('dark');
    app.theme = 'light';
    await app.updateComplete;
    expect(getComputedStyle(app.querySelector('riv-number')!).colorScheme).to.equal('light');
  });

  it('shows the toasts of what is in it', async () => {
    const a = new rv.Number();
    const app = new rv.Blocks({}, a).mount();
    await app.ready;
    rv.on(a, 'change', {
      fn: (_: number, ctx: { info(text: string): void }) => ctx.info('Hello'),
      inputs: [a],
    });
    edit(a, 1);
    await until(() =>
      app.shadowRoot?.querySelector('riv-toasts')?.shadowRoot?.textContent?.includes('Hello'),
    );
  });

  it('[C159] asks the network for nothing once it has run', async () => {
    const app = new rv.Interface({
      fn: (n: number) => n * 2,
      inputs: 'number',
      outputs: 'number',
      live: true,
    }).mount();
    await app.ready;
    edit(app.inputs[0]!, 1);
    await until(() => app.outputs[0]?.value === 2);
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: 'resource' });
    edit(app.inputs[0]!, 2);
    await until(() => app.outputs[0]?.value === 4);
    app.clear();
    await until(() => app.outputs[0]?.value === 0);
    expect(await app.predict(app.binding!.apiName, [5])).to.deep.equal([10]);
    const asked = observer.takeRecords().map(({ name }) => name);
    observer.disconnect();
    expect(asked.filter((name) => !name.startsWith('blob:'))).to.deep.equal([]);
  });

  it('starts a worker when the pointer comes near', async () => {
    const a = new rv.Number();
    await new rv.Blocks({}, a).mount().ready;
    const binding = rv.on(a, 'change', { fn: () => null });
    const warmed: string[] = [];
    binding.warm = () => warmed.push('warm');
    document.body.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    expect(warmed.length).to.equal(0);
    for (let time = 0; time < 2; time++)
      a.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    expect(warmed.length).to.equal(1);
  });
});

describe('driving an app from script', () => {
  afterEach(clearPage);

  it('runs a handler by its name, and leaves the elements as they are', async () => {
    const app = new rv.Interface({
      fn: function add(a: number, b: number) {
        return a + b;
      },
      inputs: ['number', 'number'],
      outputs: 'number',
    }).mount();
    expect(await app.predict('add', [4, 5])).to.deep.equal([9]);
    expect(await app.predict('/add', [1, 1])).to.deep.equal([2]);
    expect([...app.inputs, ...app.outputs].map(({ value }) => value)).to.deep.equal([null, null, null]);
  });

  it('knows the default export of an inline script by its own name, and as "default"', async () => {
    const app = await pageWith<RivInterface>(`<riv-interface>
      <riv-number slot="input"></riv-number><riv-number slot="output"></riv-number>
      <script type="handler">
        // export default function old() {}
        export default async function* triple(n) { yield 3 * n; }
      </script></riv-interface>`);
    expect(await app.predict('triple', [4])).to.deep.equal([12]);
    expect(await app.predict('default', [5])).to.deep.equal([15]);
    const error: unknown = await app.predict('old', [1]).catch((reason: unknown) => reason);
    expect((error as Error).message).to.include('it has "triple"');
  });

  it('tells what happens, in order', async () => {
    const fn = function* count(n: number, ctx: { info(text: string): void; progress(done: number): void }) {
      ctx.info('begun');
      for (let i = 1; i <= n; i++) yield i;
    };
    const app = new rv.Interface({ fn, inputs: 'number', outputs: 'number' }).mount();
    const messages: rv.RunMessage[] = [];
    for await (const message of app.submit('count', [3])) messages.push(message);
    expect(messages.flatMap((message) => (message.type === 'data' ? [message.data] : []))).to.deep.equal([
      [1],
      [2],
      [3],
    ]);
    expect(messages.find(({ type }) => type === 'log')).to.include({ log: 'begun', level: 'info' });
    const stages = messages.flatMap((message) => (message.type === 'status' ? [message.stage] : []));
    expect([stages[0], stages.at(-1)]).to.deep.equal(['pending', 'complete']);
  });

  it('tells that a run is complete after its value', async () => {
    const app = new rv.Interface({ fn: (n: number) => n, inputs: 'number', outputs: 'number' }).mount();
    const told: string[] = [];
    for await (const message of app.submit('fn', [3]))
      told.push(message.type === 'status' ? message.stage : message.type);
    expect(told.slice(-2)).to.deep.equal(['data', 'complete']);
    expect(told.filter((word) => word === 'complete').length).to.equal(1);
  });

  it('rejects with the error as it is: class, fields and cause', async () => {
    const fn = function fail() {
      throw new RangeError('too far');
    };
    const app = new rv.Interface({ fn, inputs: 'number', outputs: 'number' }).mount();
    const error: unknown = await app.predict('fail', [1]).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(rv.HandlerError);
    expect(error).to.include({ name: 'HandlerError', message: 'too far', handler: 'fail' });
    expect((error as Error).cause).to.include({ name: 'RangeError', message: 'too far' });
  });

  it('stops with its signal, and when the loop is left', async () => {
    const fn = async function* forever() {
      for (let i = 0; ; i++) {
        yield i;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const app = new rv.Interface({ fn, inputs: null, outputs: 'number' }).mount();
    for await (const { type } of app.submit('forever')) if (type === 'data') break;
    await until(() => !app.binding?.running);
    const stop = new AbortController();
    let name = '';
    try {
      for await (const { type } of app.submit('forever', [], { signal: stop.signal }))
        if (type === 'data') stop.abort();
    } catch (error) {
      ({ name } = error as Error);
    }
    expect(name).to.equal('AbortError');
  });

  it('rejects when the run is stopped in the page', async () => {
    const fn = (_: number, ctx: { signal: AbortSignal }) =>
      new Promise<null>((resolve) => ctx.signal.addEventListener('abort', () => resolve(null)));
    const app = new rv.Interface({ fn, inputs: 'number', outputs: 'number', apiName: 'wait' }).mount();
    const result = app.predict('wait', [1]).catch(({ name }: Error) => name);
    await until(() => app.binding?.running);
    app.binding!.cancel();
    expect(await result).to.equal('AbortError');
  });

  it('closes the pictures that were on their way when the loop is left', async () => {
    const fn = function* () {
      const canvas = new OffscreenCanvas(2, 2);
      canvas.getContext('2d');
      for (let i = 0; i < 4; i++) yield canvas.transferToImageBitmap();
    };
    const app = new rv.Interface({ fn, outputs: 'image', apiName: 'draw' }).mount();
    const { close } = ImageBitmap.prototype;
    let closed = 0;
    ImageBitmap.prototype.close = function (this: ImageBitmap) {
      closed++;
      close.call(this);
    };
    try {
      for await (const message of app.submit('draw')) {
        if (message.type !== 'data') continue;
        await until(() => !app.binding?.running);
        break;
      }
      expect(closed).to.equal(3);
    } finally {
      ImageBitmap.prototype.close = close;
    }
  });

  it('reaches an Interface in Blocks that is not ready yet', async () => {
    const fn = function twice(n: number) {
      return 2 * n;
    };
    const inner = new rv.Interface({ fn, inputs: 'number', outputs: 'number', flagging: 'manual' });
    const app = new rv.Blocks({}, inner).mount();
    expect(await app.predict('twice', [2])).to.deep.equal([4]);
  });

  it('reaches an app that is taken out before it is ready and one that was just put back', async () => {
    const fn = function twice(n: number) {
      return 2 * n;
    };
    const app = new rv.Interface({ fn, inputs: 'number', outputs: 'number' }).mount();
    const result = app.predict('twice', [1]);
    app.remove();
    expect(await result).to.deep.equal([2]);
    expect(await app.predict('twice', [2])).to.deep.equal([4]);
    app.mount();
    await app.ready;
    app.remove();
    await until(() => !app.binding);
    app.mount();
    expect(await app.predict('twice', [3])).to.deep.equal([6]);
  });

  it('names the handlers there are, and passes on what a handler throws', async () => {
    const [a, b] = [new rv.Number(), new rv.Number()];
    const app = new rv.Blocks({}, a, b).mount();
    rv.on(a, 'change', { fn: (n: number) => n, inputs: a, outputs: b, apiName: 'draw' });
    rv.on(b, 'change', {
      fn: () => {
        throw new Error('too late');
      },
      apiName: 'draw',
    });
    const thrown = async (name: string, inputs: unknown[] = []) =>
      app.predict(name, inputs).then(
        () => null,
        (error: Error) => error,
      );
    expect((await thrown('paint'))?.message)
      .to.contain('"paint"')
      .and.to.contain('"draw", "draw_1"');
    expect((await thrown('paint'))?.name).to.equal('ValueError');
    expect((await thrown('draw_1'))?.message).to.contain('too late');
    expect(await app.predict('draw', [7])).to.deep.equal([7]);
  });

  it('can be driven in no page, and leaves nothing bound', async () => {
    const fn = function addOne(n: number) {
      return n + 1;
    };
    const app = new rv.Interface({ fn, inputs: 'number', outputs: 'number' });
    const [a, b] = await Promise.all([app.predict('addOne', [1]), app.predict('addOne', [2])]);
    expect([a, b]).to.deep.equal([[2], [3]]);
    expect(app.binding).to.equal(null);
    for await (const { type } of app.submit('addOne', [1])) if (type === 'status') break;
    expect(app.binding).to.equal(null);
    // Mounted meanwhile, it stays as it is then.
    const later = app.predict('addOne', [3]);
    app.mount();
    expect(await later).to.deep.equal([4]);
    await app.ready;
    expect(app.binding?.apiName).to.equal('addOne');
    app.remove();
    await until(() => app.binding === null);
    expect(await app.predict('addOne', [4])).to.deep.equal([5]);
  });

  it('names what is missing when its riv-on are in no page', async () => {
    const app = new rv.Blocks({}, document.createElement('riv-on'));
    const error: unknown = await app.predict('add', [1]).catch((reason: unknown) => reason);
    expect((error as Error).message).to.equal(
      'This app has no handler "add"; it has none: riv-on binds once the app is mounted',
    );
    const box = new rv.Number();
    const blocks = new rv.Blocks({}, box);
    const binding = rv.on(box, 'change', {
      fn: (n: number) => n * 2,
      inputs: box,
      outputs: box,
      apiName: 'twice',
    });
    expect(await blocks.predict('twice', [4])).to.deep.equal([8]);
    const inner = new rv.Interface({
      fn: (n: number) => n * 3,
      inputs: 'number',
      outputs: 'number',
      apiName: 'thrice',
    });
    blocks.append(new rv.Column(inner));
    expect(await blocks.predict('thrice', [4])).to.deep.equal([12]);
    expect(inner.binding).to.equal(null);
    binding.remove();
  });

  it('runs what is bound without triggers once when it is ready, or at once when it has been', async () => {
    const [a, early, late] = [new rv.Number({ value: 4 }), new rv.Number(), new rv.Number()];
    const fn = (n: number) => n * 2;
    let runs = 0;
    rv.on({ fn, inputs: a, outputs: early }).addEventListener('start', () => runs++);
    const app = new rv.Blocks({}, a, early, late).mount();
    await app.ready;
    await until(() => early.value === 8);
    rv.on({ fn, inputs: a, outputs: late }).addEventListener('start', () => runs++);
    await until(() => late.value === 8);
    app.remove();
    app.mount();
    await app.updateComplete;
    expect(runs).to.equal(2);
  });
});
