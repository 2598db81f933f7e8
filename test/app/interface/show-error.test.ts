import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import type { AppElement } from '../../../src/app/app-element.ts';
import { pageWith } from '../../helpers/app.ts';
import { until } from '../../helpers/wait.ts';
import { clearPage } from '../../helpers/page.ts';

/** What the app's toasts say. */
const toasts = (app: AppElement) =>
  app.shadowRoot?.querySelector('riv-toasts')?.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** What an output shows of its error. */
const badge = (output: Element) =>
  output.shadowRoot
    ?.querySelector('riv-status')
    ?.shadowRoot?.querySelector('[part=error]')
    ?.textContent?.replace(/\s+/g, ' ')
    .trim() ?? '';

describe('showError', () => {
  const { error } = console;
  let logged: string[] = [];
  beforeEach(() => {
    logged = [];
    console.error = (...parts: unknown[]) => logged.push(parts.join(' '));
  });
  afterEach(() => {
    console.error = error;
    clearPage();
  });

  function failing(message: string, ctx: { Error: new (text: string, options?: object) => Error }): never {
    if (message.startsWith('on purpose')) throw new ctx.Error(message);
    if (message.startsWith('for nobody')) throw new ctx.Error(message, { visible: false });
    throw new RangeError(message);
  }

  const made = (options: object, message: string) =>
    new rv.Interface({
      fn: failing,
      inputs: new rv.Textbox({ value: message }),
      outputs: new rv.Textbox({ label: 'Result' }),
      ...options,
    });

  it('[C57] by default shows what an exception says on the output, and there alone', async () => {
    const app = made({}, 'no such file').mount();
    await app.ready;
    app.run();
    await until(() => badge(app.outputs[0]!).startsWith('Error no such file'));
    expect(toasts(app)).to.equal('');
    expect(app.showError).to.equal(true);
  });

  it('[C57] false shows the badge alone; the console and a script are told why', async () => {
    const app = made({ showError: false }, 'no such file').mount();
    await app.ready;
    app.run();
    await until(() => badge(app.outputs[0]!) === 'Error');
    expect(logged.join()).to.include('no such file');
    let said = '';
    await app.predict('failing', ['another one']).catch((error: Error) => (said = error.message));
    expect(said).to.equal('another one');
    expect(toasts(app)).to.equal('');
    (app.inputs[0] as rv.Textbox).value = 'on purpose';
    app.run();
    await until(() => toasts(app).includes('on purpose'));
    expect(toasts(app)).not.to.include('no such file');
    await until(() => badge(app.outputs[0]!).startsWith('Error Details'));
  });

  it('[C57] hides an error that is thrown as not visible in every app', async () => {
    const app = made({}, 'for nobody').mount();
    await app.ready;
    app.run();
    await until(() => badge(app.outputs[0]!) === 'Error');
    expect(logged.join()).to.include('for nobody');
    expect(toasts(app)).to.equal('');
  });

  it('[C57] shows the badge also where runs show nothing else', async () => {
    const app = made({ showError: false, showProgress: 'hidden' }, 'no such file').mount();
    await app.ready;
    app.run();
    await until(() => badge(app.outputs[0]!) === 'Error');
  });

  it('[C57] is an attribute, and holds for an app inside and for functions as values', async () => {
    const blocks = await pageWith<rv.Blocks>('<riv-blocks show-error="false"></riv-blocks>');
    const inner = made({}, 'deep inside');
    const value = () => {
      throw new Error('no value');
    };
    const computed = new rv.Number({ value });
    blocks.append(inner, computed);
    await inner.ready;
    inner.run();
    await until(() => badge(inner.outputs[0]!) === 'Error');
    await until(() => badge(computed) === 'Error');
    expect(logged.join()).to.include('no value').and.to.include('deep inside');
    expect(toasts(inner) + toasts(blocks)).to.equal('');
    blocks.removeAttribute('show-error');
    inner.run();
    await until(() => badge(inner.outputs[0]!).startsWith('Error deep inside'));
  });
});
