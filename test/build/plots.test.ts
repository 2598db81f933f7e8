import { expect } from '@esm-bundle/chai';
import { inFrame } from '../helpers/built.ts';
import { served } from '../helpers/origins.ts';

describe('plots of the built library', () => {
  it('are drawn under a strict policy, which finds nothing to refuse', async () => {
    const csp = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
    const { error, results, violations } = await inFrame(served('test/fixtures/dist/plots.html', { csp }));
    expect(error).to.equal(undefined);
    expect(results).to.deep.equal({ line: [true, true], bar: [true, true], scatter: [true, true] });
    expect(violations).to.deep.equal([]);
  });
});
