import { expect } from '@esm-bundle/chai';
import * as rv from '../../src/index.ts';
import { buttonOf, edit, pageWith, runEnded } from '../helpers/app.ts';
import { once, until } from '../helpers/wait.ts';
import { fakeCamera } from '../../src/testing/index.ts';
import type { RivElement } from '../../src/components/base/base.ts';
import { clearPage, mount } from '../helpers/page.ts';
import { recordCamera } from '../helpers/stream.ts';

function divide(a: number, b: number) {
  if (b === 0) throw new Error('Cannot divide by zero');
  return a / b;
}

/** The word that an element bears beside a result that does not answer any more; none beside others. */
const mark = (element: HTMLElement) => element.shadowRoot!.getElementById('stale')?.textContent ?? '';

async function isStale(element: RivElement, stale: boolean): Promise<void> {
  await element.updateComplete;
  expect([element.stale, element.matches(':state(stale)'), mark(element)]).to.deep.equal([
    stale,
    stale,
    stale ? 'Earlier result' : '',
  ]);
}

const mounted = async (options: rv.InterfaceOptions): Promise<rv.Interface> => {
  const app = new rv.Interface(options).mount();
  await app.ready;
  return app;
};

/** Runs the app, with these values in its inputs. */
async function run(app: rv.Interface, ...values: unknown[]): Promise<string> {
  app.inputs.forEach((input, at) => {
    if (at < values.length) edit(input, values[at]);
  });
  const ended = runEnded(app);
  app.run();
  return ended;
}

