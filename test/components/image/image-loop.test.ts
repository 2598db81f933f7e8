import { expect } from '@esm-bundle/chai';
import type { HandlerContext } from '../../../src/runner/context.ts';
import { on } from '../../../src/bind/binding/on.ts';
import type { Binding } from '../../../src/bind/binding/binding.ts';
import type { BindingOptions } from '../../../src/bind/options.ts';
import { RivImage } from '../../../src/components/image/image.ts';
import { RivJSON } from '../../../src/components/json/json.ts';
import { RivNumber } from '../../../src/components/number/number.ts';
import { RivState } from '../../../src/components/state/state.ts';
import { RivTextbox } from '../../../src/components/textbox/textbox.ts';
import { type FakeDevice, fakeCamera } from '../../../src/testing/index.ts';
import { setHidden } from '../../helpers/media/camera.ts';
import { place } from '../../helpers/page.ts';
import { button, press } from '../../helpers/press.ts';
import { recordCamera } from '../../helpers/stream.ts';
import { once, until } from '../../helpers/wait.ts';

let camera: FakeDevice | null = null;
const restore: (() => void)[] = [];

afterEach(() => {
  document.body
    .querySelectorAll('riv-image, riv-number, riv-textbox, riv-json, riv-state')
    .forEach((each) => each.remove());
  for (const undo of restore.splice(0)) undo();
  camera?.restore();
  camera = null;
});

/** Counts what the page tells workers, by type. */
function countSent(): Record<string, number> {
  const sent: Record<string, number> = {};
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]) {
    const { type } = (args[0] ?? {}) as { type?: string };
    if (type) sent[type] = (sent[type] ?? 0) + 1;
    return postMessage.apply(this, args as never);
  } as never;
  restore.push(() => (MessagePort.prototype.postMessage = postMessage));
  return sent;
}

interface Bound {
  input: RivImage;
  output: RivImage;
  binding: Binding;
  /** What the handler said in the first four bytes of its newest picture. */
  said(): number[];
}

/**
 * A camera whose frames go through `fn` into an Image, which is as small as what it says.
 *
 * @param others - inputs besides the camera. @param more - outputs besides the Image.
 */
function bind(
  fn: unknown,
  others: EventTarget[] = [],
  options: Partial<BindingOptions> = {},
  more: EventTarget[] = [],
  triggers: [EventTarget, string][] = [],
): Bound {
  const input = place(new RivImage({ sources: ['webcam'] }));
  const output = place(new RivImage({ streaming: true }));
  const binding = on(
    [[input, 'stream'], ...triggers] as never,
    {
      fn,
      inputs: [input, ...others],
      outputs: [output, ...more],
      streamEvery: 0,
      ...options,
    } as never,
  ) as unknown as Binding;
  restore.push(() => binding.remove());
  const said = () => [...((output.value as ImageData | null)?.data ?? [])].slice(0, 4);
  return { input, output, binding, said };
}

async function stop(image: RivImage): Promise<void> {
  await press(image, 'Stop');
  await until(() => image.streamState === 'closed');
}

const useFake = () => (camera = fakeCamera({ width: 64, height: 48 }));

