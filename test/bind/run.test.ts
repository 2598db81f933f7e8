import { expect } from '@esm-bundle/chai';
import { on } from '../../src/bind/binding/on.ts';
import { FakePort, ended, given } from '../helpers/bind/fake-port.ts';

const fixture = (name: string) => new URL(`../fixtures/${name}`, import.meta.url).href;

describe('a run', () => {
  it('gives the inputs in order to an inline function in a worker, and shows its result', async () => {
    const [a, b, sum] = [new FakePort(4), new FakePort(5), new FakePort()];
    const binding = on(a, 'change', {
      fn: (x: number, y: number) => [x + y, typeof document],
      inputs: [a, b],
      outputs: sum,
    });
    a.fire('change');
    a.value = 40; // read when the event fired, also before what carries runs out is loaded
    expect(sum.status.stage).to.equal('pending');
    expect(await ended(binding)).to.equal('success');
    expect(sum.given).to.deep.equal([[9, 'undefined']]);
    expect(a.roles).to.deep.equal(['input']);
    expect(sum.status.stage).to.equal('complete');
  });

  it('[C113] shows every yield in order, and the last one remains', async () => {
    const [from, out] = [new FakePort(5), new FakePort()];
    const binding = on(from, 'go', {
      fn: function* (n: number) {
        for (let i = n; i >= 0; i--) yield i;
      },
      inputs: from,
      outputs: out,
    });
    from.fire('go');
    await ended(binding);
    expect(out.given).to.deep.equal([5, 4, 3, 2, 1, 0]);
  });

  it('runs async functions and async generators, and methods', async () => {
    const out = new FakePort();
    const source = {
      async *steps() {
        yield 1;
        await new Promise((resolve) => setTimeout(resolve, 1));
        yield 2;
      },
      async one() {
        return 'one';
      },
    };
    for (const fn of [source.steps, source.one]) {
      const binding = on(out, 'go', { fn, outputs: out });
      out.fire('go');
      await ended(binding);
      binding.remove();
    }
    expect(out.given).to.deep.equal([1, 2, 'one']);
  });

  it('loads a module by URL, with and without an export', async () => {
    const out = new FakePort();
    for (const fn of [
      fixture('handlers.js'),
      `${fixture('handlers.js')}#twice`,
      new URL(`${fixture('handlers.js')}#twice`),
    ]) {
      const binding = on(out, 'go', { fn, inputs: new FakePort(21), outputs: out });
      out.fire('go');
      await ended(binding);
      binding.remove();
    }
    expect(out.given).to.deep.equal(['default 21', 42, 42]);
  });

  it('keeps a module’s variables between runs', async () => {
    const out = new FakePort();
    const binding = on(out, 'go', { fn: `${fixture('handlers.js')}#count`, outputs: out });
    for (let i = 0; i < 3; i++) {
      out.fire('go');
      await ended(binding);
    }
    expect(out.given).to.deep.equal([1, 2, 3]);
  });

  it('runs in the page with thread: "main"', async () => {
    const [out, closure] = [new FakePort(), 'a closure'];
    const binding = on(out, 'go', {
      fn: () => `${closure} and ${typeof document}`,
      outputs: out,
      thread: 'main',
    });
    out.fire('go');
    await ended(binding);
    expect(out.given).to.deep.equal(['a closure and object']);
  });

  it('[C128] leaves the outputs alone when a generator never yields', async () => {
    const out = new FakePort('kept');
    const binding = on(out, 'go', { fn: function* () {}, outputs: out });
    out.fire('go');
    expect(await ended(binding)).to.equal('success');
    expect(out.given).to.deep.equal([]);
    expect(out.value).to.equal('kept');
  });

  it('[C129] updates several outputs together at each yield', async () => {
    const [one, two] = [new FakePort(), new FakePort()];
    const binding = on(one, 'go', {
      fn: function* () {
        yield [1, 'a'];
        yield [2, 'b'];
      },
      outputs: [one, two],
    });
    one.fire('go');
    await ended(binding);
    expect(one.given).to.deep.equal([1, 2]);
    expect(two.given).to.deep.equal(['a', 'b']);
  });

  it('[C44] takes an object keyed by output id, and leaves the others alone', async () => {
    const [one, two] = [new FakePort(1, 'one'), new FakePort(2, 'two')];
    const binding = on(one, 'go', { fn: () => ({ two: 'new' }), outputs: [one, two] });
    one.fire('go');
    await ended(binding);
    expect(one.given).to.deep.equal([]);
    expect(two.given).to.deep.equal(['new']);
  });

  it('[C45] [C46] skips and updates', async () => {
    const [one, two] = [new FakePort(1), new FakePort(2)];
    const binding = on(one, 'go', {
      fn: (ctx: { skip: unknown; update(props: object): unknown }) => [ctx.skip, ctx.update({ lines: 3 })],
      outputs: [one, two],
    });
    one.fire('go');
    await ended(binding);
    expect(one.given).to.deep.equal([]);
    expect(two.given).to.deep.equal([]);
    expect((two as unknown as { lines: number }).lines).to.equal(3);
  });

  it('[C133] loses none of a thousand quick yields', async () => {
    const out = new FakePort();
    const binding = on(out, 'go', {
      fn: function* () {
        for (let i = 0; i < 1000; i++) yield i;
      },
      outputs: out,
    });
    out.fire('go');
    await ended(binding);
    expect(out.given).to.deep.equal(Array.from({ length: 1000 }, (_, i) => i));
  });

  it('shows yields as they come, not at the end', async () => {
    const out = new FakePort();
    const binding = on(out, 'go', {
      fn: async function* () {
        yield 'first';
        await new Promise(() => {});
      },
      outputs: out,
    });
    out.fire('go');
    await given(out, (value) => value === 'first');
    expect(out.status.stage).to.equal('generating');
    const end = ended(binding);
    binding.cancel();
    expect(await end).to.equal('cancelled');
  });

  it('takes a buffer as it is when yielded, and the handler may write on', async () => {
    const out = new FakePort();
    const binding = on(out, 'go', {
      fn: function* () {
        const image = new ImageData(2, 1);
        for (let i = 1; i <= 3; i++) {
          image.data.fill(i);
          yield image;
        }
        if (image.data.length !== 8) throw new Error('the buffer was taken away');
      },
      outputs: out,
    });
    out.fire('go');
    expect(await ended(binding)).to.equal('success');
    expect(out.given.map((image) => (image as ImageData).data[0])).to.deep.equal([1, 2, 3]);
  });
});