describe('a result that does not answer to its inputs', () => {
  afterEach(clearPage);

  it('is marked after a run that failed, until the next result', async () => {
    const app = await mounted({ fn: divide, inputs: ['number', 'number'], outputs: ['number'] });
    const [out] = app.outputs as [rv.Number];
    await run(app, 4, 0);
    await isStale(out, true).catch(() => undefined);
    expect(mark(out)).to.equal(''); // there is nothing yet
    await run(app, 4, 5);
    await isStale(out, false);
    expect(await run(app, 4, 0)).to.equal('failure');
    expect([out.value, out.status.stage]).to.deep.equal([0.8, 'error']);
    await isStale(out, true);
    expect(out.shadowRoot!.getElementById('control')!.getAttribute('aria-describedby')).to.equal('stale');
    const dimmed = () => Number(getComputedStyle(out.shadowRoot!.querySelector('.box')!).opacity) < 0.6;
    await until(dimmed);
    await run(app, 4, 5);
    await isStale(out, false); // also where the result is the same
    await run(app, 4, 0);
    buttonOf(app, 'Clear')?.click();
    await out.updateComplete;
    expect([out.matches(':state(stale)'), mark(out)]).to.deep.equal([false, '']);
  });

  it('is marked when an example is taken, not where that runs at once', async () => {
    const app = await mounted({
      fn: (text: string) => text.toUpperCase(),
      inputs: new rv.Textbox({ value: 'one' }),
      outputs: new rv.Label(),
      examples: ['two', 'three'],
    });
    const [out] = app.outputs as [rv.Label];
    await run(app);
    await isStale(out, false);
    await app.updateComplete;
    app.shadowRoot!.querySelector<rv.Examples>('riv-examples')!.fill(0);
    await isStale(out, true);
    await run(app);
    expect(out.value).to.equal('TWO');
    await isStale(out, false);
    app.live = true;
    await app.updateComplete;
    const ended = runEnded(app);
    app.shadowRoot!.querySelector<rv.Examples>('riv-examples')!.fill(1);
    await ended;
    await isStale(out, false);
  });

  it('is marked in Blocks too: by an example, and what is skipped answers', async () => {
    await pageWith<rv.Blocks>(`<riv-blocks>
      <riv-textbox id="from" value="one"></riv-textbox><riv-textbox id="to" value="kept"></riv-textbox>
      <riv-json id="other"></riv-json><riv-button id="go"></riv-button>
      <riv-examples inputs="from" examples='["two"]'></riv-examples>
      <script type="handler">export const go = (text, ctx) => [ctx.skip, [text], text];</script>
      <riv-on for="go" event="click" fn="#go" inputs="from" outputs="to other from"></riv-on>
    </riv-blocks>`);
    const [from, to, other] = ['from', 'to', 'other'].map((id) => document.getElementById(id)) as [
      rv.Textbox,
      rv.Textbox,
      rv.JSON,
    ];
    document.querySelector<rv.Examples>('riv-examples')!.fill(0);
    await isStale(to, true);
    await isStale(from, false); // it is the input itself
    document.getElementById('go')!.click();
    await until(() => (other.value as string[] | null)?.[0] === 'two');
    await isStale(to, false);
    expect(to.value).to.equal('kept');
  });

  it('is marked when a recording begins', async () => {
    const camera = fakeCamera();
    const input = await mount(new rv.Image({ sources: ['webcam'], streaming: true }));
    const out = await mount(new rv.Textbox({ value: 'of the last recording', interactive: false }));
    const binding = rv.on(input, 'stream', {
      fn: () => new Promise<string>((resolve) => setTimeout(() => resolve('new'), 1000)),
      inputs: [input],
      outputs: [out],
    });
    await recordCamera(input);
    await until(() => out.matches(':state(stale)'));
    await until(() => out.value === 'new');
    await isStale(out, false);
    binding.remove();
    camera.restore();

    const sound = await mount(new rv.Audio({ sources: ['microphone'] }));
    rv.on(sound, 'change', { fn: () => 'heard', inputs: [sound], outputs: [out] });
    sound.dispatchEvent(new CustomEvent('startRecording'));
    await isStale(out, true);
  });

  it('is marked whatever the element: media too; and another value of a script is not', async () => {
    const go = await mount(new rv.Button());
    const image = await mount(new rv.Image({ interactive: false }));
    const audio = await mount(new rv.Audio({ interactive: false }));
    const list = await mount(new rv.JSON());
    const binding = rv.on(go, 'click', {
      fn: () => {
        throw new Error('no');
      },
      outputs: [image, audio, list],
    });
    const samples = { sampleRate: 8000, channels: [new Float32Array(800)] };
    image.value = new ImageData(4, 4);
    audio.value = samples;
    list.value = [1];
    const failed = once(binding, 'end');
    go.click();
    await failed;
    for (const each of [image, audio, list]) await isStale(each, true);
    image.value = new ImageData(4, 4);
    audio.value = { ...samples };
    list.value = [2];
    for (const each of [image, audio, list]) await isStale(each, false);
  });

  it('is marked where a run will not come, since the one before it failed', async () => {
    const [go, first, second, third, told] = [
      new rv.Button(),
      new rv.Number({ value: 1 }),
      new rv.Number({ value: 2 }),
      new rv.Number({ value: 3 }),
      new rv.Textbox({ value: 'nothing yet', interactive: false }),
    ] as const;
    for (const each of [go, first, second, third, told]) await mount(each);
    let fails = true;
    const count = (x: number) => x + 1;
    const binding = rv.on(go, 'click', {
      fn: () => {
        if (fails) throw new Error('no');
        return 10;
      },
      outputs: first,
      thread: 'main',
    });
    const next = binding.success({ fn: count, inputs: first, outputs: second });
    const last = next.after({ fn: count, inputs: second, outputs: third });
    const failed = binding.failure({ fn: () => 'it failed', outputs: told });
    const over = once(failed, 'end');
    go.click();
    await over;
    for (const each of [first, second, third]) await isStale(each, true);
    expect(told.value).to.equal('it failed');
    await isStale(told, false);
    fails = false;
    const through = once(last, 'end');
    go.click();
    await through;
    expect([first.value, second.value, third.value]).to.deep.equal([10, 11, 12]);
    for (const each of [first, second, third]) await isStale(each, false);
  });

  it('is not what the run that failed has itself yielded before', async () => {
    const [go, first, second] = [
      new rv.Button(),
      new rv.Number({ value: 1 }),
      new rv.Number({ value: 1 }),
    ] as const;
    for (const each of [go, first, second]) await mount(each);
    let yields = true;
    const binding = rv.on(go, 'click', {
      fn: function* () {
        if (yields) yield [2, 'no number' as never] as const;
        throw new Error('no');
      },
      outputs: [first, second],
      thread: 'main',
    });
    const press = async () => {
      const over = once(binding, 'end');
      go.click();
      await over;
    };
    await press();
    expect([first.value, first.status.stage]).to.deep.equal([2, 'error']);
    await isStale(first, false);
    await isStale(second, true); // it has refused what it was given
    yields = false;
    await press();
    for (const each of [first, second]) await isStale(each, true);
  });

  it('goes with a recording that shows its own results, which says once why it ended', async () => {
    const camera = fakeCamera();
    const image = await mount(new rv.Image({ sources: ['webcam'], streaming: true }));
    const binding = rv.on(image, 'stream', {
      fn: () => {
        throw new Error('a broken filter');
      },
      inputs: image,
      outputs: image,
    });
    await recordCamera(image);
    await until(() => image.status.stage === 'error' && image.streamState === 'closed');
    await image.updateComplete;
    expect([image.status.error!.message, image.message]).to.deep.equal(['a broken filter', '']);
    binding.remove();
    camera.restore();
  });
});
