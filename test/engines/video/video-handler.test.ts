import { expect } from '@esm-bundle/chai';
import { on } from '../../../src/bind/binding/on.ts';
import type { HandlerContext } from '../../../src/index.ts';
import type { Clip } from '../../../src/runner/tools/video-types.ts';
import { until } from '../../helpers/wait.ts';
import { FakePort, ended } from '../../helpers/bind/fake-port.ts';
import { each, engine, film, quarters } from '../../helpers/media/frames.ts';

type Fn = (video: Blob, ctx: HandlerContext) => unknown;

const bindings: { remove(): void }[] = [];

/** A handler of one video, in a worker; `run` starts it and resolves with the outcome. */
async function handler(fn: Fn, name = 'plain.mp4', options: { thread?: 'main'; outputs?: FakePort[] } = {}) {
  const button = new FakePort();
  const out = new FakePort();
  const binding = on(button, 'go', {
    fn,
    inputs: new FakePort(await film(name)),
    outputs: options.outputs ?? out,
    thread: options.thread,
  });
  bindings.push(binding);
  const run = () => {
    button.fire('go');
    return ended(binding);
  };
  return { run, binding, out };
}

describe('a handler of a video', () => {
  afterEach(() => {
    for (const binding of bindings.splice(0)) binding.remove();
  });

  async function* flip(video: Blob, ctx: HandlerContext) {
    const frames = ctx.frames(video);
    const { fps, width, height } = await frames.info();
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d')!;
    pen.setTransform(1, 0, 0, -1, 0, height);
    let clip: Clip | null = null;
    let count = 0;
    for await (const frame of frames) {
      clip ??= ctx.clip({ fps });
      pen.drawImage(frame, 0, 0, width, height);
      await clip.add(canvas);
      if (++count % fps === 0) {
        yield await clip.end();
        clip = null;
      }
    }
    if (clip) yield await clip.end();
  }

  for (const thread of [undefined, 'main'] as const)
    it(`gives a clip for every second, turned upside down, ${thread ? 'in the page' : 'in a worker'}`, async () => {
      const { run, out } = await handler(flip, 'plain.webm', { thread });
      expect(await run()).to.equal('success');
      expect(out.given.map((each) => each instanceof Blob && each.type)).to.deep.equal([
        'video/mp4',
        'video/mp4',
      ]);
      const clips = out.given as Blob[];
      const greys: number[] = [];
      for (const clip of clips) {
        expect(await engine().frames(clip).info()).to.deep.equal({
          width: 64,
          height: 48,
          fps: 12,
          duration: 1,
        });
        for (const [blue, grey, red, green] of await each(engine().frames(clip), quarters)) {
          expect([blue![2], red![0], green![1]].every((value) => value! > 120)).to.equal(true);
          greys.push(Math.round((grey![0]! - 18.5) / 8));
        }
      }
      expect(greys).to.deep.equal(Array.from({ length: 24 }, (_, at) => at));
    });

  it('may give the frames themselves: they move to the page, open, and the loop goes on', async () => {
    const outputs = [new FakePort(), new FakePort()];
    const { run } = await handler(
      async function* (video, ctx) {
        for await (const frame of ctx.frames(video)) yield [frame, frame];
      },
      'plain.mp4',
      { outputs },
    );
    expect(await run()).to.equal('success');
    for (const { given } of outputs) {
      const frames = given as VideoFrame[];
      expect(frames).to.have.length(24);
      for (const [at, frame] of frames.entries()) {
        expect(frame.timestamp).to.equal(Math.round((at * 1e6) / 12));
        expect(quarters(frame)[3]![0]).to.be.closeTo(18.5 + 8 * at, 3);
        frame.close();
      }
    }
  });

  it('may return a copy of a frame; the frame itself is closed by then, which is said', async () => {
    const copy = await handler(async (video, ctx) => {
      for await (const frame of ctx.frames(video, { from: 1 })) return frame.clone();
      return null;
    });
    expect(await copy.run()).to.equal('success');
    const frame = copy.out.given[0] as VideoFrame;
    expect(quarters(frame)[3]![0]).to.be.closeTo(18.5 + 8 * 12, 3);
    frame.close();
    const closed = await handler(async (video, ctx) => {
      for await (const frame of ctx.frames(video)) return frame;
      return null;
    });
    expect(await closed.run()).to.equal('failure');
    expect(closed.out.status.error?.message).to.match(/closed.*give a copy/);
  });

  it('fails with what is wrong with the video', async () => {
    const { run, out } = await handler(async (video, ctx) => {
      for await (const _ of ctx.frames(video));
    }, 'old.avi');
    expect(await run()).to.equal('failure');
    expect(out.status.error?.name).to.equal('MediaError');
    expect(out.status.error?.message).to.match(/"old\.avi" is an AVI file/);
  });

  it('ends by itself when it is stopped while it reads and makes a clip', async () => {
    const { run, binding, out } = await handler(async function* (video, ctx) {
      const clip = ctx.clip({ fps: 25 });
      let end = 'went on';
      try {
        for (;;)
          for await (const frame of ctx.frames(video)) {
            await clip.add(frame);
            if (frame.timestamp > 1e6) yield 'reading';
          }
      } catch (error) {
        end = (error as Error).name;
      } finally {
        const late = await clip.end().catch((error: Error) => error.name);
        const page = new BroadcastChannel('video-handler');
        page.postMessage([end, late, ctx.signal.aborted]);
        page.close();
      }
    }, 'long.mp4');
    const worker = new BroadcastChannel('video-handler');
    const told = new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
    });
    const over = run();
    await until(() => out.given.length > 3, 'a few frames');
    binding.cancel();
    expect(await over).to.equal('cancelled');
    // Stopped at a yield, it is returned; elsewhere what it waits for rejects.
    const [end, ...rest] = (await told) as unknown[];
    expect(['went on', 'AbortError']).to.include(end);
    expect(rest).to.deep.equal(['AbortError', true]);
    worker.close();
  });
});
