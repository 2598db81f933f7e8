import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import type { RivInterface } from '../../../src/app/interface/interface.ts';
import type { HandlerContext } from '../../../src/runner/context.ts';
import { runEnded } from '../../helpers/app.ts';
import { until } from '../../helpers/wait.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { clearPage } from '../../helpers/page.ts';

/** All that is to be read at a glance: not what is folded. */
function words(root: Node): string {
  if (root instanceof HTMLStyleElement || root instanceof HTMLDetailsElement) return '';
  const shadow = root instanceof Element ? (root.shadowRoot?.childNodes ?? []) : [];
  return root instanceof Text ? root.data : [...shadow, ...root.childNodes].map(words).join(' ');
}

const copies = (text: string) => words(document.body).split(text).length - 1;
const inside = (app: RivInterface) => app.shadowRoot?.querySelector('riv-toasts')?.shadowRoot;
const status = (output: Element) => output.shadowRoot?.querySelector('riv-status')?.shadowRoot;
const folded = (root: ParentNode | null | undefined) => root?.querySelector('details pre')?.textContent ?? '';

const URL_OF_MODEL = `https://cdn.example.com/${'models/'.repeat(12)}face-detection.onnx`;

describe('one error', () => {
  const { error } = console;
  const logged: Error[] = [];
  beforeEach(() => {
    logged.length = 0;
    console.error = (thrown: Error) => logged.push(thrown);
  });
  afterEach(() => {
    console.error = error;
    clearPage();
  });

  /** What axe finds once nothing fades in any more. */
  async function problems(app: RivInterface): Promise<string[]> {
    const roots = [inside(app), ...app.outputs.map(status)];
    const short = roots
      .flatMap((root) => root?.getAnimations() ?? [])
      .filter(({ effect }) => Number(effect!.getComputedTiming().endTime) < 1000);
    await Promise.all(short.map(({ finished }) => finished));
    return axeProblems(app);
  }

  /** Runs an app until its run has failed. */
  async function failing(fn: unknown, options: object = {}): Promise<RivInterface> {
    const app = new rv.Interface({
      fn: fn as () => never,
      inputs: [],
      outputs: ['text', 'number', 'text'],
      ...options,
    }).mount();
    await app.ready;
    const end = runEnded(app);
    app.run();
    expect(await end).to.equal('failure');
    await until(() => status(app.outputs[0]!)?.querySelector('[part=error]'));
    return app;
  }

  it('is told on one output, the others have failed without words; its stack is folded, and in the console', async () => {
    const app = await failing(function split() {
      throw new RangeError('Too thin to be split');
    });
    expect(copies('Too thin to be split')).to.equal(1);
    const [first, second, third] = app.outputs.map(status);
    expect(folded(first)).to.match(/^HandlerError: Too thin to be split\n.*\bsplit(?:\.\w+)? ?\(?.*:\d+:\d+/);
    expect(folded(first)).to.not.include('blob:');
    for (const other of [second, third])
      expect(other?.querySelector('[part=error]')?.textContent?.trim()).to.equal('Error');
    expect(inside(app)).to.equal(undefined);
    expect(logged).to.have.length(1);
    expect(logged[0]).to.include({ name: 'RangeError', message: 'Too thin to be split' });
    expect(logged[0]!.stack).to.include('split');
    expect(await problems(app)).to.deep.equal([]);
  });

  it('that is meant for the reader is a toast, and folded on the output', async () => {
    const app = await failing((ctx: HandlerContext) => {
      throw new ctx.Error('Come back tomorrow', { title: 'Closed' });
    });
    await until(() => copies('Come back tomorrow') === 1);
    expect(inside(app)?.textContent).to.include('Closed').and.to.include('Come back tomorrow');
    expect(folded(status(app.outputs[0]!))).to.include('Come back tomorrow');
    expect(folded(status(app.outputs[1]!))).to.equal('');
    expect(logged).to.deep.equal([]);
    inside(app)!.querySelector<HTMLElement>('[aria-label=Close]')!.click();
    await until(() => words(status(app.outputs[0]!)!).includes('Come back tomorrow'));
    await until(() => copies('Come back tomorrow') === 1);
    expect(words(status(app.outputs[1]!)!)).to.not.include('Come back');
    const again = runEnded(app);
    app.run();
    expect(await again).to.equal('failure');
    await until(() => copies('Come back tomorrow') === 1);
    expect(inside(app)?.textContent).to.include('Come back tomorrow');
  });

  it('is a toast where no output is in sight, and folded on the output', async () => {
    const far = document.createElement('div');
    far.style.height = '3000px';
    document.body.append(far);
    const app = await failing(() => {
      throw new Error('Nobody looks');
    });
    await until(() => copies('Nobody looks') === 1);
    expect(inside(app)?.textContent).to.include('Nobody looks');
    expect(folded(status(app.outputs[0]!))).to.include('Nobody looks');
  });

  it('is told by the output that refused its value', async () => {
    const fn = () => ['a', 'no number', 'c'];
    const app = await failing(fn);
    await until(() => status(app.outputs[1]!)?.textContent?.includes('expected'));
    expect(words(status(app.outputs[1]!)!)).to.match(
      /got "no number" from the handler "fn", expected a number/,
    );
    const [frame, ...more] = folded(status(app.outputs[1]!)).split('\n').slice(1);
    expect(frame).to.match(/^ +at fn \(.*told-once\.test\.ts.*:\d+:\d+\)$/);
    expect(more).to.deep.equal([]);
    expect(logged).to.have.length(1);
    expect(logged[0]!.stack).to.include('told-once.test.ts');
    expect(status(app.outputs[0]!)?.querySelector('[part=error]')?.textContent?.trim()).to.equal('Error');
  });

  it('is told on the output also where runs show nothing else', async () => {
    await failing(
      () => {
        throw new Error('In silence');
      },
      { showProgress: 'hidden' },
    );
    expect(copies('In silence')).to.equal(1);
  });

  it('has long words and URLs shortened, with the whole in the details', async () => {
    const fn = `() => { throw new Error('The model at ${URL_OF_MODEL} is missing') }`;
    // biome-ignore lint/security/noGlobalEval: a function that knows its own URL, as a page would write it
    const app = await failing(globalThis.eval(fn));
    const first = status(app.outputs[0]!)!;
    const { textContent } = first.querySelector('[part=error]')!;
    expect(textContent).to.match(
      /The model at https:\/\/cdn\.example\.com\/mod\S*…\S*face-detection\.onnx is missing/,
    );
    expect(folded(first)).to.include(URL_OF_MODEL);
    const { left, right } = first.querySelector('[part=error]')!.getBoundingClientRect();
    const box = app.outputs[0]!.getBoundingClientRect();
    expect([left >= box.left, right <= box.right]).to.deep.equal([true, true]);
    rv.on(app, 'load', {
      fn: (url: string, ctx: HandlerContext) => ctx.info(`See ${url}`),
      inputs: new rv.State({ value: URL_OF_MODEL }),
    });
    app.dispatchEvent(new Event('load'));
    await until(() => inside(app)?.querySelector('[part=text]'));
    expect(inside(app)?.querySelector('[part=text]')?.textContent).to.match(/^See https:\S*…\S*\.onnx$/);
    expect(folded(inside(app))).to.equal(`See ${URL_OF_MODEL}`);
    expect(await problems(app)).to.deep.equal([]);
  });
});
