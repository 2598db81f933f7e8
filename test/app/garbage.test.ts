import { expect } from '@esm-bundle/chai';
import * as rv from '../../src/index.ts';
import type { HandlerContext } from '../../src/runner/context.ts';
import { fakeCamera, fakeMicrophone } from '../../src/testing/index.ts';
import { buttonOf, edit } from '../helpers/app.ts';
import { until } from '../helpers/wait.ts';
import { press } from '../helpers/press.ts';
import { canCollect, collect, gone, watchUrls } from '../helpers/garbage.ts';
import { clip } from '../helpers/media/video.ts';

/** The element and all that is in it, shadow trees too. */
function refsOf(element: Element): WeakRef<object>[] {
  return [element, ...(element.shadowRoot?.querySelectorAll('*') ?? []), ...element.querySelectorAll('*')]
    .filter((each) => each.localName.startsWith('riv-'))
    .map((each) => new WeakRef(each));
}

type Kind = () => Promise<Element>;

/** One of each, used as its reader would. */
const KINDS: Record<string, Kind> = {
  'an Interface': async () => {
    const output = new rv.Textbox();
    const app = new rv.Interface({
      fn: (word: string) => word.toUpperCase(),
      inputs: new rv.Textbox({ value: 'a' }),
      outputs: output,
      examples: [['b'], ['c']],
    }).mount();
    await app.ready;
    buttonOf(app, 'Submit')!.click();
    await until(() => output.value === 'A');
    return app;
  },
  'a live Interface that fails': async () => {
    const input = new rv.Number({ value: 1 });
    const fn = (_: number | null, ctx: HandlerContext): string => {
      throw new ctx.Error('never');
    };
    const app = new rv.Interface({ fn, inputs: input, outputs: 'text', live: true }).mount();
    await app.ready;
    edit(input, 2);
    await until(() => app.shadowRoot!.querySelector('riv-toasts'));
    return app;
  },
  'Blocks with rv.on, followers and a shared queue': async () => {
    const [a, b, go] = [new rv.Number({ value: 1 }), new rv.Number(), new rv.Button({ value: 'Go' })];
    const app = new rv.Blocks({}, new rv.Row(new rv.Column(a), new rv.Column(b)), go).mount();
    const options = { fn: (x: number) => x + 1, inputs: a, outputs: b, concurrencyId: 'garbage' };
    const next = { fn: (x: number) => x * 10, inputs: b, outputs: a };
    rv.on(go, 'click', options).after(next);
    await app.ready;
    go.click();
    await until(() => a.value === 20);
    return app;
  },
  'Blocks with riv-on, Tabs and a State': async () => {
    const app = new rv.Blocks();
    app.innerHTML = `<riv-tabs><riv-tab label="A"><riv-number id="a" value="1"></riv-number></riv-tab></riv-tabs>
      <riv-accordion label="B"><riv-number id="b"></riv-number></riv-accordion><riv-state id="s" value="1"></riv-state>
      <riv-sidebar><riv-markdown value="*a*"></riv-markdown></riv-sidebar>
      <script type="handler">export function add(a, s) { return [a + s, s + 1]; }</script>
      <riv-on for="a" event="change" fn="#add" inputs="a s" outputs="b s"></riv-on>`;
    app.mount();
    await app.ready;
    const [a, b] = ['a', 'b'].map((id) => app.querySelector<rv.Number>(`#${id}`)!) as [rv.Number, rv.Number];
    edit(a, 2);
    await until(() => b.value === 3);
    return app;
  },
  'Blocks with a Timer, a computed value and a Render': async () => {
    const [timer, ticks, input] = [
      new rv.Timer({ value: 0.05 }),
      new rv.Number({ value: 0 }),
      new rv.Number({ value: 1 }),
    ];
    const computed = new rv.Number({ value: (x: number) => x + 1, inputs: input, every: 0.1 });
    const render = new rv.Render({ inputs: input, fn: (x: number) => new rv.Textbox({ value: `${x}` }) });
    const app = new rv.Blocks({}, timer, ticks, input, computed, render).mount();
    rv.on(timer, 'tick', { fn: (n: number) => n + 1, inputs: ticks, outputs: ticks, thread: 'main' });
    await app.ready;
    await until(() => ticks.value! > 1 && computed.value === 2 && render.querySelector('riv-textbox'));
    return app;
  },
  'a camera that streams': async () => {
    const [camera, result] = [new rv.Image({ sources: ['webcam'] }), new rv.Image({ streaming: true })];
    const app = new rv.Blocks({}, camera, result).mount();
    rv.on(camera, 'stream', {
      fn: (image: ImageData) => image,
      inputs: camera,
      outputs: result,
      streamEvery: 0,
      timeLimit: 30,
    });
    await app.ready;
    await press(camera, /Webcam/);
    await press(camera, 'Record');
    await until(() => camera.streamStats.delivered > 5);
    return app;
  },
  'a microphone that streams into an Audio': async () => {
    const [sound, result] = [
      new rv.Audio({ sources: ['microphone'] }),
      new rv.Audio({ streaming: true, autoplay: true }),
    ];
    const app = new rv.Blocks({}, sound, result).mount();
    rv.on(sound, 'stream', {
      fn: (chunk) => chunk,
      inputs: sound,
      outputs: result,
      streamEvery: 0.1,
    });
    await app.ready;
    await press(sound, 'Record');
    await until(
      () => sound.streamStats.delivered > 3 && result.shadowRoot!.querySelector('riv-audio-player'),
    );
    return app;
  },
  'a Video that records': async () => {
    const video = new rv.Video({ sources: ['webcam'] });
    const app = new rv.Blocks({}, video).mount();
    await press(video, /Webcam/);
    await press(video, 'Record');
    await until(() => video.streamState === 'open');
    await press(video, 'Stop');
    await until(() => video.value);
    await until(() => video.shadowRoot!.querySelector('riv-video-player'));
    return app;
  },
  'a Video of chunks': async () => {
    const chunk = await clip('red.mp4');
    const video = new rv.Video({ streaming: true, autoplay: true });
    const go = new rv.Button();
    const app = new rv.Blocks({}, go, video).mount();
    const fn = async function* () {
      yield chunk;
      yield chunk;
    };
    rv.on(go, 'click', { fn, outputs: video, thread: 'main' });
    await app.ready;
    go.click();
    await until(() => {
      const { readyState } =
        video.shadowRoot!.querySelector('riv-video-player')?.shadowRoot?.querySelector('video') ?? {};
      return readyState! > 2;
    });
    return app;
  },
  'each control': async () => {
    const app = new rv.Blocks(
      {},
      new rv.Dropdown({ choices: ['a', 'b'], value: 'a' }),
      new rv.Radio({ choices: ['a', 'b'], value: 'a' }),
      new rv.CheckboxGroup({ choices: ['a', 'b'], value: ['a'] }),
      new rv.Slider({ value: 3 }),
      new rv.Checkbox(),
      new rv.Markdown({ value: '# A' }),
      new rv.HTML({ value: '<b>a</b>' }),
      new rv.JSON({ value: { a: [1] } }),
      new rv.Label({ value: { a: 0.5 } }),
      new rv.AnnotatedImage({ value: [new ImageData(8, 8), [[[0, 0, 4, 4], 'a']]] }),
      new rv.Image({ sources: ['sketch'] }),
      new rv.BrowserState({ storageKey: 'garbage' }),
      new rv.Audio({ value: { sampleRate: 8000, channels: [new Float32Array(8000)] } }),
    ).mount();
    await app.ready;
    for (const each of app.children) {
      await (each as rv.Number).updateComplete;
      (each as HTMLElement).focus();
    }
    (app.querySelector('riv-dropdown')!.shadowRoot!.querySelector('input') as HTMLElement).click();
    await until(() => app.querySelector('riv-audio')!.shadowRoot!.querySelector('riv-audio-player'));
    return app;
  },
};

