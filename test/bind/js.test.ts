import { expect } from '@esm-bundle/chai';
import { on } from '../../src/bind/binding/on.ts';
import * as rv from '../../src/index.ts';
import { ValueError } from '../../src/shared/errors.ts';
import type { Toast } from '../../src/shared/port.ts';
import { until } from '../helpers/wait.ts';
import { FakePort, ended } from '../helpers/bind/fake-port.ts';
import { FakeRecorder } from '../helpers/bind/fake-recorder.ts';

const outside = 'a page variable';

/** Fires an event and waits for the end of its run. */
async function run(binding: ReturnType<typeof on>, port: FakePort): Promise<string> {
  const end = ended(binding);
  port.fire('go');
  return end;
}

describe('js', () => {
  it('[C69] runs in the page with the values of the inputs; its result is what fn receives, in the worker', async () => {
    const [a, b, out] = [new FakePort(2), new FakePort('x'), new FakePort()];
    const binding = on(a, 'go', {
      js: (...values: unknown[]) => [[typeof document, outside, ...values], 'second'],
      fn: (first: unknown[], second: string) => [...first, second, typeof document],
      inputs: [a, b],
      outputs: out,
    });
    expect(await run(binding, a)).to.equal('success');
    expect(out.value).to.deep.equal(['object', outside, 2, 'x', 'second', 'undefined']);
    expect(out.statuses.some(({ stage }) => stage === 'pending')).to.equal(true);
  });

  it('[C69] without fn its result goes to the outputs, and nothing is pending', async () => {
    const [a, b, out] = [new FakePort(2), new FakePort(), new FakePort()];
    const binding = on(a, 'go', { js: async (n: number) => [n + 1, outside], inputs: a, outputs: [b, out] });
    let after = 0;
    const followed = ended(binding.success({ js: () => void after++ }));
    expect(await run(binding, a)).to.equal('success');
    await followed;
    expect([b.value, out.value, after]).to.deep.equal([3, outside, 1]);
    expect(out.statuses.map(({ stage }) => stage)).to.deep.equal(['complete']);
    expect(binding.running).to.equal(false);
  });

  it('[C69] wraps what is no array where one value is expected', async () => {
    const [a, out] = [new FakePort(2), new FakePort()];
    const through = on(a, 'go', {
      js: (n: number) => n * 10,
      fn: (n: number) => n + 1,
      inputs: a,
      outputs: out,
    });
    expect(await run(through, a)).to.equal('success');
    expect(out.value).to.equal(21);
    through.remove();
    const alone = on(a, 'go', { js: () => 'one', outputs: out });
    expect(await run(alone, a)).to.equal('success');
    expect(out.value).to.equal('one');
  });

  it('[C69] undefined updates nothing, as a whole and in its place', async () => {
    const [a, b, out] = [new FakePort(1), new FakePort(2), new FakePort('as it was')];
    const seen: unknown[] = [];
    const alone = on(a, 'go', { js: (n: number) => void seen.push(n), inputs: a, outputs: out });
    await run(alone, a);
    alone.remove();
    const one = on(a, 'go', { js: () => [undefined, 'new'], outputs: [out, b] });
    await run(one, a);
    one.remove();
    expect([seen, out.given, b.value]).to.deep.equal([[1], [], 'new']);
    const fn = (...values: unknown[]) => values.slice(0, 2).join();
    const kept = on(a, 'go', { js: () => undefined, fn, inputs: [a, b], outputs: out });
    await run(kept, a);
    kept.remove();
    expect(out.value).to.equal('1,new');
    const half = on(a, 'go', { js: () => [undefined, 'other'], fn, inputs: [a, b], outputs: out });
    await run(half, a);
    expect(out.value).to.equal('1,other');
  });

  it('[C69] is given the values that the inputs had when the event fired', async () => {
    const [a, out] = [new FakePort('then'), new FakePort()];
    const binding = on(a, 'go', { js: (text: string) => text, inputs: a, outputs: out });
    const end = ended(binding);
    a.fire('go');
    a.value = 'later';
    await end;
    expect(out.value).to.equal('then');
  });

  it('[C69] leaves inputs as they were when the event fired, and a State to the run’s turn', async () => {
    const [a, b, out] = [new FakePort(1), new FakePort('then'), new FakePort()];
    const count = Object.assign(new FakePort(0), { silent: true });
    let go!: () => void;
    const waited = new Promise<void>((resolve) => (go = resolve));
    const js = async (n: number) => (await waited, [n * 10, undefined, undefined]);
    const fn = (n: number, text: string, seen: number) => [[n, text, seen].join(), seen + 1];
    const options = { fn, inputs: [a, b, count], outputs: [out, count], triggerMode: 'multiple' } as const;
    const binding = on(a, 'go', { ...options, js });
    a.fire('go', 1);
    a.fire('go', 2);
    b.value = 'later';
    go();
    await until(() => !binding.running);
    expect([out.given, count.value]).to.deep.equal([['10,then,0', '20,then,1'], 2]);
    binding.remove();
    const none = on(a, 'go', { ...options, js: async () => void (await null) });
    const end = ended(none);
    a.fire('go', 3);
    b.value = 'latest';
    await end;
    expect(out.value).to.equal('3,later,2');
  });

  it('is given a copy of a State, which it may change in place', async () => {
    const state = new rv.State({ value: { seen: [1] } });
    const [go, out] = [new FakePort(), new FakePort()];
    const binding = on(go, 'go', {
      js: ({ seen }: { seen: number[] }) => seen.push(2),
      inputs: state,
      outputs: out,
    });
    await run(binding, go);
    expect([out.value, state.value]).to.deep.equal([2, { seen: [1] }]);
    (state.value as { seen: number[] }).seen.push(3);
    (state.emptyValue as { seen: number[] }).seen.push(4);
    expect([state.value, state.emptyValue]).to.deep.equal([{ seen: [1] }, { seen: [1] }]);
  });

  it('[C69] fails the run when it throws, and the next run works', async () => {
    const [a, out] = [new FakePort(1), new FakePort()];
    const toasts: Toast[] = [];
    out.addEventListener('riv-toast', (event) => {
      event.preventDefault();
      toasts.push((event as CustomEvent<Toast>).detail);
    });
    let wrong: (() => unknown) | null = () => {
      throw new Error('no clipboard');
    };
    let failures = 0;
    const js = (n: number) => wrong?.() ?? n;
    const binding = on(a, 'go', { js, fn: (n: number) => n + 1, inputs: a, outputs: out });
    const followed = ended(binding.failure({ js: () => void failures++, triggerMode: 'multiple' }));
    expect(await run(binding, a)).to.equal('failure');
    await followed;
    expect(failures).to.equal(1);
    expect([out.status.stage, out.status.error?.message]).to.deep.equal(['error', 'no clipboard']);
    wrong = () => {
      throw null;
    };
    expect(await run(binding, a)).to.equal('failure');
    expect(out.status.error?.message).to.match(/js threw null, expected an Error/);
    wrong = async () => {
      throw 'words';
    };
    expect(await run(binding, a)).to.equal('failure');
    wrong = () => [1, 2];
    expect(await run(binding, a)).to.equal('failure');
    expect(out.status.error?.message).to.match(/js gave 2 values for 1 inputs: return an array/);
    expect(toasts.map(({ message }) => message)).to.deep.equal([
      'no clipboard',
      'js threw null, expected an Error',
      'js threw words, expected an Error',
      out.status.error!.message,
    ]);
    wrong = null;
    expect(await run(binding, a)).to.equal('success');
    expect(out.value).to.equal(2);
  });

  it('[C69] can be cancelled while it waits', async () => {
    const [a, out] = [new FakePort(1), new FakePort()];
    let give!: (value: unknown) => void;
    const binding = on(a, 'go', { js: () => new Promise((resolve) => (give = resolve)), outputs: out });
    const end = ended(binding);
    a.fire('go');
    a.fire('go'); // once: dropped
    expect(binding.running).to.equal(true);
    binding.cancel();
    expect(await end).to.equal('cancelled');
    give?.('too late');
    expect(out.given).to.deep.equal([]);
  });

  it('[C69] is left out when a script gives the inputs', async () => {
    const [a, out] = [new FakePort(1), new FakePort()];
    const binding = on(a, 'go', { js: () => 100, fn: (n: number) => n + 1, inputs: a, outputs: out });
    const messages = [];
    for await (const message of binding.submit([5])) messages.push(message);
    expect(messages.find(({ type }) => type === 'data')).to.deep.equal({ type: 'data', data: [6] });
  });

  it('[C69] may be named: an inline script’s, or a module’s', async () => {
    const app = document.createElement('riv-blocks');
    app.innerHTML = `<script type="handler">
      let calls = 0;
      export const where = () => typeof document + ++calls;
    </script>`;
    document.body.append(app);
    const out = document.createElement('output') as unknown as FakePort;
    app.append(out as unknown as Node);
    const given: unknown[] = [];
    Object.assign(out, {
      use() {},
      toHandler: () => ({ kind: 'value', value: null }),
      fromHandler: (value: unknown) => given.push(value),
    });
    const binding = on(out, 'go', { js: '#where', outputs: out });
    for (const _ of [1, 2]) {
      const end = ended(binding);
      out.dispatchEvent(new CustomEvent('go'));
      expect(await end).to.equal('success');
    }
    expect(given).to.deep.equal(['object1', 'object2']);
    app.remove();
  });

  it('is found among several inline scripts, whatever signs its name has', async () => {
    const scripts = ['export const draw = () => 1', 'export const $draw = () => 2'].map((text) =>
      Object.assign(document.createElement('script'), { type: 'handler', text }),
    );
    document.body.append(...scripts);
    const [a, out] = [new FakePort(), new FakePort()];
    for (const [name, result] of [
      ['draw', 1],
      ['$draw', 2],
    ] as const) {
      const binding = on(a, 'go', { fn: `#${name}`, outputs: out });
      expect(await run(binding, a)).to.equal('success');
      expect(out.value).to.equal(result);
      binding.remove();
    }
    const odd = on(a, 'go', { fn: '#draw(', outputs: out });
    expect(await run(odd, a)).to.equal('failure');
    expect(out.status.error?.message).to.contain('has no export "draw("');
    for (const script of scripts) script.remove();
  });

  it('is checked at the door', () => {
    const port = new FakePort();
    expect(() => on(port, 'go', { js: 12 as never })).to.throw(ValueError, /"js" got 12/);
    expect(() => on(new FakeRecorder() as never, 'stream', { js: () => 1 })).to.throw(ValueError, /stream/);
  });
});
