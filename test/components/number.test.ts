import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivNumber } from '../../src/components/number/number.ts';
import { controlBattery } from '../helpers/components/control-battery.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';

const box = (host: RivNumber): HTMLInputElement =>
  host.shadowRoot?.getElementById('control') as HTMLInputElement;

describe('riv-number', () => {
  controlBattery({
    tag: 'riv-number',
    make: (options) => new RivNumber(options),
    options: {},
    attributes: '',
    initial: null,
    value: 5,
    valueAttribute: '5',
    edit: () => sendKeys({ press: '7' }),
    edited: 7,
    events: ['input', 'change'],
    empty: null,
  });

  describe('value', () => {
    afterEach(clearPage);

    it('[C136] is empty and gives null when it has no value', async () => {
      const host = await mount(new RivNumber({ label: 'A' }));
      expect(box(host).value).to.equal('');
      expect(host.toHandler()).to.deep.equal({ kind: 'value', value: null });
      expect((await parse<RivNumber>('<riv-number value=""></riv-number>')).value).to.equal(null);
    });

    it('[C137] refuses to hand over a number outside its bounds, naming both', async () => {
      const host = await mount(new RivNumber({ label: 'Age', minimum: 18, maximum: 99, value: 3 }));
      expect(() => host.toHandler())
        .to.throw('Age: Value 3 is less than minimum value 18.')
        .with.property('name', 'ValueError');
      host.value = 120;
      expect(() => host.toHandler()).to.throw('Value 120 is greater than maximum value 99.');
      host.value = 18;
      expect(host.toHandler()).to.deep.equal({ kind: 'value', value: 18 });
    });

    it('says under the box that the number does not fit, and stops saying it', async () => {
      const host = await mount(new RivNumber({ label: 'Age', minimum: 18, value: 3 }));
      expect(host.message).to.contain('less than minimum');
      expect(box(host).getAttribute('aria-invalid')).to.equal('true');
      host.value = 20;
      await host.updateComplete;
      expect(host.message).to.equal('');
      expect(box(host).hasAttribute('aria-invalid')).to.equal(false);
    });

    it('keeps what somebody else says about it when the number fits', async () => {
      const host = await mount(new RivNumber({ label: 'Age', minimum: 18, value: 20 }));
      host.message = 'Not today.';
      await host.updateComplete;
      expect(host.message).to.equal('Not today.');
    });

    it('rounds to its precision, in and out', async () => {
      const host = await mount(new RivNumber({ precision: 2, value: 1.23456 }));
      expect(host.toHandler()).to.deep.equal({ kind: 'value', value: 1.23 });
      host.fromHandler(9.8765);
      expect(host.value).to.equal(9.88);
      host.precision = 0;
      host.fromHandler(2.6);
      expect(host.value).to.equal(3);
    });

    it('takes numeric text and big integers from a handler, nothing else', async () => {
      const host = await mount(new RivNumber({ label: 'A' }));
      host.fromHandler('12.5');
      expect(host.value).to.equal(12.5);
      host.fromHandler(7n);
      expect(host.value).to.equal(7);
      expect(() => host.fromHandler('many')).to.throw(/A \(riv-number\) got "many", expected a number/);
      expect(() => host.fromHandler({})).to.throw(/expected a number/);
      expect(host.value).to.equal(7);
    });

    it('shows numbers that a number box cannot hold', async () => {
      const host = await mount(new RivNumber({ label: 'A', value: 1 }));
      host.fromHandler(1 / 0);
      await host.updateComplete;
      expect([host.value, box(host).value, box(host).placeholder]).to.deep.equal([Infinity, '', 'Infinity']);
    });
  });

  describe('typing', () => {
    afterEach(clearPage);

    it('shows a number without the noise of arithmetic, and hands it over exactly', async () => {
      const host = await mount(new RivNumber());
      const warm = 36.6 * 1.8 + 32;
      host.fromHandler(warm);
      await host.updateComplete;
      expect([box(host).value, host.value]).to.deep.equal(['97.88', warm]);
      box(host).focus();
      box(host).blur();
      expect([box(host).value, host.toHandler()]).to.deep.equal(['97.88', { kind: 'value', value: warm }]);
      box(host).focus();
      box(host).select();
      await sendKeys({ type: '0.12345678901234' });
      box(host).blur();
      expect([box(host).value, host.value]).to.deep.equal(['0.12345678901234', 0.12345678901234]);
    });

    it('leaves alone what is being typed, and tidies it when the box is left', async () => {
      const host = await mount(new RivNumber({ label: 'A' }));
      host.focus();
      await sendKeys({ type: '1.0' });
      expect([host.value, box(host).value]).to.deep.equal([1, '1.0']);
      await sendKeys({ type: '5' });
      expect(host.value).to.equal(1.05);
      await sendKeys({ press: '0' });
      host.blur();
      expect(box(host).value).to.equal('1.05');
    });

    it('waits for the number behind a minus sign', async () => {
      const host = await mount(new RivNumber({ label: 'A' }));
      const { seen, stop } = record(host, ['input']);
      host.focus();
      await sendKeys({ type: '-4' });
      stop();
      expect(host.value).to.equal(-4);
      expect(seen).to.deep.equal(['input', 'input@document']);
    });

    it('is null when the user empties it', async () => {
      const host = await mount(new RivNumber({ label: 'A', value: 4 }));
      host.focus();
      await sendKeys({ press: 'End' });
      await sendKeys({ press: 'Backspace' });
      expect(host.value).to.equal(null);
    });

    it("shows a handler's number while the box has the focus", async () => {
      const host = await mount(new RivNumber({ label: 'A', value: 4 }));
      host.focus();
      host.fromHandler(9);
      await host.updateComplete;
      expect(box(host).value).to.equal('9');
    });

    it('steps by arrow keys and by its buttons, within the bounds', async () => {
      const host = await mount(new RivNumber({ label: 'A', value: 4, step: 2, maximum: 6, minimum: 0 }));
      host.focus();
      await sendKeys({ press: 'ArrowUp' });
      await sendKeys({ press: 'ArrowUp' });
      expect(host.value).to.equal(6);
      const [less, more] = host.shadowRoot?.querySelectorAll('button') ?? [];
      const { seen, stop } = record(host, ['input', 'change']);
      less?.click();
      stop();
      expect(host.value).to.equal(4);
      expect(seen).to.deep.equal(['input', 'input@document', 'change', 'change@document']);
      more?.click();
      expect(host.value).to.equal(6);
    });

    it('fires submit at Enter', async () => {
      const host = await mount(new RivNumber({ label: 'A', value: 4 }));
      const { seen, details, stop } = record(host, ['submit', 'input']);
      host.focus();
      await sendKeys({ press: 'Enter' });
      stop();
      expect(seen).to.deep.equal(['submit', 'submit@document']);
      expect(details).to.deep.equal([{ value: 4 }]);
    });

    it('fires focus and blur once', async () => {
      const host = await mount(new RivNumber({ label: 'A' }));
      const { seen } = record(host, ['focus', 'blur']);
      host.focus();
      host.blur();
      expect(seen).to.deep.equal(['focus', 'blur']);
    });
  });
});
