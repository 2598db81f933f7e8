import { expect } from '@esm-bundle/chai';
import { Bridge } from '../../src/bridge/bridge.ts';
import { startOwnWorker } from '../../src/bridge/own-worker.ts';
import { nextFrame } from '../../src/components/parts/next-frame.ts';

const never = new AbortController().signal;
const event = { target: '', name: 'go', data: null };

/** A worker that paints a canvas of the page, and what it told of it. */
function painter(handler: (...args: never[]) => unknown) {
  const canvas = document.body.appendChild(document.createElement('canvas'));
  const source = { kind: 'function', name: 'paint', text: String(handler) } as const;
  const bridge = new Bridge(source, { worker: startOwnWorker(), advice: '' });
  const arrivals: [number, number][] = [];
  let next = () => {};
  const surface = bridge.openSurface(canvas.transferControlToOffscreen(), (...size) => {
    arrivals.push(size);
    next();
  });
  open.push(() => (bridge.terminate(), canvas.remove()));
  return {
    canvas,
    arrivals,
    arrival: () => new Promise<void>((resolve) => (next = resolve)),
    async run(...values: unknown[]): Promise<unknown[]> {
      await bridge.ready;
      const inputs = values.map((value) => ({ kind: 'value', value }) as const);
      const given: unknown[] = [];
      for await (const { values } of bridge.run(
        { inputs, outputs: ['out'], event, surfaces: [surface] },
        never,
        () => {},
      ))
        given.push(...values);
      return given;
    },
    close: () => bridge.closeSurface(surface),
  };
}

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** The red of the first pixel. */
function red(canvas: HTMLCanvasElement): number {
  const copy = new OffscreenCanvas(1, 1).getContext('2d')!;
  copy.drawImage(canvas, 0, 0);
  return copy.getImageData(0, 0, 1, 1).data[0]!;
}

function shade(value: number): ImageData {
  const image = new ImageData(8, 6);
  new Uint32Array(image.data.buffer).fill(0xff000000 + value);
  return image;
}

describe('a canvas that a worker paints', () => {
  it('tells of a picture when the page has it with its next frame', async () => {
    const { canvas, arrival, arrivals, run } = painter(shade);
    for (let value = 1; value <= 30; value++) {
      const arrived = arrival();
      expect(await run(value)).to.deep.equal([{ painted: { width: 8, height: 6 } }]);
      await arrived;
      await nextFrame();
      expect(red(canvas)).to.equal(value);
    }
    expect(arrivals).to.deep.equal(Array.from({ length: 30 }, () => [8, 6]));
  });

  it('tells of the last picture, also when it is let go meanwhile', async () => {
    const { canvas, arrival, run, close } = painter(shade);
    const arrived = arrival();
    await run(7);
    close();
    await arrived;
    await nextFrame();
    expect(red(canvas)).to.equal(7);
  });

  it('has sent a picture on its way before a generator goes on, however long that blocks', async () => {
    const { canvas, arrival, run } = painter(function* (first: ImageData, second: ImageData) {
      for (const image of [first, second]) {
        yield image;
        for (const end = Date.now() + 500; Date.now() < end; );
      }
    } as never);
    const follow = async () => {
      await arrival();
      const at = performance.now();
      await nextFrame();
      const asked = performance.now();
      const value = red(canvas);
      // Firefox reads a worker's canvas only when the worker has nothing else to do; what is seen is not held up.
      return { value: performance.now() - asked > 250 ? 'read late' : value, at };
    };
    const first = follow();
    const over = run(shade(1), shade(2));
    const one = await first;
    const two = await follow();
    await over;
    expect([1, 'read late']).to.include(one.value);
    expect([2, 'read late']).to.include(two.value);
    expect(two.at - one.at).to.be.above(400);
    expect(performance.now() - two.at).to.be.above(300);
  });
});