if ('MediaStreamTrackProcessor' in globalThis)
  describe('a camera that its worker follows by itself', () => {
    it('goes on while the page is busy', async () => {
      // Without a GPU the pixels of a frame cannot be had meanwhile, in a page without us either.
      const { input, said } = bind((_: VideoFrame) => {
        const seen = globalThis as unknown as { frames?: number };
        seen.frames = (seen.frames ?? 0) + 1;
        const image = new ImageData(1, 1);
        image.data.set([seen.frames & 0xff, seen.frames >> 8, 0, 255]);
        return image;
      });
      Object.assign(input, { type: 'frame', mirror: false });
      await recordCamera(input);
      await until(() => said()[0]! > 3);
      const [before = 0] = said();
      for (const end = performance.now() + 1000; performance.now() < end; );
      await new Promise((resolve) => setTimeout(resolve, 100)); // what came meanwhile is told of now
      const frames = said()[0]! + said()[1]! * 256 - before;
      expect(frames).to.be.above(10);
      const { delivered } = input.streamStats;
      await until(() => input.streamStats.delivered > delivered);
      await stop(input);
    });

    it('is started once, tells of each frame, and has the page send nothing', async () => {
      useFake();
      const sent = countSent();
      const { input, output } = bind((frame: ImageData) => frame);
      const fired = { stream: 0, change: 0 };
      input.addEventListener('stream', () => (fired.stream += 1));
      output.addEventListener('change', () => (fired.change += 1));
      await recordCamera(input);
      await until(() => fired.change >= 10);
      expect(sent).to.include({ start: 1, camera: 1, surface: 1 });
      expect(Object.keys(sent).filter((type) => ['more', 'loop'].includes(type))).to.deep.equal([]);
      const { delivered, captured, dropped, fps, latency } = input.streamStats;
      expect([delivered - fired.stream, captured - delivered - dropped]).to.deep.equal([0, 0]);
      expect(fired.stream - fired.change).to.be.within(0, 1);
      expect(fps).to.be.within(1, 70);
      expect(latency).to.be.within(0, 0.5);
      await stop(input);
      expect(camera!.tracks.every(({ readyState }) => readyState === 'ended')).to.equal(true);
    });

    it('[C77] gives the other inputs as they stand, of the user, of scripts and of handlers', async () => {
      useFake();
      const [one, other] = [place(new RivNumber({ value: 1 })), place(new RivTextbox({ value: 'a' }))];
      const { input, said } = bind(
        (_: ImageData, n: number, text: string) => {
          const image = new ImageData(1, 1);
          image.data.set([n, text.charCodeAt(0), 0, 255]);
          return image;
        },
        [one, other],
        { streamEvery: 0.1 },
      );
      await recordCamera(input);
      await until(() => said()[0] === 1);
      one.value = 2;
      await until(() => said()[0] === 2);
      one.fromHandler(3);
      await until(() => said()[0] === 3);
      other.value = 'b';
      one.value = 4;
      await until(() => said()[0] === 4);
      expect(said()[1]).to.equal(98);
      await stop(input);
    });

    it('[C110] [C111] heeds another pace, and another input that hurries it', async () => {
      useFake();
      const mode = place(new RivNumber({ value: 1 }));
      const { input, binding, said } = bind(
        (_: ImageData, n: number) => {
          const image = new ImageData(1, 1);
          image.data.set([n, 0, 0, 255]);
          return image;
        },
        [mode],
        { streamEvery: 30 },
        [],
        [[mode, 'change']],
      );
      await recordCamera(input);
      await until(() => said()[0] === 1);
      binding.options.streamEvery = 0.02;
      mode.fromHandler(2);
      await until(() => said()[0] === 2);
      const { delivered } = input.streamStats;
      await until(() => input.streamStats.delivered > delivered + 5);
      await stop(input);
    });

    it('[C79] ends at timeLimit and runs anew; a handler that is in flight then has its signal aborted', async () => {
      useFake();
      const { input, binding, said } = bind(
        async (_: ImageData, ctx: HandlerContext) => {
          const seen = globalThis as unknown as { aborted?: number };
          await new Promise((resolve) => {
            setTimeout(resolve, 40);
            ctx.signal.addEventListener('abort', () => (seen.aborted = (seen.aborted ?? 0) + 1));
          });
          const image = new ImageData(1, 1);
          image.data.set([seen.aborted ?? 0, 0, 0, 255]);
          return image;
        },
        [],
        { timeLimit: 0.5 },
      );
      const outcomes: string[] = [];
      binding.addEventListener('end', (event) =>
        outcomes.push((event as CustomEvent<{ outcome: string }>).detail.outcome),
      );
      await recordCamera(input);
      await until(() => outcomes.length === 2);
      await until(() => said()[0]! > 0);
      await stop(input);
      expect(outcomes.slice(0, 2)).to.deep.equal(['success', 'success']);
      expect(said()[0]).to.be.within(0, outcomes.length);
    });

    it('[C108] pauses while the tab is hidden', async () => {
      useFake();
      restore.push(() => setHidden(false));
      const { input, output } = bind((frame: ImageData) => frame, [], { streamEvery: 0.02 });
      let changes = 0;
      output.addEventListener('change', () => (changes += 1));
      await recordCamera(input);
      await until(() => changes > 2);
      setHidden(true);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const before = changes;
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(changes).to.equal(before);
      setHidden(false);
      await until(() => changes > before + 2);
      await stop(input);
    });

    it('shows what is no picture, each before the next frame is handed over', async () => {
      useFake();
      const out = place(new RivTextbox({}));
      const { input } = bind(
        function* () {
          const seen = globalThis as unknown as { frames?: number };
          seen.frames = (seen.frames ?? 0) + 1;
          yield `${seen.frames}a`;
          yield `${seen.frames}b`;
        },
        [],
        { outputs: out },
      );
      const values: string[] = [];
      const order: string[] = [];
      out.addEventListener('change', () => values.push(out.value));
      input.addEventListener('stream', () => order.push(`stream after ${out.value}`));
      await recordCamera(input);
      await until(() => values.length >= 8);
      await stop(input);
      expect(values.slice(0, 6)).to.deep.equal(['1a', '1b', '2a', '2b', '3a', '3b']);
      expect(order.slice(0, 4)).to.deep.equal([
        'stream after ',
        'stream after 1b',
        'stream after 2b',
        'stream after 3b',
      ]);
    });

    it('shows pictures and what belongs to them, and takes the one for an input that the other changes', async () => {
      useFake();
      const count = place(new RivNumber({ value: 0 }));
      const { input, output } = bind((frame: ImageData, n: number) => [frame, n + 1], [count], {}, [count]);
      const values: number[] = [];
      count.addEventListener('change', () => values.push(count.value as number));
      await recordCamera(input);
      await until(() => values.length >= 6);
      await stop(input);
      expect(values.slice(0, 6)).to.deep.equal([1, 2, 3, 4, 5, 6]);
      expect((output.value as ImageData).width).to.equal(64);
    });

    it('[C84] is followed from the page where a State takes part', async () => {
      useFake();
      const state = place(new RivState({ value: 0 }));
      const sent = countSent();
      const { input, said } = bind(
        (_: ImageData, n: number) => {
          const image = new ImageData(1, 1);
          image.data.set([n, 0, 0, 255]);
          return [image, n + 1];
        },
        [state],
        {},
        [state],
      );
      await recordCamera(input);
      await until(() => said()[0]! >= 5);
      await stop(input);
      expect(sent.start! - (state.value as number)).to.be.within(0, 1); // the last one has got no frame
    });

    it('goes on from the page when an input is no plain value any more', async () => {
      useFake();
      const data = place(new RivJSON({ value: 1 }));
      const sent = countSent();
      const { input, said } = bind(
        (_: ImageData, given: number | { n: number }) => {
          const image = new ImageData(1, 1);
          image.data.set([typeof given === 'number' ? given : given.n, 0, 0, 255]);
          return image;
        },
        [data],
        { streamEvery: 0.05 },
      );
      await recordCamera(input);
      await until(() => said()[0] === 1);
      expect(sent.start).to.equal(1);
      data.value = { n: 7 };
      await until(() => said()[0] === 7);
      const starts = sent.start!;
      await until(() => sent.start! > starts + 2);
      expect(input.streamState).to.equal('open');
      await stop(input);
    });

    it('[C100] ends with words when the handler throws at a later frame, and records again', async () => {
      useFake();
      const { input, output } = bind(() => {
        const seen = globalThis as unknown as { frames?: number };
        seen.frames = (seen.frames ?? 0) + 1;
        if (seen.frames === 3) throw new Error('boom');
        return new ImageData(2, 2);
      });
      await recordCamera(input);
      await until(() => output.status.stage === 'error');
      expect(output.status.error!.message).to.equal('boom');
      await until(() => input.streamState === 'closed');
      await recordCamera(input);
      await once(output, 'change');
      await stop(input);
    });

    it('is over at once when its run is cancelled, and leaves no frame open', async () => {
      useFake();
      const { input, output, binding } = bind((frame: ImageData) => frame);
      await recordCamera(input);
      await once(output, 'change');
      binding.cancel();
      await until(() => input.streamState === 'closed');
      expect(output.status.stage).to.equal('complete');
      await until(() => button(input, /Webcam/));
      await recordCamera(input);
      await once(output, 'change');
      await stop(input);
    });
  });
