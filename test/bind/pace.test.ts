import { expect } from '@esm-bundle/chai';
import { Pace } from '../../src/shared/stream/pace.ts';

const never = new AbortController().signal;
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until a chunk is due and takes it. */
async function step(pace: Pace): Promise<void> {
  await pace.next(never);
  pace.taken();
}

describe('pace', () => {
  it('is due at once, then every step', async () => {
    const pace = new Pace(() => 50);
    const start = performance.now();
    await step(pace);
    expect(performance.now() - start).to.be.below(40);
    for (let i = 0; i < 4; i++) await step(pace);
    expect(performance.now() - start).to.be.within(190, 330);
  });

  it('is due after a first step where it is asked to wait', async () => {
    const start = performance.now();
    await new Pace(() => 80, true).next(never);
    expect(performance.now() - start).to.be.within(75, 160);
  });

  it('keeps its distance after late chunks', async () => {
    const pace = new Pace(() => 100);
    const taken: number[] = [];
    for (let i = 0; i < 6; i++) {
      await step(pace);
      taken.push(performance.now());
      if (i % 2 === 0) await after(130);
    }
    const gaps = taken.slice(1).map((at, i) => at - taken[i]!);
    for (const gap of gaps) expect(gap).to.be.above(89);
    expect(pace.moments).to.equal(6);
  });

  it('counts the moments that have passed, save those in which nothing was wanted', async () => {
    const pace = new Pace(() => 40);
    await step(pace);
    await after(130);
    await step(pace);
    expect(pace.moments).to.be.within(4, 6);
    const before = pace.moments;
    const start = performance.now();
    await after(130);
    pace.skip(performance.now() - start);
    await step(pace);
    expect(pace.moments).to.equal(before + 1);
  });

  it('[C111] heeds a change of the step', async () => {
    let every = 20;
    const pace = new Pace(() => every);
    await step(pace);
    await step(pace);
    every = 150;
    await step(pace);
    const start = performance.now();
    await step(pace);
    expect(performance.now() - start).to.be.above(110);
  });

  it('hurries, and gives up at an abort', async () => {
    const pace = new Pace(() => 60_000);
    await step(pace);
    const hurried = pace.next(never);
    pace.hurry();
    await hurried;
    pace.taken();
    const abort = new AbortController();
    const waiting = pace.next(abort.signal);
    abort.abort();
    await waiting;
  });
});
