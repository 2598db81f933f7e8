import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivDropdown } from '../../src/components/dropdown/dropdown.ts';
import { controlBattery } from '../helpers/components/control-battery.ts';
import { axeProblems } from '../helpers/axe.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';
import { once } from '../helpers/wait.ts';

const COLOURS = ['red', 'green', 'blue', 'dark green'];
const EVENTS = ['input', 'select', 'change'];

const root = (host: RivDropdown): ShadowRoot => host.shadowRoot as ShadowRoot;
const box = (host: RivDropdown): HTMLInputElement => root(host).getElementById('control') as HTMLInputElement;
const options = (host: RivDropdown): HTMLElement[] => [
  ...root(host).querySelectorAll<HTMLElement>('[role=option]'),
];
const texts = (host: RivDropdown): string[] =>
  options(host).map((option) => option.textContent?.trim() ?? '');
const tokens = (host: RivDropdown): string[] =>
  [...root(host).querySelectorAll('[part=token]')].map((token) => token.textContent?.trim() ?? '');
const isOpen = (host: RivDropdown): boolean =>
  root(host).querySelector('#list')?.matches(':popover-open') ?? false;
const active = (host: RivDropdown): string | undefined =>
  root(host)
    .getElementById(box(host).getAttribute('aria-activedescendant') ?? '')
    ?.textContent?.trim();
const make = (more: object = {}): Promise<RivDropdown> =>
  mount(new RivDropdown({ label: 'Colour', choices: COLOURS, ...more }));
const press = async (host: RivDropdown, ...keys: string[]): Promise<void> => {
  host.focus();
  for (const key of keys) await sendKeys({ press: key });
  await host.updateComplete;
};
const click = async (host: RivDropdown, target: Element | null | undefined): Promise<void> => {
  (target as HTMLElement).click();
  await host.updateComplete;
};

describe('riv-dropdown, one choice', () => {
  controlBattery({
    tag: 'riv-dropdown',
    make: (more) => new RivDropdown(more),
    options: { choices: COLOURS },
    attributes: 'choices="red, green, blue, dark green"',
    initial: 'red',
    value: 'green',
    valueAttribute: 'green',
    edit: async () => {
      for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) await sendKeys({ press: key });
    },
    edited: 'dark green',
    events: EVENTS,
    empty: null,
  });
});

describe('riv-dropdown, several choices', () => {
  controlBattery({
    tag: 'riv-dropdown',
    make: (more) => new RivDropdown(more),
    options: { choices: COLOURS, multiselect: true },
    attributes: 'choices="red, green, blue, dark green" multiselect',
    initial: [],
    value: ['green', 'red'],
    valueAttribute: 'green,red',
    edit: async () => {
      for (const key of ['ArrowDown', 'Enter']) await sendKeys({ press: key });
    },
    edited: ['red'],
    events: EVENTS,
    empty: [],
  });
});

describe("riv-dropdown, the platform's own select", () => {
  controlBattery({
    tag: 'riv-dropdown',
    make: (more) => new RivDropdown(more),
    options: { choices: COLOURS, filterable: false },
    attributes: 'choices="red, green, blue, dark green" filterable="false"',
    initial: 'red',
    value: 'green',
    valueAttribute: 'green',
    edit: () => sendKeys({ press: 'b' }),
    edited: 'blue',
    events: EVENTS,
    empty: null,
  });

  afterEach(clearPage);

  it('shows nothing for null, and a value that is no choice as it is', async () => {
    const host = await make({ filterable: false, value: null });
    const native = root(host).querySelector('select') as HTMLSelectElement;
    expect(native.selectedOptions[0]?.textContent).to.equal('');
    host.value = 'pink';
    await host.updateComplete;
    expect(native.selectedOptions[0]?.textContent).to.equal('pink');
    host.value = 'blue';
    await host.updateComplete;
    expect(native.selectedOptions[0]?.textContent?.trim()).to.equal('blue');
  });
});

