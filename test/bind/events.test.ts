import { expect } from '@esm-bundle/chai';
import { on } from '../../src/bind/binding/on.ts';
import type { BindingOptions } from '../../src/bind/options.ts';
import { until } from '../helpers/wait.ts';
import { FakePort, ended, given } from '../helpers/bind/fake-port.ts';

/** A handler that waits until the test lets it go: each run takes the next gate. */
function gated(options: Partial<BindingOptions> = {}) {
  const trigger = new FakePort(0);
  const out = new FakePort();
  const gates: (() => void)[] = [];
  const seen: unknown[] = [];
  let running = 0;
  let most = 0;
  const binding = on(trigger, 'change', {
    fn: async (value: unknown) => {
      seen.push(value);
      most = Math.max(most, ++running);
      await new Promise<void>((resolve) => gates.push(resolve));
      running--;
      return value;
    },
    thread: 'main',
    inputs: trigger,
    outputs: out,
    ...options,
  });
  const started = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => (seen.length >= count ? resolve() : requestAnimationFrame(look));
      look();
    });
  const idle = () =>
    new Promise<void>((resolve) => {
      const look = () => (binding.running ? requestAnimationFrame(look) : resolve());
      look();
    });
  return { trigger, out, gates, seen, binding, started, idle, most: () => most };
}

