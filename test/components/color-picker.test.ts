import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivColorPicker } from '../../src/components/color-picker/color-picker.ts';
import { controlBattery } from '../helpers/components/control-battery.ts';
import { clearPage, mount, record } from '../helpers/page.ts';

const entry = (host: RivColorPicker) => host.shadowRoot!.getElementById('control') as HTMLInputElement;
const swatch = (host: RivColorPicker) => host.shadowRoot!.querySelector<HTMLInputElement>('[type=color]')!;

async function write(text: string): Promise<void> {
  await sendKeys({ type: text });
  await sendKeys({ press: 'Enter' });
}

describe('riv-color-picker', () => {
  controlBattery({
    tag: 'riv-color-picker',
    make: (options) => new RivColorPicker(options),
    options: {},
    attributes: '',
    initial: null,
    value: '#ff8800',
    valueAttribute: '#ff8800',
    edit: () => write('#0a0b0c'),
    edited: '#0a0b0c',
    events: ['input', 'change'],
    empty: null,
  });

  afterEach(clearPage);

  it('takes any CSS colour, and gives a handler #rrggbb', async () => {
    const host = await mount(new RivColorPicker({ label: 'Ink' }));
    for (const [given, hex] of [
      ['teal', '#008080'],
      ['#F80', '#ff8800'],
      ['hsl(120 100% 50%)', '#00ff00'],
      ['rgb(255 0 0 / 0.5)', '#ff0000'],
    ] as const) {
      host.fromHandler(given);
      await host.updateComplete;
      expect(host.value).to.equal(given);
      expect([entry(host).value, swatch(host).value]).to.deep.equal([given, hex]);
      expect(await host.toHandler()).to.deep.equal({ kind: 'value', value: hex });
    }
  });

  it('refuses what is no colour, from a handler and from a script', async () => {
    const host = await mount(new RivColorPicker({ label: 'Ink', value: 'teal' }));
    for (const given of ['blurple', 'var(--x)', 'currentColor', 7, {}])
      expect(() => host.fromHandler(given))
        .to.throw('Ink (riv-color-picker) got')
        .with.property('message')
        .that.includes('expected a CSS colour, such as "#ff8800" or "teal"');
    host.value = 'blurple';
    await host.updateComplete;
    expect(host.value).to.equal('teal');
    expect(host.message).to.include('got "blurple"');
    host.fromHandler('red');
    expect([host.value, host.message]).to.deep.equal(['red', '']);
  });

  it('says what is wrong with a written text, keeps it, and takes the next one', async () => {
    const host = await mount(new RivColorPicker({ label: 'Ink', value: '#112233' }));
    const { seen, stop } = record(host, ['input', 'change', 'submit']);
    host.focus();
    entry(host).select();
    await write('blurple');
    await host.updateComplete;
    expect(seen).to.deep.equal([]);
    expect(host.value).to.equal('#112233');
    expect(host.message).to.equal('“blurple” is no colour: write any CSS colour, such as #ff8800 or teal');
    expect([entry(host).value, entry(host).getAttribute('aria-invalid')]).to.deep.equal(['blurple', 'true']);
    entry(host).select();
    await write('teal');
    await host.updateComplete;
    stop();
    expect(seen.filter((name) => !name.includes('@'))).to.deep.equal(['input', 'change', 'submit']);
    expect([host.value, host.message, entry(host).value]).to.deep.equal(['#008080', '', '#008080']);
  });

  it('follows the dialog as it is dragged, and says when it is closed', async () => {
    const host = await mount(new RivColorPicker({ label: 'Ink' }));
    const { seen, details, stop } = record(host, ['input', 'change', 'release']);
    for (const value of ['#0000ff', '#00ffff']) {
      swatch(host).value = value;
      swatch(host).dispatchEvent(new Event('input', { bubbles: true }));
    }
    swatch(host).dispatchEvent(new Event('change', { bubbles: true }));
    stop();
    expect(seen.filter((name) => !name.includes('@'))).to.deep.equal([
      'input',
      'change',
      'input',
      'change',
      'release',
    ]);
    expect(details.at(-1)).to.deep.equal({ value: '#00ffff' });
    expect(entry(host).value).to.equal('#00ffff');
  });
});
