import { expect } from '@esm-bundle/chai';
import { unlessSilent } from '../../../workers/engines/ffmpeg/silence.ts';

describe('waiting for what may fall silent', () => {
  it('gives what the work gives, or throws what it throws', async () => {
    expect(await unlessSilent(10_000, async () => 5)).to.equal(5);
    const failure = unlessSilent(10_000, () => Promise.reject(new Error('broken')));
    expect(await failure.catch(({ message }: Error) => message)).to.equal('broken');
  });

  it('ends when nothing is heard any more', async () => {
    const never = unlessSilent(1, () => new Promise(() => undefined));
    const { name, message } = (await never.catch((error: unknown) => error)) as Error;
    expect([name, message]).to.deep.equal(['SilenceError', 'it said nothing for 0.001 s']);
  });

  it('waits anew after each sign of life, and leaves no timer', async () => {
    const { setTimeout: set, clearTimeout: clear } = globalThis;
    const timers = new Set<number>();
    const limits: number[] = [];
    Object.assign(globalThis, {
      setTimeout: (_: () => void, limit: number) => {
        timers.add(limits.push(limit));
        return limits.length;
      },
      clearTimeout: (timer: number) => timers.delete(timer),
    });
    try {
      const waiting = unlessSilent(700, async (alive) => {
        alive();
        alive();
        return timers.size;
      });
      expect(await waiting).to.equal(1);
      expect(limits).to.deep.equal([700, 700, 700]);
      expect(timers.size).to.equal(0);
    } finally {
      Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    }
  });
});
