import { expect } from '@esm-bundle/chai';
import { equal } from '../../src/components/parts/equal.ts';

/** A list in a list in a list …. */
function nested(levels: number): unknown {
  let value: unknown = [];
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

describe('equal', () => {
  it('compares what is alike by what it says', () => {
    expect(
      equal({ a: [1, new Date(5)], b: new Map([[1, 'x']]) }, { b: new Map([[1, 'x']]), a: [1, new Date(5)] }),
    ).to.equal(true);
    expect(equal(new Uint8Array([1, 2]), new Uint8Array([1, 3]))).to.equal(false);
    expect(equal(nested(50), nested(50))).to.equal(true);
    expect(equal(nested(50), nested(51))).to.equal(false);
  });

  it('takes what has more levels than can be looked at for another, and does not throw', () => {
    expect(equal(nested(100_000), nested(100_000))).to.equal(false);
  });
});
