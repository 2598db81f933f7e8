import { expect } from '@esm-bundle/chai';
import { type Watched, watchCodecs } from '../../helpers/media/codecs.ts';
import { engine, failure, film } from '../../helpers/media/frames.ts';
import { until } from '../../helpers/wait.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('ctx.frames, ending', () => {
  let watched: Watched;

  beforeEach(() => {
    watched = watchCodecs();
  });

  afterEach(() => watched.stop());

  /** Everything is let go: what the decoder was still at, too. */
  async function expectNothingLeft(): Promise<void> {
    await until(() => watched.decoders.every(({ state }) => state === 'closed'), 'the decoder to be closed');
    await until(() => watched.open() === 0, 'all frames to be closed');
    expect(watched.decoders).to.have.length(1);
  }

  it('never decodes far ahead of a slow handler, and leaves nothing behind', async () => {
    let count = 0;
    for await (const frame of engine().frames(await film('long.mp4'))) {
      if (count < 5) for (let wait = 0; wait < 50; wait++) await turn();
      expect(frame.timestamp).to.equal(Math.round((count * 1e6) / 25));
      count += 1;
    }
    expect(count).to.equal(500);
    // Four that wait, and what the decoder is at besides.
    expect(watched.most()).to.be.within(1, 12);
    await expectNothingLeft();
  });

  it('lets decoder and frames go when the loop is left by break', async () => {
    for await (const frame of engine().frames(await film('long.mp4'))) if (frame.timestamp > 100_000) break;
    await expectNothingLeft();
  });

  it('lets decoder and frames go when the loop throws', async () => {
    const run = async () => {
      for await (const _ of engine().frames(await film('long.mp4'))) throw new Error('of the handler');
    };
    expect((await failure(run())).message).to.equal('of the handler');
    await expectNothingLeft();
  });

  it('ends with the reason of the signal, while it waits for a frame', async () => {
    const stop = new AbortController();
    const frames = engine(stop.signal).frames(await film('long.mp4'));
    await frames.next();
    const reason = new DOMException('The run was stopped', 'AbortError');
    const next = failure(frames.next());
    stop.abort(reason);
    expect(await next).to.equal(reason);
    await expectNothingLeft();
    expect((await frames.next()).done).to.equal(true);
  });

  it('ends with the reason of the signal, before its first frame', async () => {
    const stop = new AbortController();
    const frames = engine(stop.signal).frames(await film('plain.mp4'));
    stop.abort();
    expect(await failure(frames.next())).to.equal(stop.signal.reason);
    expect(await failure(frames.info())).to.equal(stop.signal.reason);
    expect(watched.decoders).to.have.length(0);
  });

  it('closes the decoder on abort though nobody asks again; the frame in hand stays open for a last result', async () => {
    const stop = new AbortController();
    const frames = engine(stop.signal).frames(await film('long.mp4'));
    const { value } = await frames.next();
    stop.abort();
    await until(() => watched.decoders[0]!.state === 'closed', 'the decoder to be closed');
    await until(() => watched.open() === 1, 'all frames but one to be closed');
    expect((value as VideoFrame).codedWidth).to.equal(32);
    await frames.return();
    await expectNothingLeft();
  });
});
