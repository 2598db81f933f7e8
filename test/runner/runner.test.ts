import { expect } from '@esm-bundle/chai';
import type { HandlerContext } from '../../src/runner/context.ts';
import { Runner } from '../../src/runner/runner.ts';
import type { Handler } from '../../src/runner/steps.ts';
import { fromTransfer } from '../../src/shared/values/transfer.ts';
import type { FromWorker, Input, ToWorker } from '../../src/shared/protocol.ts';
import { testEngines } from '../helpers/engines/engines.ts';
import { once } from '../helpers/wait.ts';

/** The runner in one thread: what it is told, and what it says. */
function open(handler: Handler) {
  const { port1, port2 } = new MessageChannel();
  const runner = new Runner(port2, () => ({ name: 'tested', handler }), testEngines());
  const said: FromWorker[] = [];
  let wake: (() => void) | null = null;
  port1.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    said.push(data);
    wake?.();
  };
  return {
    runner,
    said,
    send: (message: ToWorker, move: Transferable[] = []) => port1.postMessage(message, move),
    start: (inputs: Input[] = [], outputs: string[] = ['']) =>
      port1.postMessage({
        type: 'start',
        run: 1,
        inputs,
        outputs,
        event: { target: '', name: 'go', data: null },
      } satisfies ToWorker),
    /** Resolves when `count` messages of a type have come. */
    async heard(type: FromWorker['type'], count = 1) {
      while (said.filter((each) => each.type === type).length < count)
        await new Promise<void>((resolve) => (wake = resolve));
      return said.filter((each) => each.type === type);
    },
    close: () => port1.close(),
  };
}

const value = (given: unknown): Input => ({ kind: 'value', value: given });

