import { expect } from '@esm-bundle/chai';
import type { Status, Toast } from '../../src/shared/port.ts';
import type { RivInterface } from '../../src/app/interface/interface.ts';
import { clearPage } from '../helpers/page.ts';
import { until } from '../helpers/wait.ts';
import { appOf, describeWith, serverURL } from './server.ts';

const url = await serverURL();

/** What the output of an app has shown of its runs, from now on. */
function statuses(app: RivInterface): Status[] {
  const [output] = app.outputs as unknown as { status: Status }[];
  const seen: Status[] = [];
  const { set, get } = propertyOf(output!, 'status');
  Object.defineProperty(output, 'status', {
    configurable: true,
    get,
    set(status: Status) {
      seen.push(status);
      set!.call(this, status);
    },
  });
  return seen;
}

function propertyOf(object: object, name: string): PropertyDescriptor {
  for (let at: object | null = object; at; at = Object.getPrototypeOf(at) as object | null) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  throw new Error(`no ${name}`);
}

const ended = (app: RivInterface) =>
  new Promise((resolve) => app.binding!.addEventListener('end', resolve, { once: true }));

/** What the function of `/slow` has said of its runs. */
async function seen(): Promise<string[]> {
  const app = await appOf(url!, '/seen', { outputs: 'json' });
  const [said] = await app.predict('call', []);
  app.remove();
  return said as string[];
}

describeWith(url, 'a run on a Gradio server', () => {
  afterEach(clearPage);

  it('shows its progress, by levels', async () => {
    const app = await appOf(url!, '/steps', { outputs: 'textbox' });
    const shown = statuses(app);
    app.run();
    await ended(app);
    const levels = shown.flatMap(({ progress }) => progress ?? []);
    expect(levels.map(({ desc }) => desc)).to.include('Steps');
    expect(levels.find(({ desc }) => desc === 'Steps')).to.deep.include({ unit: 'pages', length: 4 });
    expect(Math.max(...levels.map(({ fraction }) => fraction ?? 0))).to.be.at.least(0.5);
  });

  it('shows logs as toasts', async () => {
    const app = await appOf(url!, '/say', { outputs: 'textbox' });
    const toasts: Toast[] = [];
    app.addEventListener('riv-toast', (event) => toasts.push((event as CustomEvent<Toast>).detail));
    app.run();
    await ended(app);
    expect(toasts.map(({ level, message }) => `${level}: ${message}`)).to.deep.equal([
      'info: for your information',
      'warning: beware',
      'success: it worked',
    ]);
    expect(toasts[0]).to.include({ title: 'News', duration: 3 });
  });

  it('shows its place in the queue, and ends on the server when it is stopped', async () => {
    const inputs = [
      { name: 'number', value: 60 },
      { name: 'textbox', value: 'first' },
    ];
    const first = await appOf(url!, '/slow', { inputs, outputs: 'textbox' });
    const second = await appOf(url!, '/slow', {
      inputs: [inputs[0], { name: 'textbox', value: 'second' }],
      outputs: 'textbox',
    });
    const shown = statuses(second);
    first.run();
    await until(() => (first.outputs[0] as unknown as { value: unknown }).value === 'first');
    second.run();
    await until(() => shown.some(({ queue }) => queue !== undefined && queue.size >= 1));
    const over = ended(first);
    first.binding!.cancel();
    await over;
    await until(() => (second.outputs[0] as unknown as { value: unknown }).value === 'second');
    expect(await seen())
      .to.include('left first')
      .and.not.include('ended first');
    // An element that leaves stops its run, too.
    second.remove();
    await until(async () => (await seen()).includes('left second'));
  });

  it('says at the app where its inputs go', async () => {
    const app = await appOf(url!, '/greet', { inputs: ['textbox', 'number'], outputs: 'textbox' });
    await until(() => app.shadowRoot?.querySelector('riv-server-note')?.shadowRoot?.textContent);
    const note = app.shadowRoot!.querySelector('riv-server-note')!.shadowRoot!;
    expect(note.textContent).to.contain(`is sent to ${new URL(url!).host}`);
    expect(note.querySelector('a')!.href).to.equal(`${url}/`);
  });
});
