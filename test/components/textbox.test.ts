import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivTextbox } from '../../src/components/textbox/textbox.ts';
import { controlBattery } from '../helpers/components/control-battery.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';
import { once } from '../helpers/wait.ts';

const box = (host: RivTextbox): HTMLTextAreaElement =>
  host.shadowRoot?.getElementById('control') as HTMLTextAreaElement;
const button = (host: RivTextbox, name: string): HTMLButtonElement =>
  [...(host.shadowRoot?.querySelectorAll('button') ?? [])].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
  ) as HTMLButtonElement;

describe('riv-textbox', () => {
  controlBattery({
    tag: 'riv-textbox',
    make: (options) => new RivTextbox(options),
    options: {},
    attributes: '',
    initial: '',
    value: 'hello',
    valueAttribute: 'hello',
    edit: () => sendKeys({ press: 'a' }),
    edited: 'a',
    events: ['input', 'change'],
    empty: '',
  });

  afterEach(clearPage);

  describe('Enter', () => {
    const press = async (options: object, shift = false): Promise<{ submits: number; text: string }> => {
      const host = await mount(new RivTextbox({ label: 'A', ...options }));
      const { seen, stop } = record(host, ['submit']);
      host.focus();
      if (shift) await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Enter' });
      if (shift) await sendKeys({ up: 'Shift' });
      stop();
      return { submits: seen.filter((name) => name === 'submit').length, text: host.value };
    };

    it('[C135] submits with one line, and Shift+Enter makes a new one', async () => {
      expect(await press({})).to.deep.equal({ submits: 1, text: '' });
      expect(await press({}, true)).to.deep.equal({ submits: 0, text: '\n' });
    });

    it('[C135] makes a new line with several lines, and Shift+Enter submits', async () => {
      expect(await press({ lines: 3 })).to.deep.equal({ submits: 0, text: '\n' });
      expect(await press({ lines: 3 }, true)).to.deep.equal({ submits: 1, text: '' });
    });

    it('submits a password and an address', async () => {
      for (const type of ['password', 'email']) expect((await press({ type })).submits).to.equal(1);
    });

    it('does not submit an output', async () => {
      expect((await press({ interactive: false })).submits).to.equal(0);
    });

    it('does not submit while a word is being composed', async () => {
      const host = await mount(new RivTextbox({ label: 'A' }));
      const { seen } = record(host, ['submit']);
      box(host).dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
      );
      expect(seen).to.deep.equal([]);
    });
  });

  describe('value', () => {
    it('turns whatever it is given into text', async () => {
      const host = await mount(new RivTextbox({ label: 'A' }));
      const texts: string[] = [];
      for (const given of [12, true, ['a', 1], { a: 1 }, new Date(0), null]) {
        host.fromHandler(given);
        texts.push(host.value);
      }
      expect(texts).to.deep.equal([
        '12',
        'true',
        '[\n  "a",\n  1\n]',
        '{\n  "a": 1\n}',
        String(new Date(0)),
        '',
      ]);
      const circle: Record<string, unknown> = {};
      circle.self = circle;
      host.fromHandler(circle);
      expect(host.value).to.equal('[object Object]');
    });

    it('fires input for every kind of edit', async () => {
      const host = await mount(new RivTextbox({ label: 'A', value: 'ab' }));
      const { seen, stop } = record(host, ['input']);
      host.focus();
      await sendKeys({ press: 'End' });
      await sendKeys({ press: 'Backspace' });
      document.execCommand('insertText', false, 'xyz');
      stop();
      expect(host.value).to.equal('axyz');
      expect(seen.filter((name) => name === 'input')).to.have.length(2);
    });

    it('[C134] is drawn once a frame, and ends with the last of many texts', async () => {
      const host = await mount(new RivTextbox({ label: 'A' }));
      let drawn = 0;
      const { seen } = record(host, ['change']);
      const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
      Object.defineProperty(box(host), 'value', {
        configurable: true,
        get: () => '',
        set(text: string) {
          drawn++;
          set?.call(this, text);
        },
      });
      for (let count = 1; count <= 100; count++) {
        host.fromHandler(`text ${count}`);
        await Promise.resolve();
      }
      await host.updateComplete;
      expect(seen.filter((name) => name === 'change')).to.have.length(100);
      expect(drawn).to.be.within(1, 3);
      Reflect.deleteProperty(box(host), 'value');
      expect(box(host).value).to.equal('text 100');
    });

    it('leaves the caret where it is when a handler changes the text that is being typed', async () => {
      const host = await mount(new RivTextbox({ label: 'A', value: 'abcd' }));
      host.focus();
      box(host).setSelectionRange(2, 2);
      host.fromHandler('ABCD');
      await host.updateComplete;
      expect([box(host).value, box(host).selectionStart]).to.deep.equal(['ABCD', 2]);
    });

    it('keeps the user to maxLength', async () => {
      const host = await parse<RivTextbox>('<riv-textbox label="A" max-length="3"></riv-textbox>');
      host.focus();
      await sendKeys({ type: 'abcdef' });
      expect(host.value).to.equal('abc');
    });
  });

  describe('selecting', () => {
    it('fires select with the text and its place', async () => {
      const host = await mount(new RivTextbox({ label: 'A', value: 'hello world' }));
      const told = once(host, 'select');
      host.focus();
      box(host).setSelectionRange(6, 11);
      expect((await told).detail).to.deep.equal({ value: 'world', index: [6, 11], selected: true });
    });
  });

  describe('buttons', () => {
    it('submits and stops by its buttons', async () => {
      const host = await parse<RivTextbox>(
        '<riv-textbox label="A" submit-btn stop-btn="Halt"></riv-textbox>',
      );
      const { seen, stop } = record(host, ['submit', 'stop']);
      button(host, 'Submit').click();
      button(host, 'Stop').click();
      stop();
      expect(button(host, 'Stop').textContent).to.contain('Halt');
      expect(seen).to.deep.equal(['submit', 'submit@document', 'stop', 'stop@document']);
    });

    it('has none unless asked', async () => {
      const host = await parse<RivTextbox>('<riv-textbox label="A" submit-btn="false"></riv-textbox>');
      expect(host.shadowRoot?.querySelectorAll('button')).to.have.length(0);
    });

    it('copies the text, says so, and fires copy', async () => {
      const host = await mount(new RivTextbox({ label: 'A', value: 'text', buttons: ['copy'] }));
      const copied: string[] = [];
      const own = navigator.clipboard.writeText;
      navigator.clipboard.writeText = async (text) => void copied.push(text);
      try {
        const told = new Promise<CustomEvent>((resolve) =>
          host.addEventListener('copy', (event) => resolve(event as unknown as CustomEvent), { once: true }),
        );
        button(host, 'Copy').click();
        expect((await told).detail).to.deep.equal({ value: 'text' });
        await host.updateComplete;
        expect(button(host, 'Copied')).to.not.equal(undefined);
        expect(copied).to.deep.equal(['text']);
      } finally {
        navigator.clipboard.writeText = own;
      }
    });
  });

  describe('size', () => {
    const text = (lines: number): string =>
      Array.from({ length: lines }, (_, index) => `line ${index}`).join('\n');
    const height = async (options: object): Promise<number> => {
      const host = await mount(new RivTextbox({ label: 'A', ...options }));
      return box(host).getBoundingClientRect().height;
    };

    it('starts at lines, grows with the text, and scrolls after maxLines', async () => {
      const one = await height({});
      const three = await height({ lines: 3 });
      const grown = await height({ value: text(6) });
      const most = await height({ value: text(50), maxLines: 4 });
      const usual = await height({ value: text(50) });
      expect([one < three, three < grown, most < grown, usual > grown]).to.deep.equal([
        true,
        true,
        true,
        true,
      ]);
      expect(await height({ value: text(21) })).to.equal(usual);
      expect(await height({ lines: 30, value: text(50) })).to.be.above(usual);
    });

    it('follows the end of a text that a handler writes', async () => {
      const host = await mount(new RivTextbox({ label: 'A', maxLines: 4 }));
      host.fromHandler(text(50));
      await host.updateComplete;
      const area = box(host);
      expect(area.scrollTop + area.clientHeight).to.be.closeTo(area.scrollHeight, 2);
    });

    it('stays where it is when the user has scrolled up, or autoscroll is off', async () => {
      const host = await mount(new RivTextbox({ label: 'A', maxLines: 4, value: text(50) }));
      box(host).scrollTop = 0;
      host.fromHandler(text(60));
      await host.updateComplete;
      expect(box(host).scrollTop).to.equal(0);
      const still = await mount(new RivTextbox({ label: 'B', maxLines: 4, autoscroll: false }));
      still.fromHandler(text(50));
      await still.updateComplete;
      expect(box(still).scrollTop).to.equal(0);
    });
  });

  it('writes from right to left, and keeps to a side', async () => {
    const host = await mount(new RivTextbox({ label: 'A', rtl: true }));
    expect(getComputedStyle(box(host)).direction).to.equal('rtl');
    const right = await mount(new RivTextbox({ label: 'B', textAlign: 'right' }));
    expect(getComputedStyle(box(right)).textAlign).to.equal('right');
  });

  it('takes the focus by itself when asked', async () => {
    const host = await mount(new RivTextbox({ label: 'A', autofocus: true }));
    await host.updateComplete;
    expect(document.activeElement).to.equal(host);
  });
});