describe('the runner', () => {
  it('gives a plain result in one message', async () => {
    const { start, heard, said, close } = open((a, b) => (a as number) + (b as number));
    start([value(1), value(2)]);
    const [first] = await heard('yield');
    expect(first).to.deep.include({ values: [3], last: true });
    expect(said.length).to.equal(1);
    close();
  });

  it('runs ahead of the page by two yields, and goes on with each that is taken', async () => {
    let made = 0;
    const { start, heard, send, said, close } = open(function* () {
      for (;;) yield ++made;
    });
    start();
    await heard('yield', 2);
    await new Promise((resolve) => setTimeout(resolve));
    expect(said.length).to.equal(2);
    send({ type: 'more', run: 1 });
    await heard('yield', 3);
    expect(made).to.equal(4); // the fourth waits to be wanted
    close();
  });

  it('returns a generator that is stopped while it waits for the page', async () => {
    let cleaned = false;
    const { start, heard, send, close } = open(function* () {
      try {
        for (let i = 0; ; i++) yield i;
      } finally {
        cleaned = true;
      }
    });
    start();
    await heard('yield', 2);
    send({ type: 'cancel', run: 1 });
    await heard('done');
    expect(cleaned).to.equal(true);
    close();
  });

  it('aborts the signal softly at the time limit: what comes after still counts', async () => {
    const { start, heard, send, close } = open(async function* (ctx) {
      const { signal } = ctx as { signal: AbortSignal };
      yield 'waiting';
      await once(signal, 'abort');
      yield 'in time';
    });
    start();
    await heard('yield');
    send({ type: 'cancel', run: 1, soft: true });
    const yields = await heard('yield', 2);
    expect(yields[1]).to.deep.include({ values: ['in time'] });
    await heard('done');
    close();
  });

  it('treats arrays and other iterables as values, not as generators', async () => {
    const { start, heard, close } = open(() => new Set([1, 2]));
    start();
    const [first] = (await heard('yield')) as { values: unknown[] }[];
    expect([...(first!.values[0] as Set<number>)]).to.deep.equal([1, 2]);
    close();
  });

  it('sends one buffer once when a handler gives the same image for two outputs', async () => {
    const { start, heard, close } = open(() => {
      const image = new ImageData(2, 2);
      image.data.fill(9);
      return [image, image];
    });
    start([], ['a', 'b']);
    const [first] = (await heard('yield')) as { values: unknown[] }[];
    const images = first!.values.map((value) => fromTransfer(value) as ImageData);
    expect(images.map((image) => image.data[5])).to.deep.equal([9, 9]);
    expect(images[0]!.data.buffer).to.equal(images[1]!.data.buffer);
    close();
  });

  it('gives each output a bitmap of its own when a handler gives the same one for two', async () => {
    const { start, heard, close } = open(async () => {
      const bitmap = await createImageBitmap(new ImageData(2, 2));
      return [bitmap, bitmap];
    });
    start([], ['a', 'b']);
    const [{ values }] = (await heard('yield')) as unknown as [{ values: ImageBitmap[] }];
    values[0]!.close();
    expect(values.map(({ width }) => width)).to.deep.equal([0, 2]);
    close();
  });

  it('moves pictures within a list: pixels as a copy, bitmaps themselves, what was lent as a copy', async () => {
    const kept: unknown[] = [];
    const own = new ImageData(2, 1);
    const { send, heard, close } = open(async (lent) => {
      const bitmap = await createImageBitmap(new ImageData(3, 1));
      kept.push(lent, bitmap);
      own.data[0] = 7;
      return { given: [own, [[[0, 0, 1, 1], 'box']]], lent: [lent, []], bitmap: { image: bitmap } };
    });
    const lent = await createImageBitmap(new ImageData(4, 1));
    const inputs: Input[] = [{ kind: 'image', type: 'bitmap', source: lent }];
    const outputs = ['given', 'lent', 'bitmap'];
    send({ type: 'start', run: 1, inputs, outputs, event: { target: '', name: '', data: null } }, [lent]);
    const [{ values }] = (await heard('yield')) as unknown as [{ values: never[][] }];
    const [[picture, annotations], [second], { image }] = values as unknown as [
      [unknown, unknown],
      [ImageBitmap],
      { image: ImageBitmap },
    ];
    expect(picture).not.to.be.instanceOf(ImageData); // its bare buffer has moved
    expect([...(fromTransfer(picture) as ImageData).data.slice(0, 1), own.data[0]]).to.deep.equal([7, 7]);
    expect(annotations).to.deep.equal([[[0, 0, 1, 1], 'box']]);
    expect([second.width, image.width]).to.deep.equal([4, 3]);
    await new Promise((resolve) => setTimeout(resolve));
    expect((kept as ImageBitmap[]).map(({ width }) => width)).to.deep.equal([0, 0]); // closed, and moved
    close();
  });

  it('says that a bitmap that was given once cannot be given again', async () => {
    const { start, heard, close } = open(async function* () {
      const bitmap = await createImageBitmap(new ImageData(2, 2));
      yield bitmap;
      yield bitmap;
    });
    start();
    const [{ error }] = (await heard('failed')) as unknown as [{ error: Error }];
    expect(error.message).to.match(/"tested" gave a picture that is closed/);
    close();
  });

  it('ends a run whatever is thrown', async () => {
    const trap = new Proxy({}, { get: () => { throw new Error('hands off'); } }); // biome-ignore format: one line says it
    const strange = Object.defineProperty(new Error('odd'), 'name', { value: () => 'Error' });
    const getter = Object.defineProperty(new Error('sly'), 'detail', { enumerable: true, get: () => { throw 1; } }); // biome-ignore format: one line says it
    const circle = new Error('round');
    circle.cause = circle;
    for (const thrown of [{ name: 5 }, trap, strange, getter, circle]) {
      const { start, heard, close } = open(() => {
        throw thrown;
      });
      start();
      expect((await heard('failed')).length).to.equal(1);
      close();
    }
  });

  it('tells of a stray rejection while there is no handler yet', async () => {
    const { port1, port2 } = new MessageChannel();
    const none = () => {
      throw new Error('The worker has no handler yet');
    };
    const runner = new Runner(port2, none, testEngines());
    const told = new Promise<FromWorker>((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
    runner.stray(new Error('at the top of a module'));
    expect(await told).to.have.nested.property('error.message', 'at the top of a module');
    port1.close();
  });

  it('warns of surplus values and gives the rest', async () => {
    const { start, heard, close } = open(() => [1, 2, 3]);
    start([], ['a', 'b']);
    expect(((await heard('warning'))[0] as { message: string }).message).to.match(/3 values for 2 outputs/);
    expect(((await heard('yield'))[0] as { values: unknown[] }).values).to.deep.equal([1, 2]);
    close();
  });

  it('closes the frames and bitmaps that a handler was given, also when it throws', async () => {
    const kept: ImageBitmap[] = [];
    const { send, heard, close } = open((bitmap) => {
      kept.push(bitmap as ImageBitmap);
      throw new Error('no');
    });
    const bitmap = await createImageBitmap(new ImageData(3, 2));
    const inputs: Input[] = [{ kind: 'image', type: 'bitmap', source: bitmap }];
    send({ type: 'start', run: 1, inputs, outputs: [], event: { target: '', name: '', data: null } }, [
      bitmap,
    ]);
    await heard('failed');
    await new Promise((resolve) => setTimeout(resolve));
    expect(kept[0]!.width).to.equal(0);
    close();
  });

  it('closes the frames that a handler gives after it was stopped', async () => {
    const pixels = new Uint8Array(64);
    const frame = new VideoFrame(pixels, { format: 'RGBX', codedWidth: 4, codedHeight: 4, timestamp: 0 });
    let began = () => {};
    const asked = new Promise<void>((resolve) => (began = resolve));
    const { start, send, heard, said, close } = open(async (context) => {
      const { signal } = context as HandlerContext;
      const stopped = once(signal, 'abort');
      began();
      await stopped;
      return [frame, 'a label'];
    });
    start();
    await asked;
    send({ type: 'cancel', run: 1 });
    await heard('done');
    expect(frame.codedWidth).to.equal(0);
    expect(said).to.have.length(1);
    close();
  });
});
