import { expect } from '@esm-bundle/chai';
import { bindings } from '../../src/bind/binding.ts';
import { on } from '../../src/bind/on.ts';
import { FakePort } from '../helpers/fake-port.ts';

describe('two copies of the library on one page', () => {
  it('know each other’s bindings, so that an app can be driven whichever copy bound it', async () => {
    const url = new URL('../../src/bind/binding.ts?copy', import.meta.url).href;
    const other = (await import(url)) as { bindings: typeof bindings };
    expect(other.bindings).not.to.equal(bindings);
    const binding = on(new FakePort(), 'go', { fn: () => 1 });
    expect([...other.bindings()]).to.include(binding);
    binding.remove();
    expect([...other.bindings()]).not.to.include(binding);
  });
});
