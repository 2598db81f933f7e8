import { expect } from '@esm-bundle/chai';
import { on } from '../../../src/bind/binding/on.ts';
import * as rv from '../../../src/index.ts';
import { until } from '../../helpers/wait.ts';
import { withoutProcessor } from '../../helpers/media/camera.ts';
import { type FakeDevice, fakeCamera } from '../../../src/testing/index.ts';
import { FakePort, ended } from '../../helpers/bind/fake-port.ts';
import { clearPage, mount } from '../../helpers/page.ts';
import { recordCamera, streamInto } from '../../helpers/stream.ts';

let camera: FakeDevice;
const restore: (() => void)[] = [];

/** An Image whose camera streams into a handler, and what the handler gives. */
async function streaming(
  fn: (image: never) => unknown,
  options: ConstructorParameters<typeof rv.Image>[0] = {},
) {
  const image = await mount(new rv.Image({ sources: ['webcam'], streaming: true, ...options }));
  const out = new FakePort();
  restore.push(streamInto(image, { fn, outputs: out, streamEvery: 0 }));
  await recordCamera(image);
  return { image, out };
}

/** What the page sends over message ports from now on: the kind of each message, and what moves with it. */
function watchPorts(): { type: string; moved: Transferable[] }[] {
  const sent: { type: string; moved: Transferable[] }[] = [];
  const own = MessagePort.prototype.postMessage;
  restore.push(() => (MessagePort.prototype.postMessage = own));
  MessagePort.prototype.postMessage = function (
    this: MessagePort,
    message: { type: string },
    moved: Transferable[] = [],
  ) {
    sent.push({ type: message?.type, moved: [...moved] });
    own.call(this, message, moved as never);
  } as typeof own;
  return sent;
}

