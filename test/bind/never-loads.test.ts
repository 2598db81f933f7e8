import { expect } from '@esm-bundle/chai';
import * as rv from '../../src/index.ts';
import { button } from '../helpers/press.ts';
import { until } from '../helpers/wait.ts';
import { clearPage } from '../helpers/page.ts';

/** Half a minute, as the library waits for the code of a handler. */
const LONG = 30_000;

describe('a handler whose code never loads', () => {
  const { setTimeout: own } = globalThis;
  let hurry: (() => void) | undefined;

  beforeEach(() => {
    hurry = undefined;
    globalThis.setTimeout = ((act: () => void, ms?: number, ...more: unknown[]) => {
      if (ms !== LONG) return own(act, ms, ...more);
      const timer = own(act, ms);
      hurry = () => (clearTimeout(timer), act());
      return timer;
    }) as typeof setTimeout;
  });
  afterEach(() => {
    globalThis.setTimeout = own;
    clearPage();
  });

  it('is told of on its output, after half a minute, with a Stop', async () => {
    const code = new Blob(['await new Promise(() => {}); export default () => 1;'], {
      type: 'text/javascript',
    });
    const [go, out] = [new rv.Button(), new rv.Number({ label: 'Out' })];
    new rv.Blocks({}, go, out).mount();
    const outcomes: string[] = [];
    const binding = rv.on(go, 'click', { fn: URL.createObjectURL(code), outputs: out, apiName: 'slow' });
    binding.addEventListener('end', (event) => outcomes.push((event as CustomEvent).detail.outcome));
    await out.updateComplete;
    go.click();
    await until(() => out.status.stage === 'pending' && hurry);
    const status = await until(
      () =>
        out.shadowRoot!.querySelector('riv-status')?.shadowRoot &&
        out.shadowRoot!.querySelector('riv-status')!,
    );
    expect(button(status, 'Stop')).to.equal(null);
    // The first wait is for the worker's answer, which comes; the second for its code, which does not.
    await until(() => {
      if (!out.status.slow) hurry?.();
      return out.status.slow;
    });
    await until(() => button(status, 'Stop'));
    expect(status.shadowRoot!.textContent).to.contain('Still loading the handler "slow"');
    expect(outcomes).to.deep.equal([]);
    button(status, 'Stop')!.click();
    await until(() => outcomes.length > 0);
    expect(outcomes).to.deep.equal(['cancelled']);
    expect(out.status.stage).not.to.equal('pending');
  });
});
