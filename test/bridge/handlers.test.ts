import { expect } from '@esm-bundle/chai';
import { handlers } from '../../src/bridge/handlers.ts';
import { on } from '../../src/bind/binding/on.ts';
import type { Handlers } from '../fixtures/served.ts';
import { FakePort, ended } from '../helpers/bind/fake-port.ts';

let made = 0;
const { shout, letters, calls, loop } = handlers<Handlers>(() => {
  made++;
  return new Worker(new URL('../fixtures/served.ts', import.meta.url), { type: 'module' });
});

describe('handlers of a worker from a bundler', () => {
  it('makes no worker before it is needed, and one for each handler', async () => {
    const [text, out] = [new FakePort('abc'), new FakePort()];
    expect(made).to.equal(0);
    const binding = on(text, 'go', { fn: shout, inputs: text, outputs: out });
    const spelling = on(text, 'spell', { fn: letters, inputs: text, outputs: out });
    expect(made).to.equal(0);
    text.fire('go');
    await ended(binding);
    text.fire('go');
    await ended(binding);
    expect(made).to.equal(1);
    text.fire('spell');
    await ended(spelling);
    expect(out.given).to.deep.equal(['ABC', 'ABC', 'a', 'b', 'c']);
    expect(binding.apiName).to.equal('shout');
  });

  it('makes a new worker after a Stop, and several for concurrencyLimit', async () => {
    const out = new FakePort();
    const stuck = on(out, 'go', { fn: loop, outputs: out });
    const before = made;
    out.fire('go');
    const end = ended(stuck);
    stuck.cancel();
    await end;
    const twice = on(out, 'count', { fn: calls, outputs: out, triggerMode: 'multiple', concurrencyLimit: 2 });
    out.fire('count');
    out.fire('count');
    while (twice.running) await ended(twice);
    expect(out.given).to.deep.equal([1, 1]);
    expect(made).to.be.at.least(before + 2);
    twice.remove();
  });

  it('says which handlers a worker has', async () => {
    const out = new FakePort();
    out.addEventListener('riv-toast', (event) => event.preventDefault());
    const all = handlers<Record<string, unknown>>(
      () => new Worker(new URL('../fixtures/served.ts', import.meta.url), { type: 'module' }),
    );
    const binding = on(out, 'go', { fn: all.missing!, outputs: out });
    out.fire('go');
    await ended(binding);
    expect(out.status.error!.message).to.match(/The worker has no export "missing"; it exports "shout"/);
  });

  it('refuses what is no function', () => {
    expect(() => handlers('worker.js' as never)).to.throw(TypeError, /function that makes a worker/);
  });
});
