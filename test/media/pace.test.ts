import { expect } from '@esm-bundle/chai';
import { Pace } from '../../src/media/pace.ts';

const never = new AbortController().signal;
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('pace', () => {
  it('is due at once, then every step', async () => {
    const pace = new Pace(() => 50);
    const start = performance.now();
    await pace.next(never);
    expect(performance.now() - start).to.be.below(40);
    for (let i = 0; i < 4; i++) await pace.next(never);
    expect(performance.now() - start).to.be.within(190, 330);
  });

  it('is due after a first step where it is asked to wait', async () => {
    const start = performance.now();
    await new Pace(() => 80, true).next(never);
    expect(performance.now() - start).to.be.within(75, 160);
  });

  it('makes no burst after a late chunk', async () => {
    const pace = new Pace(() => 40);
    await pace.next(never);
    await after(200);
    await pace.next(never);
    const start = performance.now();
    await pace.next(never);
    await pace.next(never);
    expect(performance.now() - start).to.be.above(60);
  });

  it('[C111] heeds a change of the step', async () => {
    let every = 20;
    const pace = new Pace(() => every);
    await pace.next(never);
    await pace.next(never);
    every = 150;
    await pace.next(never);
    const start = performance.now();
    await pace.next(never);
    expect(performance.now() - start).to.be.above(110);
  });

  it('hurries, and gives up at an abort', async () => {
    const pace = new Pace(() => 60_000);
    await pace.next(never);
    const hurried = pace.next(never);
    pace.hurry();
    await hurried;
    const abort = new AbortController();
    const waiting = pace.next(abort.signal);
    abort.abort();
    await waiting;
  });
});