describe('events', () => {
  it('[C3] [C40] makes exactly one more run for all changes during a run, with the newest value', async () => {
    const { trigger, gates, seen, out, started, idle } = gated();
    trigger.fire('change', 1);
    await started(1);
    for (const value of [2, 3, 4]) trigger.fire('change', value);
    gates.shift()!();
    await started(2);
    gates.shift()!();
    await idle();
    expect(seen).to.deep.equal([1, 4]);
    expect(out.given).to.deep.equal([1, 4]);
  });

  it('[C17] runs the newer change also when the run before it fails', async () => {
    let reads = 0;
    const [trigger, out] = [new FakePort(0), new FakePort()];
    const read = trigger.toHandler.bind(trigger);
    trigger.toHandler = () => {
      reads++;
      return read();
    };
    out.addEventListener('riv-toast', (event) => event.preventDefault());
    const binding = on(trigger, 'change', {
      fn: async (value: number) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        if (value === 1) throw new Error('one');
        return value;
      },
      inputs: trigger,
      outputs: out,
    });
    const failed = ended(binding);
    trigger.fire('change', 1);
    // The second change comes while the first run is on.
    await new Promise<void>((resolve) => {
      const look = () => (reads > 0 ? resolve() : requestAnimationFrame(look));
      look();
    });
    trigger.fire('change', 2);
    expect(await failed).to.equal('failure');
    await given(out, (value) => value === 2);
    expect(out.given).to.deep.equal([2]);
  });

  it('[C40] drops events during a run with "once", the default of other events', async () => {
    const { trigger, gates, seen, started, idle } = gated({ triggerMode: 'once' });
    trigger.fire('change', 1);
    await started(1);
    trigger.fire('change', 2);
    gates.shift()!();
    await idle();
    expect(seen).to.deep.equal([1]);
  });

  it('[C53] runs two at once with concurrencyLimit 2, and the third in turn', async () => {
    const { trigger, gates, seen, started, idle, most } = gated({
      triggerMode: 'multiple',
      concurrencyLimit: 2,
    });
    for (const value of [1, 2, 3]) trigger.fire('change', value);
    await started(2);
    expect(seen.length).to.equal(2);
    gates.shift()!();
    await started(3);
    gates.shift()!();
    gates.shift()?.();
    await new Promise(requestAnimationFrame);
    gates.shift()?.();
    await idle();
    expect(most()).to.equal(2);
  });

  it('[C53] gives each waiting run what its own event found, and of a State what it holds when its turn comes', async () => {
    const [trigger, state] = [new FakePort(0), Object.assign(new FakePort(0), { silent: true })];
    const out = new FakePort();
    const binding = on(trigger, 'change', {
      fn: async (value: number, sum: number) => {
        await new Promise(requestAnimationFrame);
        return [value, sum + value];
      },
      thread: 'main',
      triggerMode: 'multiple',
      inputs: [trigger, state],
      outputs: [out, state],
    });
    for (const value of [1, 2, 3]) trigger.fire('change', value);
    await until(() => !binding.running);
    expect(out.given).to.deep.equal([1, 2, 3]);
    expect(state.given).to.deep.equal([1, 3, 6]);
  });

  it('[C51] runs any number at once with concurrencyLimit null: what Gradio calls queue=False', async () => {
    const { trigger, gates, seen, out, started, idle, most } = gated({
      triggerMode: 'multiple',
      concurrencyLimit: null,
    });
    for (const value of [1, 2, 3, 4, 5]) trigger.fire('change', value);
    await started(5);
    for (const open of gates.splice(0)) open();
    await idle();
    expect([seen.length, most()]).to.deep.equal([5, 5]);
    expect(out.statuses.filter(({ queue }) => queue)).to.deep.equal([]);
  });

  it('[C52] does not overlap the runs of one binding; two bindings of the same handler do not wait for each other', async () => {
    const gates: (() => void)[] = [];
    const fn = () => new Promise<void>((resolve) => gates.push(resolve));
    const [one, two] = [new FakePort(), new FakePort()];
    const bound = [one, two].map((port) =>
      on(port, 'go', { fn, thread: 'main', triggerMode: 'multiple', outputs: port }),
    );
    for (const port of [one, one, two]) port.fire('go');
    await until(() => gates.length === 2);
    expect(one.status.stage).to.equal('pending');
    expect(one.statuses.filter(({ queue }) => queue).length).to.equal(1);
    expect(two.statuses.filter(({ queue }) => queue)).to.deep.equal([]);
    gates.shift()!();
    await until(() => gates.length === 2);
    for (const open of gates) open();
    await until(() => bound.every((binding) => !binding.running));
  });

  it('[C92] shares a limit between bindings of one concurrencyId only', async () => {
    const one = gated({ concurrencyId: 'shared-limit' });
    const two = gated({ concurrencyId: 'shared-limit' });
    const other = gated();
    for (const each of [one, two, other]) each.trigger.fire('change', 1);
    await Promise.all([one.started(1), other.started(1)]);
    expect(two.seen).to.deep.equal([]);
    expect(two.out.status.queue).to.deep.equal({ position: 1, size: 1 });
    one.gates.shift()!();
    await two.started(1);
    two.gates.shift()!();
    other.gates.shift()!();
    await Promise.all([one.idle(), two.idle(), other.idle()]);
    expect(two.out.given).to.deep.equal([1]);
  });

  it('[C41] several triggers start one binding and share its gate', async () => {
    const [a, b, out] = [new FakePort(1), new FakePort(2), new FakePort()];
    const binding = on(
      [
        [a, 'change'],
        [b, 'submit'],
      ],
      { fn: (x: number, y: number) => x + y, inputs: [a, b], outputs: out },
    );
    a.fire('change', 10);
    await ended(binding);
    b.fire('submit', 20);
    await ended(binding);
    expect(out.given).to.deep.equal([12, 30]);
  });

  it('[C42] without triggers, listens to the change of each input', async () => {
    const [a, b, out] = [new FakePort(1), new FakePort(2), new FakePort()];
    const binding = on({ fn: (x: number, y: number) => x * y, inputs: [a, b], outputs: out });
    b.fire('change', 5);
    await ended(binding);
    expect(out.given).to.deep.equal([5]);
  });

  it('[C48] runs after and success when a run succeeds, after and failure when it fails, in a chain', async () => {
    const [mode, out] = [new FakePort('good'), new FakePort()];
    const log: string[] = [];
    const note = (word: string) => ({ fn: () => void log.push(word), thread: 'main' as const });
    out.addEventListener('riv-toast', (event) => event.preventDefault());
    const binding = on(mode, 'go', {
      fn: (mode: string) => {
        if (mode === 'bad') throw new Error('bad');
        return mode;
      },
      inputs: mode,
      outputs: out,
    });
    const last = binding.after(note('after')).after(note('then'));
    binding.success(note('success'));
    const failed = binding.failure(note('failure'));
    mode.fire('go');
    await ended(last);
    expect([...log].sort()).to.deep.equal(['after', 'success', 'then']);
    expect(log.indexOf('after')).to.be.below(log.indexOf('then'));
    log.length = 0;
    mode.fire('go', 'bad');
    await Promise.all([ended(last), ended(failed)]);
    expect([...log].sort()).to.deep.equal(['after', 'failure', 'then']);
  });

  it('[C106] fires change on the outputs for each result', async () => {
    const [a, out, echo] = [new FakePort(), new FakePort(), new FakePort()];
    on(out, 'change', { fn: (value: unknown) => `saw ${value}`, inputs: out, outputs: echo });
    on(a, 'go', { fn: () => 'it', outputs: out });
    a.fire('go');
    await given(echo, (value) => value === 'saw it');
    expect(echo.given).to.deep.equal(['saw it']);
  });

  it('is over, with its value in place, when a single result fires change', async () => {
    const [a, out] = [new FakePort(), new FakePort()];
    const binding = on(a, 'go', { fn: () => 7, outputs: out });
    const at = new Promise<unknown[]>((resolve) =>
      out.addEventListener('change', () => resolve([binding.running, out.value, out.status.stage])),
    );
    a.fire('go');
    expect(await at).to.deep.equal([false, 7, 'complete']);
  });

  it('gives the handler the event that started the run', async () => {
    const [a, out] = [new FakePort('v', 'picker'), new FakePort()];
    const binding = on(a, 'select', { fn: (ctx: { event: unknown }) => ctx.event, outputs: out });
    a.dispatchEvent(new CustomEvent('select', { detail: { index: [3, 4], selected: true } }));
    await ended(binding);
    expect(out.value).to.deep.equal({
      target: 'picker',
      name: 'select',
      data: { index: [3, 4], selected: true },
    });
  });

  it('[C55] [C58] shows toasts and progress while the handler runs', async () => {
    const [a, out] = [new FakePort(), new FakePort()];
    const toasts: unknown[] = [];
    out.addEventListener('riv-toast', (event) => {
      event.preventDefault();
      toasts.push((event as CustomEvent).detail);
    });
    const binding = on(a, 'go', {
      fn: async function* (ctx: {
        info(text: string, o?: object): void;
        progress(done: unknown, desc?: string): void;
      }) {
        ctx.info('begun', { title: 'Note' });
        ctx.progress(0.5, 'Half');
        ctx.progress([3, 10]);
        ctx.progress(null);
        await new Promise(() => {});
      },
      outputs: out,
    });
    a.fire('go');
    await new Promise<void>((resolve) => {
      const look = () =>
        out.statuses.at(-1)?.progress?.[0]?.fraction === null && toasts.length
          ? resolve()
          : requestAnimationFrame(look);
      look();
    });
    const levels = out.statuses.flatMap(({ progress }) => progress ?? []);
    expect(levels[0]).to.deep.include({ fraction: 0.5, desc: 'Half' });
    expect(levels[1]).to.deep.include({ index: 3, length: 10 });
    expect(toasts[0]).to.deep.include({ level: 'info', message: 'begun', title: 'Note' });
    const end = ended(binding);
    binding.cancel();
    await end;
  });

  it('[C59] counts a wrapped loop, nested levels too', async () => {
    const out = new FakePort();
    const binding = on(out, 'go', {
      fn: async (ctx: { progress: { each<T>(items: T[], desc?: string): Iterable<T> } }) => {
        for (const _ of ctx.progress.each(['a', 'b'], 'outer'))
          for (const _ of ctx.progress.each([1, 2, 3]))
            await new Promise((resolve) => setTimeout(resolve, 20));
        return 'done';
      },
      outputs: out,
    });
    out.fire('go');
    await ended(binding);
    const shown = out.statuses.flatMap(({ progress }) =>
      progress ? [progress.map(({ index, length }) => `${index}/${length}`).join(' ')] : [],
    );
    expect(shown[0]).to.equal('0/2');
    expect(shown).to.include('0/2 0/3').and.to.include('1/2 2/3');
  });

  it('[C43] gives one object when the inputs are a Set', async () => {
    const [a, b, out] = [new FakePort(1, 'a'), new FakePort(2, 'b'), new FakePort()];
    const binding = on(a, 'go', { fn: (all: object) => all, inputs: new Set([a, b]), outputs: out });
    a.fire('go');
    await ended(binding);
    expect(out.value).to.deep.equal({ a: 1, b: 2 });
  });

  it('drives a run from script without touching the elements', async () => {
    const [a, out] = [new FakePort(1), new FakePort('kept')];
    const binding = on(a, 'go', {
      fn: function* steps(n: number) {
        yield n;
        yield n + 1;
      },
      inputs: a,
      outputs: out,
    });
    expect(binding.apiName).to.equal('steps');
    const data: unknown[] = [];
    for await (const event of binding.submit([41])) if (event.type === 'data') data.push(event.data);
    expect(data).to.deep.equal([[41], [42]]);
    expect(out.value).to.equal('kept');
  });
});
