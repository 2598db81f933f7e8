import { expect } from '@esm-bundle/chai';
import { makeContext } from '../../src/runner/context.ts';
import { videoEngine } from '../../src/runner/tools/video.ts';
import type { Toast } from '../../src/shared/port.ts';
import type { VideoEngine } from '../../src/runner/tools/video-types.ts';
import { testEngines } from '../helpers/engines/engines.ts';

describe('what a handler tells its context', () => {
  it('may have null in place of options, and anything as a message', () => {
    const toasts: Toast[] = [];
    const ctx = makeContext(
      'edges',
      { target: '', name: 'click', data: null },
      { signal: new AbortController().signal },
      { progress: () => undefined, toast: (toast) => toasts.push(toast), engines: testEngines() },
    );
    ctx.warning('a', null as never);
    ctx.info({ toString: 1 } as never);
    ctx.success('x'.repeat(1_000_000));
    expect(toasts.map(({ level }) => level)).to.deep.equal(['warning', 'info', 'success']);
    expect(toasts.map(({ message }) => message.slice(0, 20))).to.deep.equal(['a', 'Object', 'x'.repeat(20)]);
    expect(toasts[2]!.message.length).to.be.below(10_100);
    expect(new ctx.Error('b', null as never).message).to.equal('b');
  });

  it('may have null in place of the options of frames', async () => {
    const given: unknown[] = [];
    const frames = async (...all: unknown[]) => given.push(...all);
    const face = videoEngine(async () => ({ frames }) as unknown as VideoEngine);
    const video = new Blob();
    await face
      .frames(video, null as never)
      .next()
      .catch(() => undefined);
    expect(given).to.deep.equal([video, undefined]);
  });
});
