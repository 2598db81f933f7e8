import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivCheckbox } from '../../src/components/checkbox/checkbox.ts';
import { controlBattery } from '../helpers/components/control-battery.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';

const mark = (host: RivCheckbox): HTMLInputElement =>
  host.shadowRoot?.getElementById('control') as HTMLInputElement;

describe('riv-checkbox', () => {
  controlBattery({
    tag: 'riv-checkbox',
    make: (options) => new RivCheckbox(options),
    options: {},
    attributes: '',
    initial: false,
    value: true,
    valueAttribute: '',
    edit: () => sendKeys({ press: ' ' }),
    edited: true,
    events: ['input', 'select', 'change'],
    empty: false,
  });

  afterEach(clearPage);

  it('counts whatever a handler gives by its truth', async () => {
    const host = await mount(new RivCheckbox({ label: 'A' }));
    const values = [1, 'yes', '', 0, {}, undefined].map((given) => {
      host.fromHandler(given);
      return host.value;
    });
    expect(values).to.deep.equal([true, true, false, false, true, false]);
  });

  it('reads its attribute: "false" is false, empty is true', async () => {
    expect((await parse<RivCheckbox>('<riv-checkbox value="false"></riv-checkbox>')).value).to.equal(false);
    expect((await parse<RivCheckbox>('<riv-checkbox value></riv-checkbox>')).value).to.equal(true);
  });

  it('toggles by a click on its text and by Enter, telling the state in select', async () => {
    const host = await mount(new RivCheckbox({ label: 'A' }));
    const { details, stop } = record(host, ['select']);
    host.shadowRoot?.querySelector<HTMLElement>('[part=label]')?.click();
    host.focus();
    await sendKeys({ press: 'Enter' });
    stop();
    expect(details).to.deep.equal([
      { index: 0, value: true, selected: true },
      { index: 0, value: false, selected: false },
    ]);
    await host.updateComplete;
    expect(mark(host).checked).to.equal(false);
  });
});
