import { expect } from '@esm-bundle/chai';
import { on } from '../../src/bind/binding/on.ts';
import { RivTextbox } from '../../src/components/textbox/textbox.ts';
import { FakePort, ended, given } from '../helpers/bind/fake-port.ts';
import { once } from '../helpers/wait.ts';

describe('Stop', () => {
  it('[C160] ends a synchronous endless loop for the user at once, and the next run works', async () => {
    const [mode, out] = [new FakePort('loop'), new FakePort()];
    const binding = on(mode, 'go', {
      fn: function* (mode: string) {
        yield 'started';
        while (mode === 'loop');
        yield 'fine';
      },
      inputs: mode,
      outputs: out,
    });
    mode.fire('go');
    await given(out, (value) => value === 'started');
    const end = ended(binding);
    const pressed = performance.now();
    binding.cancel();
    expect(await end).to.equal('cancelled');
    expect(performance.now() - pressed).to.be.below(200);
    expect(binding.running).to.equal(false);
    mode.fire('go', 'fine');
    await given(out, (value) => value === 'fine');
    expect(out.given).to.deep.equal(['started', 'started', 'fine']);
  });

  it('[C29] returns the generator: its finally runs, the last value stays, later yields are not shown', async () => {
    const [out, log] = [new FakePort(), new FakePort()];
    const binding = on(out, 'go', {
      fn: async function* (ctx: { signal: AbortSignal; info(text: string): void }) {
        (self as unknown as { cleaned?: boolean }).cleaned = false;
        try {
          for (let i = 0; ; i++) {
            yield i;
            await new Promise((resolve) => setTimeout(resolve, 1));
          }
        } finally {
          (self as unknown as { cleaned?: boolean }).cleaned = ctx.signal.aborted;
        }
      },
      outputs: out,
    });
    out.fire('go');
    await given(out, (value) => value === 3);
    binding.cancel();
    const shown = out.given.length;
    // The next run of the same handler uses the same, still living worker.
    const again = on(log, 'go', {
      fn: `${new URL('../fixtures/handlers.js', import.meta.url)}#twice`,
      inputs: new FakePort(1),
      outputs: log,
    });
    log.fire('go');
    await ended(again);
    expect(out.given.length).to.equal(shown);
    expect(out.status.stage).to.equal('complete');
  });

  it('aborts ctx.signal, and a handler that heeds it keeps its worker', async () => {
    const [mode, out] = [new FakePort('wait'), new FakePort()];
    const binding = on(mode, 'go', {
      fn: async function* (mode: string, ctx: { signal: AbortSignal }) {
        const page = self as unknown as { aborts?: number };
        if (mode === 'tell') {
          yield `aborts: ${page.aborts}`;
          return;
        }
        yield 'waiting';
        await new Promise<void>((resolve) => ctx.signal.addEventListener('abort', () => resolve()));
        page.aborts = (page.aborts ?? 0) + 1;
      },
      inputs: mode,
      outputs: out,
    });
    mode.fire('go');
    await given(out, (value) => value === 'waiting');
    let end = ended(binding);
    binding.cancel();
    await end;
    // Asked at once, a fresh worker may answer; once the stopped run has ended its own worker serves again.
    for (let i = 0; i < 20 && out.value !== 'aborts: 1'; i++) {
      end = ended(binding);
      mode.fire('go', 'tell');
      await end;
    }
    expect(out.value).to.equal('aborts: 1');
  });

  it('[C49] [C50] cancels what runs and what waits; the canceller’s own follower runs', async () => {
    const [a, out, after] = [new FakePort(), new FakePort(), new FakePort()];
    const forever = on(a, 'go', {
      fn: async function* () {
        yield 'running';
        await new Promise(() => {});
      },
      outputs: out,
      triggerMode: 'multiple',
    });
    const stop = on(a, 'stop', { fn: null, cancels: forever });
    const follower = stop.after({ fn: () => 'stopped', outputs: after });
    a.fire('go');
    a.fire('go'); // waits for the first
    await given(out, (value) => value === 'running');
    const end = ended(follower);
    a.fire('stop');
    await end;
    expect(after.given).to.deep.equal(['stopped']);
    expect(forever.running).to.equal(false);
    expect(out.given).to.deep.equal(['running']);
    expect(out.status.stage).to.equal('complete');
  });

  it('frees the slot: a run that waits for it starts', async () => {
    const [a, b, out] = [new FakePort(), new FakePort(), new FakePort()];
    const options = { concurrencyId: 'stop-slot', outputs: out };
    const loop = on(a, 'go', {
      ...options,
      fn: () => {
        for (;;);
      },
    });
    const next = on(b, 'go', { ...options, fn: () => 'next' });
    a.fire('go');
    b.fire('go');
    const end = ended(next);
    loop.cancel();
    expect(await end).to.equal('success');
    expect(out.given).to.deep.equal(['next']);
  });

  it('removes a binding: it stops, and its events do nothing', async () => {
    const [a, out] = [new FakePort(), new FakePort()];
    const binding = on(a, 'go', {
      fn: async function* () {
        yield 1;
        await new Promise(() => {});
      },
      outputs: out,
    });
    a.fire('go');
    await given(out, (value) => value === 1);
    const end = ended(binding);
    binding.remove();
    expect(await end).to.equal('cancelled');
    a.fire('go');
    expect(binding.running).to.equal(false);
  });

  it('starts anew when it is cancelled and asked again in one task', async () => {
    const [a, out] = [new FakePort('first'), new FakePort()];
    const binding = on(a, 'go', {
      fn: async function* (name: string) {
        yield name;
        if (name === 'first') await new Promise(() => {});
      },
      inputs: a,
      outputs: out,
    });
    a.fire('go');
    await given(out, (value) => value === 'first');
    binding.cancel();
    expect(binding.running).to.equal(false);
    a.fire('go', 'second');
    await given(out, (value) => value === 'second');
    expect(out.given).to.deep.equal(['first', 'second']);
  });

  it('does not run a follower that was removed', async () => {
    const [a, gone, kept] = [new FakePort(1), new FakePort(), new FakePort()];
    const binding = on(a, 'go', { fn: (n: number) => n, inputs: a });
    const removed = binding.after({ fn: (n: number) => n, inputs: a, outputs: gone });
    const follower = binding.after({ fn: (n: number) => n, inputs: a, outputs: kept });
    removed.remove();
    const end = ended(follower);
    a.fire('go');
    expect(await end).to.equal('success');
    expect([gone.given, kept.given]).to.deep.equal([[], [1]]);
  });

  it('stops when the last element has left the page, and works again when it is back', async () => {
    const field = new RivTextbox({ label: 'Out' });
    document.body.append(field);
    const binding = on(field, 'submit', {
      fn: async function* () {
        yield 'running';
        await new Promise(() => {});
      },
      outputs: field,
    });
    const shown = () => once(field, 'change');
    let running = shown();
    field.dispatchEvent(new CustomEvent('submit'));
    await running;
    document.body.append(field); // a move is no removal
    await new Promise((resolve) => setTimeout(resolve));
    expect(binding.running).to.equal(true);
    const end = ended(binding);
    field.remove();
    expect(await end).to.equal('cancelled');
    expect(field.status.stage).to.equal('complete');
    document.body.append(field);
    field.value = '';
    running = shown();
    field.dispatchEvent(new CustomEvent('submit'));
    await running;
    binding.remove();
    field.remove();
  });
});
