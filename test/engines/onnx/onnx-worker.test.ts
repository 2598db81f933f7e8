import { expect } from '@esm-bundle/chai';
import { on } from '../../../src/bind/binding/on.ts';
import type { HandlerContext } from '../../../src/runner/context.ts';
import { FakePort, ended, given } from '../../helpers/bind/fake-port.ts';
import { runInWorker } from '../../helpers/engines/models.ts';

const SOBEL = '/demos/onnx_filter/sobel.onnx';

/** The highest slope of a picture that is black on the left. */
async function slope(url: string, ctx: HandlerContext): Promise<number> {
  const session = await ctx.onnx(url);
  const image = new ImageData(8, 6);
  image.data.forEach((_, at) => (image.data[at] = at % 4 === 3 || at % 32 >= 16 ? 255 : 0));
  const { edges } = await session.run({ image: ctx.image.toTensor(image) });
  return Math.round(Math.max(...edges!.data));
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => new Error('nothing was thrown'),
    (error: Error) => error,
  );

describe('models in a worker', function () {
  this.timeout(60_000);

  it('are shared by two apps at once', async () => {
    await caches.delete('rivulet');
    expect(await Promise.all([runInWorker(slope, SOBEL), runInWorker(slope, SOBEL)])).to.deep.equal([4, 4]);
  });

  it('are found relative to the page', async () => {
    const base = document.head.appendChild(document.createElement('base'));
    base.href = '/demos/onnx_filter/index.html';
    try {
      const names = async (ctx: HandlerContext) => (await ctx.onnx('./sobel.onnx')).inputNames;
      expect(await runInWorker(names)).to.deep.equal(['image']);
    } finally {
      base.remove();
    }
  });

  it('run in the page as well, where handlers share one runtime', async () => {
    const ports = [new FakePort(SOBEL), new FakePort(SOBEL)];
    const outs = ports.map(() => new FakePort());
    const bindings = ports.map((port, at) =>
      on(port, 'go', { fn: slope, inputs: port, outputs: outs[at]!, thread: 'main' }),
    );
    const ends = bindings.map((binding) => ended(binding));
    for (const port of ports) port.fire('go');
    expect(await Promise.all(ends)).to.deep.equal(['success', 'success']);
    expect(outs.map(({ value }) => value)).to.deep.equal([4, 4]);
  });

  it('are errors on the output, in their own words', async () => {
    const error = await failure(runInWorker(slope, '/no/model.onnx'));
    expect(error.name).to.equal('AssetError');
    expect(error.message).to.match(/^The model model\.onnx could not be loaded: the server answered 404/);
  });

  it("say what an input should be, as the handler's error", async () => {
    const error = await failure(
      runInWorker(async function wrong(ctx: HandlerContext) {
        const session = await ctx.onnx('/demos/onnx_filter/sobel.onnx');
        await session.run({
          image: ctx.image.toTensor(new ImageData(2, 2), { layout: 'NHWC', channels: 'gray' }),
        });
      }),
    );
    expect(error.name).to.equal('HandlerError');
    expect(error.message).to.match(
      /takes "image" as float32 \[1, 3, height, width\], but got float32 \[1, 2, 2, 1\]/,
    );
  });

  it('give ctx.ort once they are there; before, it is awaited', async () => {
    const results = await runInWorker(async (ctx: HandlerContext) => {
      const tried: unknown[] = [];
      try {
        new ctx.ort.Tensor('float32', [1], [1]);
      } catch (error) {
        tried.push((error as Error).message);
      }
      tried.push(new (await ctx.ort).Tensor('float32', [1, 2], [2]).size);
      tried.push(new ctx.ort.Tensor('float32', [1, 2, 3], [3]).size);
      return tried;
    });
    expect(results).to.deep.equal([
      'ctx.ort is not loaded yet: "await ctx.ort" or "await ctx.onnx(url)" before ctx.ort.Tensor',
      2,
      3,
    ]);
  });

  describe('when the user presses Stop', () => {
    /** Starts a handler, stops it when it says so, and gives how long the user waited, in milliseconds. */
    async function stopped(fn: (...args: never[]) => unknown, meanwhile?: Promise<unknown>): Promise<number> {
      const [go, out] = [new FakePort('first'), new FakePort()];
      const binding = on(go, 'go', { fn, inputs: go, outputs: out });
      go.fire('go');
      await given(out, (value) => value === 'on');
      const end = ended(binding);
      const pressed = performance.now();
      binding.cancel();
      expect(await end).to.equal('cancelled');
      const waited = performance.now() - pressed;
      await meanwhile;
      const next = ended(binding);
      go.fire('go', 'next');
      expect(await next).to.equal('success');
      expect(out.given).to.deep.equal(['on', 'image']);
      return waited;
    }

    it('end a download, and start it again with the next run', async () => {
      const channel = new BroadcastChannel('downloads');
      const cut = new Promise((resolve) => (channel.onmessage = resolve));
      await stopped(async function* (which: string, ctx: HandlerContext) {
        const real = fetch;
        const url = '/demos/onnx_filter/sobel.onnx?stop';
        let begin = () => {};
        const begun = new Promise<void>((resolve) => (begin = resolve));
        if (which === 'first')
          self.fetch = (input, init) => {
            if (!String(input).endsWith(url)) return real(input, init);
            begin();
            return new Promise((_, reject) =>
              init!.signal!.addEventListener('abort', () => {
                reject(init!.signal!.reason);
                self.fetch = real;
                new BroadcastChannel('downloads').postMessage('cut');
              }),
            );
          };
        const loading = ctx.onnx(url);
        if (which === 'first') {
          await begun;
          yield 'on';
        }
        yield (await loading).inputNames[0];
      }, cut);
      channel.close();
    });

    it('leave nobody waiting, however long a run is', async () => {
      const waited = await stopped(async function* (which: string, ctx: HandlerContext) {
        const session = await ctx.onnx('/demos/onnx_filter/sobel.onnx');
        yield which === 'next' ? session.inputNames[0] : 'on';
        if (which === 'next') return;
        // Wasm does not let anything else run: one run after the other, without end.
        const input = ctx.image.toTensor(new ImageData(1500, 1500));
        for (;;) await session.run({ image: input });
      });
      expect(waited).to.be.below(2000);
    });
  });
});
