import { expect } from '@esm-bundle/chai';
import { on } from '../../../src/bind/binding/on.ts';
import * as rv from '../../../src/index.ts';
import { TWICE, legendOf, overlayAt, overlayOf } from '../../helpers/components/annotated.ts';
import { type FakeDevice, fakeCamera } from '../../../src/testing/index.ts';
import { pictureOf, pixelOf } from '../../helpers/components/image.ts';
import { until } from '../../helpers/wait.ts';
import { clearPage, mount } from '../../helpers/page.ts';
import { recordCamera } from '../../helpers/stream.ts';

let camera: FakeDevice;
const bindings: { remove(): void }[] = [];

/** A camera that streams into a handler, whose result an AnnotatedImage shows. */
async function stream(fn: (...args: never[]) => unknown, options = {}) {
  const input = await mount(new rv.Image({ sources: ['webcam'], ...options }));
  const output = await mount(
    new rv.AnnotatedImage({ streaming: true, colorMap: { face: 'rgb(0 255 0)' }, ...TWICE }),
  );
  bindings.push(
    on(input, 'stream', { fn: fn as () => null, inputs: input, outputs: output, streamEvery: 0 }),
  );
  await recordCamera(input);
  return { input, output };
}

/** Resolves when so many values have come. */
async function values(output: rv.AnnotatedImage, count: number): Promise<void> {
  let come = 0;
  await new Promise<void>((resolve) =>
    output.addEventListener('change', () => ++come === count && resolve()),
  );
}

describe('an AnnotatedImage at the end of a stream', () => {
  beforeEach(() => {
    camera = fakeCamera({ width: 64, height: 48 });
  });
  afterEach(() => {
    clearPage();
    for (const binding of bindings.splice(0)) binding.remove();
    camera.restore();
  });

  it('always shows picture and boxes of the same frame, and none but whole ones', async () => {
    let count = 0;
    const { output } = await stream((frame: ImageData) => {
      const self = globalThis as { count?: number };
      const step = (self.count = (self.count ?? 0) + 1) % 10;
      // The picture says by its colour where its box is: at one of ten places.
      const image = new ImageData(100, 50);
      for (let at = 0; at < image.data.length; at += 4) image.data.set([step * 20, 50, 50, 255], at);
      return [image, frame.width === 64 ? [[[step * 10, 0, step * 10 + 10, 50], 'face']] : []];
    });
    const mixed: string[] = [];
    const seen = new Set<number>();
    let watching = true;
    const look = () => {
      if (!watching) return;
      if (pictureOf(output as never)) {
        const [red, , , alpha] = pixelOf(output as never, 0, 0);
        const step = red! / 20;
        const boxes = Array.from({ length: 10 }, (_, at) => at).filter(
          (at) => overlayAt(output, at * 20 + 10, 99)[3]! > 0,
        );
        if (alpha && boxes.join() !== `${step}`) mixed.push(`${boxes} over the picture of ${step}`);
        seen.add(step);
        count++;
      }
      requestAnimationFrame(() => setTimeout(look)); // after the frame's own callbacks
    };
    await until(() => overlayOf(output)?.width > 0);
    look();
    await until(() => count > 60 && seen.size > 5);
    watching = false;
    expect(mixed).to.deep.equal([]);
  });

  for (const [type, name] of [
    ['data', 'ImageData'],
    ['frame', 'VideoFrame'],
    ['bitmap', 'ImageBitmap'],
    ['canvas', 'ImageBitmap'], // a canvas stays where it is: its picture goes
  ] as const)
    it(`takes the very input back within the result: ${type}`, async () => {
      const { output } = await stream((frame: never) => [frame, [[[0, 0, 10, 10], 'face']]], { type });
      await values(output, 30); // a camera whose frames are not closed stalls long before
      const [image] = output.value as unknown as [object];
      expect(image.constructor.name).to.equal(name);
      await output.updateComplete;
      expect(pixelOf(output as never, 63, 2).map((level) => level > 128)).to.deep.equal([
        true,
        false,
        false,
        true,
      ]);
      expect(legendOf(output)).to.deep.equal(['face']);
    });

  it('uses the memory of its pictures again, unless somebody has asked for the value', async () => {
    const returned: ArrayBuffer[] = [];
    const own = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: never, move: never) {
      const { type, buffer } = message as { type?: string; buffer: ArrayBuffer };
      if (type === 'buffer') returned.push(buffer);
      own.call(this, message, move);
    } as typeof own;
    try {
      const { output } = await stream((frame: never) => [frame, []]);
      await values(output, 10);
      expect(returned.length).to.be.above(5);
      const [held] = output.value as unknown as [ImageData];
      await values(output, 5);
      expect(held.data.length).to.equal(64 * 48 * 4);
    } finally {
      MessagePort.prototype.postMessage = own;
    }
  });

  it('keeps the legend in its place while labels come and go', async () => {
    const output = await mount(new rv.AnnotatedImage({ streaming: true, label: 'Out', ...TWICE }));
    const height = output.offsetHeight;
    const give = async (...labels: string[]) => {
      output.fromHandler([new ImageData(100, 50), labels.map((label) => [[0, 0, 9, 9], label])]);
      await output.updateComplete;
      expect(output.offsetHeight).to.equal(height);
      return legendOf(output);
    };
    expect(await give()).to.deep.equal([]);
    expect(await give('face', 'hand')).to.deep.equal(['face', 'hand']);
    expect(await give('hand')).to.deep.equal(['(face)', 'hand']);
    expect(await give('foot', 'face', 'hand')).to.deep.equal(['face', 'hand', 'foot']);
    expect(await give(...Array.from({ length: 20 }, (_, at) => `thing ${at}`))).to.have.length(23);
  });

  it('fails the run in words when the result is no picture with annotations', async () => {
    const { output } = await stream((frame: ImageData) => frame.width);
    await until(() => output.status.stage === 'error');
    expect(output.status.error!.message).to.equal(
      'Annotated image (riv-annotated-image) got 64 from the handler, expected [image, [[box or mask, label], …]] or { image, annotations }',
    );
  });
});