describe('frames of a camera on their way to a handler', () => {
  beforeEach(() => {
    camera = fakeCamera();
  });
  afterEach(() => {
    clearPage();
    for (const undo of restore.splice(0)) undo();
    camera.restore();
  });

  it("[C95] have the camera's own size, and RGBA pixels without a hole", async () => {
    const { out } = await streaming(({ data, width, height }: ImageData) => {
      const alphas = new Set(data.filter((_, at) => at % 4 === 3));
      return [width, height, data.length, ...alphas];
    });
    await until(() => out.given.length > 1);
    const { width = 0, height = 0 } = camera.tracks[0]!.getSettings();
    expect(width).to.be.above(100);
    expect(out.given[1]).to.deep.equal([width, height, width * height * 4, 255]);
  });

  it('[C95] keep the colours of the camera', async () => {
    camera.restore();
    camera = fakeCamera({ width: 64, height: 48 });
    const { out } = await streaming(
      ({ data, width, height }: ImageData) => [
        width,
        height,
        [...data.slice(4 * 8, 4 * 8 + 3)],
        [...data.slice(4 * 56, 4 * 56 + 3)],
      ],
      { mirror: false },
    );
    await until(() => out.given.length > 1);
    const [width, height, left, right] = out.given[1] as [number, number, number[], number[]];
    expect([width, height]).to.deep.equal([64, 48]);
    const [red, blue] = [
      (left[0] ?? 0) > 200 && (left[2] ?? 255) < 60,
      (right[2] ?? 0) > 200 && (right[0] ?? 255) < 60,
    ];
    expect({ left, right, red, blue }).to.include({ red: true, blue: true });
  });

  if ('MediaStreamTrackProcessor' in globalThis)
    it('[C109] never touch the page where the browser gives the worker the camera itself', async () => {
      const sent = watchPorts();
      const { out } = await streaming(({ width }: ImageData) => width);
      await until(() => out.given.length > 5);
      expect(
        sent
          .filter(({ type }) => type === 'camera')
          .flatMap(({ moved }) => moved.map((each) => each.constructor.name)),
      ).to.deep.equal(['ReadableStream']);
      expect(sent.filter(({ type }) => type === 'start').flatMap(({ moved }) => moved)).to.deep.equal([]);
    });

  it('go on coming when an Image that does not stream holds the frame that it shows', async () => {
    const image = await mount(
      new rv.Image({ sources: ['webcam'], streaming: true, type: 'frame', mirror: false }),
    );
    const out = await mount(new rv.Image({ interactive: false }));
    restore.push(
      streamInto(image, {
        fn: (frame: VideoFrame) => frame,
        outputs: out,
        streamEvery: 0,
      }),
    );
    let shown = 0;
    out.addEventListener('change', () => shown++);
    await recordCamera(image);
    await until(() => shown > 40);
    expect(out.value).to.be.instanceOf(VideoFrame);
  });

  it('[C109] move, and leave nothing behind on the page, where it has to grab them', async () => {
    restore.push(withoutProcessor());
    const sent = watchPorts();
    const { out } = await streaming(({ width }: ImageData) => width);
    await until(() => out.given.length > 5);
    const frames = sent.filter(({ type }) => type === 'start').flatMap(({ moved }) => moved) as VideoFrame[];
    expect(frames.length).to.be.at.least(6);
    expect(new Set(frames.map((frame) => `${frame.constructor.name} ${frame.format}`))).to.deep.equal(
      new Set(['VideoFrame null']),
    );
  });

  it('[C109] are closed with their chunk: none is held', async () => {
    const { out } = await streaming(
      (frame: VideoFrame) => {
        const seen = globalThis as unknown as { frames?: VideoFrame[] };
        seen.frames ??= [];
        const open = seen.frames.filter(({ format }) => format !== null).length;
        seen.frames.push(frame);
        return [seen.frames.length, open];
      },
      { type: 'frame' },
    );
    const last = () => out.given.at(-1) as [number, number] | undefined;
    await until(() => (last()?.[0] ?? 0) > 8);
    expect(new Set(out.given.map((given) => (given as number[])[1]))).to.deep.equal(new Set([0]));
  });

  it('[C109] come back as buffers that move', async () => {
    const [go, out] = [new FakePort(), new FakePort()];
    const binding = on(go, 'go', {
      fn: function* () {
        const own = MessagePort.prototype.postMessage;
        const sent: unknown[] = [];
        MessagePort.prototype.postMessage = function (
          this: MessagePort,
          message: unknown,
          moved: ArrayBuffer[] = [],
        ) {
          sent.push(...moved.map((each) => [each.constructor.name, each.byteLength]));
          own.call(this, message, moved as never);
        } as typeof own;
        yield new ImageData(100, 100);
        MessagePort.prototype.postMessage = own;
        yield sent;
      },
      outputs: out,
    });
    go.fire('go');
    await ended(binding);
    expect((out.given[0] as ImageData).width).to.equal(100);
    expect(out.given[1]).to.deep.equal([['ArrayBuffer', 40_000]]);
  });

  it('[C109] go back for the next one when nobody has taken them from the page', async () => {
    const shade = function* () {
      for (let i = 1; i <= 40; i++) {
        const image = new ImageData(20, 10);
        image.data.fill(i);
        yield image;
      }
    };
    const run = async (take: boolean) => {
      const go = new FakePort();
      const out = await mount(new rv.Image({ interactive: false }));
      const taken: ImageData[] = [];
      if (take)
        out.addEventListener('change', (event) =>
          taken.push((event as CustomEvent).detail.value as ImageData),
        );
      const sent = watchPorts();
      const binding = on(go, 'go', { fn: shade, outputs: out });
      restore.push(() => binding.remove());
      go.fire('go');
      await ended(binding);
      const back = sent.filter(({ type }) => type === 'buffer').length;
      return { back, taken: taken.map(({ data }) => data[0]), last: (out.value as ImageData).data[0] };
    };
    const { back, last } = await run(false);
    expect(back).to.be.within(35, 39);
    expect(last).to.equal(40);
    const shades = Array.from({ length: 40 }, (_, at) => at + 1);
    expect(await run(true)).to.deep.equal({ back: 0, taken: shades, last: 40 });
  });
});
