import { expect } from '@esm-bundle/chai';
import { videoEngine } from '../../src/runner/tools/video.ts';
import type { VideoEngine } from '../../src/runner/tools/video-types.ts';
import { failure } from '../helpers/media/frames.ts';

const video = new Blob();

describe('ctx.frames and ctx.clip, before their engine is there', () => {
  it('answer at once, and load it when a frame is asked for', async () => {
    let loads = 0;
    const frame = {} as VideoFrame;
    const frames = videoEngine(async () => {
      loads += 1;
      const next = async () => ({ value: frame, done: false as const });
      return { frames: () => ({ next }) } as unknown as VideoEngine;
    }).frames(video);
    expect(frames[Symbol.asyncIterator]()).to.equal(frames);
    expect(loads).to.equal(0);
    expect((await Promise.all([frames.next(), frames.next()])).map(({ value }) => value)).to.deep.equal([
      frame,
      frame,
    ]);
    expect(loads).to.equal(1);
  });

  it('take null for no options', async () => {
    const given: unknown[] = [];
    const engine = { frames: (_: Blob, options?: object) => (given.push(options), { info: () => null }) };
    const face = videoEngine(async () => engine as unknown as VideoEngine);
    await face.frames(video, null as never).info();
    await face.frames(video).info();
    expect(given).to.deep.equal([undefined, undefined]);
  });

  it('load nothing for a loop that is left before it began', async () => {
    const frames = videoEngine(() => Promise.reject(new Error('loaded'))).frames(video);
    expect(await frames.return()).to.deep.equal({ value: undefined, done: true });
  });

  it('hand on why the engine could not be loaded, to whoever asks', async () => {
    const reason = new Error('not here');
    const face = videoEngine(() => Promise.reject(reason));
    face.clip({ fps: 25 }); // nobody asks this one: no rejection is left over
    const clip = face.clip({ fps: 25 });
    const frames = face.frames(video);
    for (const work of [clip.end(), frames.next(), frames.info()])
      expect(await failure(work)).to.equal(reason);
  });
});