type Left = Awaited<ReturnType<typeof collect>>;

const isFew = (left: Left, before: Left): boolean =>
  left.nodes - before.nodes < 30 && left.listeners - before.listeners < 10;

/** What is left when it has not become less for a while: idle workers end after a second, with what they hold. */
async function calm(): Promise<Left> {
  for (let left = await collect(), same = 0; ; ) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const now = await collect();
    same = now.nodes < left.nodes || now.listeners < left.listeners ? 0 : same + 1;
    if (same === 8) return now;
    left = now;
  }
}

if (canCollect)
  describe('an app that has left the page is kept by nothing', () => {
    for (const [name, make] of Object.entries(KINDS))
      it(name, async () => {
        const devices = [fakeCamera(), fakeMicrophone()];
        const restore = () => devices.forEach((device) => device.restore());
        const refs: WeakRef<object>[] = [];
        const use = async () => {
          const app = await make();
          refs.push(...refsOf(app));
          app.remove();
        };
        const urls = watchUrls();
        try {
          await use();
          restore();
          await gone(refs);
          await until(() => urls.left.size === 0, 'addresses of blobs to be given up');
        } finally {
          restore();
          urls.restore();
        }
      });

    it('and leaves as many nodes and listeners behind as others before it', async function () {
      this.timeout(120_000);
      const round = async () => {
        for (const name of ['an Interface', 'Blocks with riv-on, Tabs and a State', 'each control'])
          (await KINDS[name]!()).remove();
      };
      await round();
      await round();
      const before = await calm();
      await round();
      const end = performance.now() + 20_000;
      let left: Left;
      do {
        await new Promise((resolve) => setTimeout(resolve, 200));
        left = await collect();
      } while (!isFew(left, before) && performance.now() < end);
      expect(isFew(left, before), `${JSON.stringify(left)} after ${JSON.stringify(before)}`).to.equal(true);
    });
  });
