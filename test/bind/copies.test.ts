import { expect } from '@esm-bundle/chai';
import * as own from '../../src/bind/binding/binding.ts';
import { on } from '../../src/bind/binding/on.ts';
import { FakePort } from '../helpers/bind/fake-port.ts';

describe('two copies of the library on one page', () => {
  it('know each other’s bindings, so that an app can be driven whichever copy bound it', async () => {
    const url = new URL('../../src/bind/binding/binding.ts?copy', import.meta.url).href;
    const other = (await import(url)) as typeof own;
    expect(other).not.to.equal(own);
    const binding = on(new FakePort(), 'go', { fn: () => 1 });
    expect(other.live.has(binding)).to.equal(true);
    binding.remove();
    expect(other.live.has(binding)).to.equal(false);
  });
});
