import { expect } from '@esm-bundle/chai';
import { on } from '../../src/bind/binding/on.ts';
import * as rv from '../../src/index.ts';
import { pageWith } from '../helpers/app.ts';
import { once, until } from '../helpers/wait.ts';
import { FakePort, ended } from '../helpers/bind/fake-port.ts';
import { clearPage, mount } from '../helpers/page.ts';

/** A page much longer than the window, with two outputs, both below it. */
async function longPage(): Promise<[rv.Textbox, rv.Textbox]> {
  const space = document.createElement('div');
  space.style.height = '300vh';
  document.body.append(space);
  const [upper, lower] = [new rv.Textbox({ label: 'Upper' }), new rv.Textbox({ label: 'Lower' })];
  await mount(upper);
  await mount(lower);
  document.body.append(space.cloneNode());
  scrollTo(0, 0);
  return [upper, lower];
}

describe('where a run is shown', () => {
  afterEach(() => {
    clearPage();
    scrollTo(0, 0);
  });

  it('[C61] is on the elements of showProgressOn in place of the outputs', async () => {
    const [a, out, shown] = [new FakePort(), new FakePort(), new FakePort()];
    out.addEventListener('riv-toast', (event) => event.preventDefault());
    for (const showProgressOn of [shown, [shown]]) {
      const binding = on(a, 'go', {
        fn: function* () {
          yield 1;
          throw new Error('halfway');
        },
        outputs: out,
        showProgressOn,
      });
      a.fire('go');
      await ended(binding);
      binding.remove();
    }
    const stages = shown.statuses.map(({ stage }) => stage);
    expect(stages).to.include.members(['pending', 'generating', 'error']);
    expect(shown.status.error?.message).to.equal('halfway');
    expect(out.statuses).to.deep.equal([]);
    expect([out.given, shown.given]).to.deep.equal([[1, 1], []]);
    expect(() => on(a, 'go', { fn: null, showProgressOn: 'out' as never })).to.throw(
      /showProgressOn.*"out".*component/,
    );
  });

  it('[C61] is named by ids in HTML', async () => {
    const app =
      await pageWith<rv.Blocks>(`<riv-blocks><riv-number id="a"></riv-number><riv-number id="b"></riv-number>
      <riv-textbox id="here"></riv-textbox><riv-on id="on" for="a" event="change" fn="#wait" outputs="b" show-progress-on="here" scroll-to-output></riv-on>
      <script type="handler">export const wait = () => new Promise(() => {});</script></riv-blocks>`);
    const [, b, here] = [...app.querySelectorAll<rv.Number>('riv-number, riv-textbox')];
    const { binding } = app.querySelector<rv.On>('riv-on')!;
    expect(binding?.options.scrollToOutput).to.equal(true);
    app.querySelector<rv.Number>('#a')!.fromHandler(1);
    await until(() => here?.shadowRoot?.querySelector('riv-status'));
    expect([here?.status.stage, b?.status.stage]).to.deep.equal(['pending', 'idle']);
    binding?.cancel();
  });

  it('scrolls to the topmost output when a run begins, 20 px below the edge', async () => {
    const [upper, lower] = await longPage();
    const binding = on(lower, 'input', {
      fn: () => new Promise<never>(() => {}),
      outputs: [lower, upper],
      scrollToOutput: true,
    });
    const still = once(document, 'scrollend');
    lower.dispatchEvent(new CustomEvent('input'));
    await still;
    expect(upper.getBoundingClientRect().top).to.be.closeTo(20, 1);
    binding.remove();
  });

  it('does not scroll to an output that is in sight, nor without being told to', async () => {
    const [upper, lower] = await longPage();
    const told = on(lower, 'input', { fn: () => 'told', outputs: upper, scrollToOutput: true });
    const untold = on(lower, 'submit', { fn: () => 'untold', outputs: lower });
    lower.dispatchEvent(new CustomEvent('submit'));
    expect(await ended(untold)).to.equal('success');
    expect(scrollY).to.be.below(2);
    scrollTo(0, upper.getBoundingClientRect().top - 100);
    const before = scrollY;
    lower.dispatchEvent(new CustomEvent('input'));
    expect(await ended(told)).to.equal('success');
    expect([scrollY, upper.value]).to.deep.equal([before, 'told']);
  });
});
