import { expect } from '@esm-bundle/chai';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { RivSlider } from '../../src/components/slider/slider.ts';
import { controlBattery } from '../helpers/components/control-battery.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';

const track = (host: RivSlider): HTMLInputElement =>
  host.shadowRoot?.getElementById('control') as HTMLInputElement;
const entry = (host: RivSlider): HTMLInputElement =>
  host.shadowRoot?.getElementById('entry') as HTMLInputElement;
const reset = (host: RivSlider): HTMLButtonElement | null | undefined =>
  host.shadowRoot?.querySelector('button');
const EVENTS = ['input', 'change', 'release'];

describe('riv-slider', () => {
  controlBattery({
    tag: 'riv-slider',
    make: (options) => new RivSlider(options),
    options: { minimum: 10, maximum: 20 },
    attributes: 'minimum="10" maximum="20" step="1"',
    initial: 10,
    value: 15,
    valueAttribute: '15',
    edit: () => sendKeys({ press: 'End' }),
    edited: 20,
    events: ['input', 'change'],
    empty: 10,
  });

  afterEach(clearPage);

  it('[C138] is at its minimum when it has no value, also when the minimum changes', async () => {
    const host = await mount(new RivSlider({ label: 'A', minimum: 3 }));
    expect([host.value, track(host).value]).to.deep.equal([3, '3']);
    host.minimum = 5;
    await host.updateComplete;
    expect([host.value, track(host).value]).to.deep.equal([5, '5']);
  });

  it('[C138] steps by about a hundredth of the range, a power of ten, unless told', async () => {
    const steps: number[] = [];
    for (const [minimum, maximum] of [
      [0, 100],
      [0, 1],
      [0, 50],
      [-1000, 1000],
      [0, 0.2],
    ]) {
      const host = await mount(new RivSlider({ label: 'A', minimum, maximum }));
      steps.push(Number(track(host).step));
    }
    expect(steps).to.deep.equal([1, 0.01, 0.1, 10, 0.001]);
    expect(track(await mount(new RivSlider({ label: 'A', step: 5 }))).step).to.equal('5');
  });

  it('[C138] fires release when the pointer lets the knob go, and change on the way', async () => {
    const host = await mount(new RivSlider({ label: 'A' }));
    const { left, top, width, height } = track(host).getBoundingClientRect();
    const at = (share: number): [number, number] => [
      Math.round(left + width * share),
      Math.round(top + height / 2),
    ];
    const { seen, stop } = record(host, EVENTS);
    await sendMouse({ type: 'move', position: at(0.5) });
    await sendMouse({ type: 'down' });
    expect(seen).to.include('change');
    expect(seen).to.not.include('release');
    await sendMouse({ type: 'move', position: at(0.75) });
    expect(seen).to.not.include('release');
    await sendMouse({ type: 'up' });
    stop();
    expect(seen.filter((name) => name === 'release')).to.have.length(1);
    expect(seen.indexOf('release')).to.equal(seen.length - 2);
    expect(host.value).to.be.closeTo(75, 3);
  });

  it('[C138] goes back to its initial value by the reset button', async () => {
    const host = await mount(new RivSlider({ label: 'A', value: 30 }));
    host.value = 80;
    await host.updateComplete;
    const { seen, stop } = record(host, EVENTS);
    reset(host)?.click();
    stop();
    expect(host.value).to.equal(30);
    expect(seen.filter((name) => !name.includes('@'))).to.deep.equal(EVENTS);
    await host.updateComplete;
    expect([track(host).value, entry(host).value]).to.deep.equal(['30', '30']);
  });

  it('has no reset button when buttons leave it out, or nobody may edit', async () => {
    expect(reset(await mount(new RivSlider({ label: 'A', buttons: [] })))).to.equal(null);
    expect(reset(await parse<RivSlider>('<riv-slider buttons=""></riv-slider>'))).to.equal(null);
    expect(reset(await mount(new RivSlider({ label: 'A', interactive: false })))).to.equal(null);
  });

  it('[C137] refuses to hand over a number outside its range', async () => {
    const host = await mount(new RivSlider({ label: 'Size', maximum: 10 }));
    host.fromHandler(12);
    expect(() => host.toHandler())
      .to.throw('Size: Value 12 is greater than maximum value 10.')
      .with.property('name', 'ValueError');
  });

  it('says so when its ends are the wrong way round', async () => {
    const host = await mount(new RivSlider({ label: 'Size', minimum: 5, maximum: 5 }));
    expect(host.message).to.contain('minimum 5 is not less than maximum 5');
    expect(() => host.toHandler()).to.throw(/not less than/);
  });

  it('takes typed numbers within the range as they come, and draws others in when the box is left', async () => {
    const host = await mount(new RivSlider({ label: 'A', minimum: 20, maximum: 200 }));
    const { seen, stop } = record(host, ['input', 'release']);
    entry(host).focus();
    entry(host).select();
    await sendKeys({ type: '150' });
    expect(host.value).to.equal(150);
    expect(track(host).value).to.equal('150');
    await sendKeys({ type: '0' });
    expect(host.value).to.equal(150);
    entry(host).blur();
    stop();
    expect([host.value, entry(host).value]).to.deep.equal([200, '200']);
    expect(seen.filter((name) => !name.includes('@'))).to.deep.equal(['input', 'input', 'release']);
  });

  it('keeps its value when the number box is left empty', async () => {
    const host = await mount(new RivSlider({ label: 'A', value: 40 }));
    entry(host).focus();
    entry(host).select();
    await sendKeys({ press: 'Delete' });
    entry(host).blur();
    expect([host.value, entry(host).value]).to.deep.equal([40, '40']);
  });

  it('shows a number without the noise of arithmetic, and keeps it exactly when its box is only visited', async () => {
    const host = await mount(new RivSlider());
    const warm = 36.6 * 1.8 + 32;
    host.fromHandler(warm);
    await host.updateComplete;
    const entry = host.shadowRoot!.getElementById('entry') as HTMLInputElement;
    entry.focus();
    entry.blur();
    expect([entry.value, host.value]).to.deep.equal(['97.88', warm]);
    expect(entry.style.getPropertyValue('--digits')).to.equal('5'); // as wide as what it shows
  });

  it('rounds to its precision', async () => {
    const host = await mount(new RivSlider({ label: 'A', precision: 0, step: 0.1, value: 2.6 }));
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: 3 });
  });

  it('starts anywhere in its range, on a step, with randomize', async () => {
    const seen = new Set<number>();
    for (let count = 0; count < 20; count++) {
      const host = await mount(
        new RivSlider({ label: 'A', minimum: 5, maximum: 500, step: 5, randomize: true }),
      );
      expect(host.value).to.be.within(5, 500);
      expect(host.value % 5).to.equal(0);
      seen.add(host.value);
    }
    expect(seen.size).to.be.above(2);
  });

  it('refuses what is no number', async () => {
    const host = await mount(new RivSlider({ label: 'A' }));
    expect(() => host.fromHandler('much')).to.throw(
      /A \(riv-slider\) got "much", expected a number from 0 to 100/,
    );
  });
});