describe('riv-dropdown', () => {
  afterEach(clearPage);

  describe('value', () => {
    it('[C139] has the first choice without a value, also when the choices come later', async () => {
      expect((await make()).value).to.equal('red');
      const host = await mount(new RivDropdown({ label: 'A' }));
      expect(host.value).to.equal(null);
      host.choices = ['x', 'y'];
      await host.updateComplete;
      expect([host.value, box(host).value]).to.deep.equal(['x', 'x']);
    });

    it('[C139] has nothing when null is given, or an empty attribute', async () => {
      const host = await make({ value: null });
      expect([host.value, box(host).value]).to.deep.equal([null, '']);
      expect(host.toHandler()).to.deep.equal({ kind: 'value', value: null });
      expect(
        (await parse<RivDropdown>('<riv-dropdown choices="a,b" value=""></riv-dropdown>')).value,
      ).to.equal(null);
    });

    it('[C140] gives places with type index, null for a text of its own', async () => {
      const host = await make({ type: 'index', value: 'blue' });
      expect(host.toHandler()).to.deep.equal({ kind: 'value', value: 2 });
      const custom = await make({ type: 'index', value: 'pink', allowCustomValue: true });
      expect(custom.toHandler()).to.deep.equal({ kind: 'value', value: null });
    });

    it('[C141] shows the label of a pair and gives its value', async () => {
      const host = await make({
        choices: [
          ['One', 1],
          ['Two', 2],
        ],
        value: 2,
      });
      expect(box(host).value).to.equal('Two');
      expect(host.toHandler()).to.deep.equal({ kind: 'value', value: 2 });
    });

    it('[C142] refuses to hand over a value that is no choice, unless custom values are allowed', async () => {
      const host = await make({ value: 'pink' });
      expect(() => host.toHandler())
        .to.throw('Colour: value "pink" is not in the list of choices: ["red","green","blue","dark green"]')
        .with.property('name', 'ValueError');
      host.allowCustomValue = true;
      expect(host.toHandler()).to.deep.equal({ kind: 'value', value: 'pink' });
    });

    it('knows a choice that is an object again after its way through a worker', async () => {
      const choices = [
        ['One', { id: 1 }],
        ['Two', { id: 2 }],
      ];
      const host = await make({ choices });
      host.fromHandler(structuredClone({ id: 2 }));
      await host.updateComplete;
      expect(box(host).value).to.equal('Two');
      expect(host.toHandler()).to.deep.equal({ kind: 'value', value: { id: 2 } });
    });

    it('shows what a handler sends: new choices with a value, and no value that is none of them', async () => {
      const host = await make();
      host.update({ choices: ['x', 'y'], value: 'y' });
      await host.updateComplete;
      expect(box(host).value).to.equal('y');
      expect(() => host.fromHandler('z')).to.throw('value "z" is not in the list of choices: ["x","y"]');
      await host.updateComplete;
      expect(box(host).value).to.equal('y');
    });

    it('finds number choices by the text of the attribute', async () => {
      const host = await parse<RivDropdown>('<riv-dropdown choices="[1, 2, 3]" value="2"></riv-dropdown>');
      expect(host.value).to.equal(2);
    });
  });

  describe('list', () => {
    it('opens under the box by a click and closes by another, above everything', async () => {
      const clip = document.createElement('div');
      clip.style.cssText = 'overflow: hidden; height: 70px; transform: translateX(0)';
      document.body.append(clip);
      const host = await mount(new RivDropdown({ label: 'A', choices: COLOURS }), clip);
      await click(host, root(host).querySelector('.box'));
      expect([isOpen(host), box(host).getAttribute('aria-expanded')]).to.deep.equal([true, 'true']);
      const list = root(host).querySelector('#list')?.getBoundingClientRect() as DOMRect;
      const frame = root(host).querySelector('.box')?.getBoundingClientRect() as DOMRect;
      expect(list.top).to.be.closeTo(frame.bottom + 4, 1);
      expect([list.left, list.width]).to.deep.equal([frame.left, frame.width]);
      const last = options(host).at(-1)?.getBoundingClientRect() as DOMRect;
      expect(
        root(host)
          .elementFromPoint(last.left + 20, last.top + 5)
          ?.closest('[role=option]'),
      ).to.equal(options(host).at(-1));
      await click(host, root(host).querySelector('.box'));
      expect([isOpen(host), box(host).getAttribute('aria-expanded')]).to.deep.equal([false, 'false']);
    });

    it('opens above the box at the end of the page', async () => {
      const low = document.createElement('div');
      low.style.cssText = 'position: fixed; bottom: 0; left: 0; width: 300px';
      document.body.append(low);
      const host = await mount(new RivDropdown({ label: 'A', choices: COLOURS }), low);
      await click(host, root(host).querySelector('.box'));
      const list = root(host).querySelector('#list')?.getBoundingClientRect() as DOMRect;
      expect(list.bottom).to.be.closeTo(
        (root(host).querySelector('.box') as Element).getBoundingClientRect().top - 4,
        1,
      );
    });

    it('has no problem that axe finds while it is open', async () => {
      for (const more of [{}, { multiselect: true, value: ['red'], maxChoices: 1 }]) {
        const host = await make(more);
        await press(host, 'ArrowDown');
        expect(isOpen(host)).to.equal(true);
        expect(await axeProblems(host)).to.deep.equal([]);
        await press(host, 'x', 'y');
        expect(await axeProblems(host)).to.deep.equal([]);
        host.blur();
      }
    });

    it('closes when the element leaves the page or may not be edited any more', async () => {
      const host = await make();
      await press(host, 'ArrowDown');
      host.remove();
      await mount(host);
      expect(isOpen(host)).to.equal(false);
      await press(host, 'ArrowDown');
      expect(isOpen(host)).to.equal(true);
      host.interactive = false;
      await host.updateComplete;
      await host.updateComplete;
      expect(isOpen(host)).to.equal(false);
    });

    it('picks by a click on an option', async () => {
      const host = await make();
      const { details, stop } = record(host, ['select']);
      await click(host, root(host).querySelector('.box'));
      await click(host, options(host)[2]);
      stop();
      expect([host.value, box(host).value, isOpen(host)]).to.deep.equal(['blue', 'blue', false]);
      expect(details).to.deep.equal([{ index: 2, value: 'blue', selected: true }]);
    });
  });

  describe('keys', () => {
    it('starts at the chosen option and goes round', async () => {
      const host = await make({ value: 'blue' });
      await press(host, 'ArrowDown');
      expect(active(host)).to.equal('blue');
      await press(host, 'ArrowDown');
      expect(active(host)).to.equal('dark green');
      await press(host, 'ArrowDown');
      expect(active(host)).to.equal('red');
      await press(host, 'ArrowUp');
      expect(active(host)).to.equal('dark green');
    });

    it('closes by Escape without a change', async () => {
      const host = await make();
      const { seen } = record(host, EVENTS);
      await press(host, 'g', 'Escape');
      expect([isOpen(host), host.value, box(host).value]).to.deep.equal([false, 'red', 'red']);
      expect(seen.filter((name) => name !== 'select@document')).to.deep.equal([]);
    });

    it('finds choices by typing, in whatever case, and picks the first by Enter', async () => {
      const host = await make();
      host.focus();
      box(host).select();
      await sendKeys({ type: 'GREEN' });
      await host.updateComplete;
      expect(texts(host)).to.deep.equal(['green', 'dark green']);
      expect(active(host)).to.equal('green');
      await press(host, 'ArrowDown', 'Enter');
      expect([host.value, box(host).value]).to.deep.equal(['dark green', 'dark green']);
    });

    it('says when nothing matches, and has its text back when it is left, without an event', async () => {
      const host = await make();
      host.focus();
      box(host).select();
      await sendKeys({ type: 'pink' });
      await host.updateComplete;
      expect(texts(host)).to.deep.equal(['No match']);
      const { seen } = record(host, ['input', 'change']);
      host.blur();
      await host.updateComplete;
      expect([host.value, box(host).value, isOpen(host)]).to.deep.equal(['red', 'red', false]);
      expect(seen).to.deep.equal([]);
    });

    it('fires keyUp with the key and the text', async () => {
      const host = await make();
      const told = once(host, 'keyUp');
      host.focus();
      box(host).select();
      await sendKeys({ press: 'g' });
      expect((await told).detail).to.deep.equal({ key: 'g', inputValue: 'g' });
    });
  });

  describe('custom values', () => {
    it('takes what is typed by Enter, with one input and change', async () => {
      const host = await make({ allowCustomValue: true });
      host.focus();
      box(host).select();
      await sendKeys({ type: 'gre' });
      const { seen, stop } = record(host, ['input', 'change']);
      await sendKeys({ press: 'Enter' });
      stop();
      expect(host.value).to.equal('gre');
      await host.updateComplete;
      expect(box(host).getAttribute('aria-expanded')).to.equal('false');
      expect(seen.filter((name) => !name.includes('@'))).to.deep.equal(['input', 'change']);
    });

    it('takes what is typed when it is left; the choice, if it reads so', async () => {
      const host = await make({
        choices: [
          ['One', 1],
          ['Two', 2],
        ],
        allowCustomValue: true,
      });
      for (const [text, value] of [
        ['Two', 2],
        ['Three', 'Three'],
      ] as const) {
        host.focus();
        box(host).select();
        await sendKeys({ type: text });
        host.blur();
        expect(host.value).to.equal(value);
      }
    });
  });

  describe('several choices', () => {
    const several = (more: object = {}): Promise<RivDropdown> => make({ multiselect: true, ...more });

    it('shows tokens, takes choices back by their buttons, by the list and by Backspace', async () => {
      const host = await several({ value: ['red', 'blue', 'green'] });
      const { seen, stop } = record(host, ['input', 'change']);
      expect(tokens(host)).to.deep.equal(['red', 'blue', 'green']);
      await click(host, root(host).querySelector('[aria-label="Remove blue"]'));
      expect(host.value).to.deep.equal(['red', 'green']);
      await press(host, 'Backspace');
      expect(host.value).to.deep.equal(['red']);
      await press(host, 'ArrowDown', 'Enter');
      stop();
      expect(host.value).to.deep.equal([]);
      expect(seen.filter((name) => name === 'input')).to.have.length(3);
      expect(seen.filter((name) => name === 'change')).to.have.length(3);
    });

    it('takes all back at once, with input and change', async () => {
      const host = await several({ value: ['red', 'blue'] });
      const { seen, stop } = record(host, ['input', 'change']);
      await click(host, root(host).querySelector('[aria-label="Remove all"]'));
      stop();
      expect(host.value).to.deep.equal([]);
      expect(seen.filter((name) => !name.includes('@'))).to.deep.equal(['input', 'change']);
    });

    it('stays open after a pick, and closes when maxChoices is reached', async () => {
      const host = await several({ maxChoices: 2 });
      await press(host, 'ArrowDown', 'Enter');
      expect(isOpen(host)).to.equal(true);
      await press(host, 'ArrowDown', 'Enter');
      expect([host.value, isOpen(host)]).to.deep.equal([['red', 'green'], false]);
      await press(host, 'ArrowUp');
      await click(host, options(host)[2]);
      expect(host.value).to.deep.equal(['red', 'green']);
    });

    it('adds texts of its own by Enter and when it is left', async () => {
      const host = await several({ allowCustomValue: true });
      host.focus();
      await sendKeys({ type: 'pink' });
      await sendKeys({ press: 'Enter' });
      await sendKeys({ type: 'gold' });
      host.blur();
      expect(host.value).to.deep.equal(['pink', 'gold']);
    });

    it('[C16] fires no change for a list that says the same', async () => {
      const host = await several({ value: ['red'] });
      let changes = 0;
      host.addEventListener('change', () => changes++);
      host.fromHandler(['red']);
      host.fromHandler(['red', 'blue']);
      expect(changes).to.equal(1);
    });

    it('does not change the list that a page has set', async () => {
      const mine = ['red'];
      const host = await several({ value: mine });
      await press(host, 'Backspace');
      expect([mine, host.value]).to.deep.equal([['red'], []]);
    });

    it('shows tokens without buttons when nobody may edit', async () => {
      const host = await several({ value: ['red'], interactive: false });
      expect(tokens(host)).to.deep.equal(['red']);
      expect(root(host).querySelectorAll('button')).to.have.length(0);
    });
  });
});
