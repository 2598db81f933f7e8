import { expect } from '@esm-bundle/chai';
import { on } from '../../src/bind/binding/on.ts';
import { portSink } from '../../src/bind/run/sink.ts';
import * as rv from '../../src/index.ts';
import { ValueError } from '../../src/shared/errors.ts';
import { FakePort, ended, given } from '../helpers/bind/fake-port.ts';
import { clearPage, mount } from '../helpers/page.ts';

type Context = { skip: unknown };

/** Runs a handler once with these outputs; what the console was warned of. */
async function run(
  fn: (...args: never[]) => unknown,
  outputs: FakePort[],
): Promise<{ outcome: string; warned: string[] }> {
  const warned: string[] = [];
  const own = console.warn;
  console.warn = (message: unknown) => warned.push(String(message));
  outputs[0]!.addEventListener('riv-toast', (event) => event.preventDefault());
  const binding = on(outputs[0]!, 'go', { fn, outputs });
  outputs[0]!.fire('go');
  const outcome = await ended(binding);
  console.warn = own;
  binding.remove();
  return { outcome, warned };
}

describe('what a handler gives', () => {
  afterEach(clearPage);

  it('[C44] fails for a key that is no output, and says which there are', async () => {
    const outputs = [new FakePort(1, 'one'), new FakePort(2, 'two')];
    const { outcome } = await run(() => ({ two: 'new', three: 3 }), outputs);
    expect(outcome).to.equal('failure');
    expect(outputs[1]!.status.error?.message).to.match(/"three".*no output.*"one", "two"/);
    expect(outputs.map((port) => port.given)).to.deep.equal([[], []]);
  });

  it('[C45] leaves every output alone for a single skip', async () => {
    const outputs = [new FakePort(1), new FakePort(2)];
    const { outcome } = await run((ctx: Context) => ctx.skip, outputs);
    expect([outcome, ...outputs.map((port) => port.given)]).to.deep.equal(['success', [], []]);
  });

  it('[C47] warns of too many values, and shows the first ones', async () => {
    const outputs = [new FakePort(), new FakePort()];
    const { outcome, warned } = await run(function three() {
      return [1, 2, 3];
    }, outputs);
    expect([outcome, ...outputs.map((port) => port.given)]).to.deep.equal(['success', [1], [2]]);
    expect(warned.join()).to.contain('"three" gave 3 values for 2 outputs');
  });

  it('[C65] [C129] sets a State with each yield, whose listeners run once for each that differs', async () => {
    const [go, out, seen] = [new FakePort(), new FakePort(), new FakePort()];
    const state = await mount(new rv.State({ value: [] }));
    let changes = 0;
    state.addEventListener('change', () => changes++);
    on(state, 'change', { fn: (list: number[]) => list.length, inputs: state, outputs: seen });
    const binding = on(go, 'go', {
      fn: async function* (past: number[]) {
        for (const n of [1, 1, 2]) {
          yield [`${n}`, Array.from({ length: n }, () => past.length)];
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      },
      inputs: state,
      outputs: [out, state],
    });
    go.fire('go');
    await ended(binding);
    expect([out.given, state.value, changes]).to.deep.equal([['1', '1', '2'], [0, 0], 2]);
    await given(seen, (value) => value === 2);
    expect(seen.given.length).to.be.within(1, 2);
  });

  it('[C133] leaves the page responsive while values pour in, and ends with the last', async () => {
    const text = await mount(new rv.Textbox());
    const binding = on(text, 'submit', {
      fn: function* () {
        for (let i = 0; i <= 5000; i++) yield `line ${i}`;
      },
      outputs: text,
    });
    const waits: number[] = [];
    let over = false;
    const answered = (async () => {
      while (!over) {
        const asked = performance.now();
        await new Promise((resolve) => setTimeout(resolve));
        waits.push(performance.now() - asked);
      }
    })();
    text.dispatchEvent(new CustomEvent('submit'));
    await ended(binding);
    over = true;
    await answered;
    await text.updateComplete;
    expect(text.value).to.equal('line 5000');
    expect((text.shadowRoot?.getElementById('control') as HTMLTextAreaElement).value).to.equal('line 5000');
    waits.sort((a, b) => a - b);
    expect(waits[Math.floor(waits.length * 0.9)]).to.be.below(100);
  });

  it('[C40] makes one more run by default for changes and keys, none for others', async () => {
    for (const [event, runs] of [
      ['change', 2],
      ['keyUp', 2],
      ['submit', 1],
      ['click', 1],
    ] as const) {
      const [go, gates] = [new FakePort(), [] as (() => void)[]];
      const binding = on(go, event, {
        fn: () => new Promise<void>((resolve) => gates.push(resolve)),
        thread: 'main',
      });
      const begun = (count: number) =>
        new Promise<void>((resolve) => {
          const look = () => (gates.length >= count ? resolve() : requestAnimationFrame(look));
          look();
        });
      go.fire(event);
      await begun(1);
      go.fire(event);
      go.fire(event);
      const first = ended(binding);
      gates[0]!();
      await first;
      if (runs === 2) {
        await begun(2);
        const second = ended(binding);
        gates[1]!();
        await second;
      }
      expect([event, gates.length, binding.running]).to.deep.equal([event, runs, false]);
      binding.remove();
    }
  });

  it('keeps what an object with pixels says besides', async () => {
    const out = new FakePort();
    await run(() => ({ data: new Uint8Array([1, 2, 3, 4]), width: 1, height: 1, note: 'red' }), [out]);
    expect(out.given).to.deep.equal([
      { data: new Uint8Array([1, 2, 3, 4]), width: 1, height: 1, note: 'red' },
    ]);
  });

  it('closes the pictures that no output took when one of them refuses its value', async () => {
    const [go, first, second] = [new FakePort(), new FakePort(), new FakePort()];
    first.fromHandler = () => {
      throw new ValueError('not this');
    };
    const bitmap = await createImageBitmap(new ImageData(3, 2));
    const sink = portSink({ inputs: [], outputs: [first, second], options: {} }, go);
    expect(() => sink.values([1, bitmap])).to.throw('not this');
    expect(bitmap.width).to.equal(0);
    expect(second.given).to.deep.equal([]);
  });
});
