import { expect } from '@esm-bundle/chai';
import type { PropertyDeclaration } from 'lit';
import type { RivElement } from '../../../src/components/base/base.ts';
import { tags } from '../../../src/page/registry.ts';
import * as rv from '../../../src/index.ts';
import { beforeUpgrade, clearPage, mount } from '../../helpers/page.ts';
import { until } from '../../helpers/wait.ts';

type Properties = Record<string, unknown>;

/** What the console is told of as errors while `work` is on, from what was expected on. */
function complaints(work: () => void): string[] {
  const told: string[] = [];
  const own = console.error;
  console.error = (problem: Error) => told.push(`${problem.name}: ${problem.message}`);
  try {
    work();
  } finally {
    console.error = own;
  }
  return told;
}

/** Sets what a template says of an element, as React 19, Vue 3, Svelte 5 and Preact do: properties where there are such. */
function render<E extends Element>(element: E, given: Properties): E {
  for (const [name, value] of Object.entries(given))
    if (name in element) (element as unknown as Properties)[name] = value;
    else element.setAttribute(name, String(value));
  return element;
}

const TEXTS = [
  '',
  ' ',
  'true',
  'false',
  'hidden',
  'null',
  'none',
  '4',
  '0',
  '-1.5',
  '50%',
  'a',
  'a, b',
  'upload',
  'webcam,phone',
  'primary',
  '["a", "b"]',
  '[["a", 1]]',
  '{"a": 1}',
  '"a"',
  '{',
  '[',
];

/** The public properties of an element whose attributes have a reader. */
function readOf(element: Element): [string, PropertyDeclaration][] {
  const { elementProperties } = element.constructor as typeof RivElement;
  const all = [...(elementProperties ?? [])] as [string, PropertyDeclaration][];
  return all.filter(([, { attribute, converter }]) => typeof attribute === 'string' && converter);
}

const holdsAnything = ([, { converter }]: [string, PropertyDeclaration]) =>
  !!(converter as { takesText?: boolean }).takesText;

describe('a text that is set as a property', () => {
  const { warn } = console;
  // Apps that are in no page are told of.
  before(() => (console.warn = () => undefined));
  after(() => (console.warn = warn));
  afterEach(clearPage);

  for (const tag of tags()) {
    const typed = readOf(document.createElement(tag)).filter((each) => !holdsAnything(each));
    if (typed.length === 0) continue;
    it(`is read as that of the attribute: ${typed.map(([name]) => name).join(', ')} of ${tag}`, () => {
      for (const [name, { attribute }] of typed)
        for (const text of TEXTS) {
          const [one, other] = [0, 1].map(() => document.createElement(tag) as never as Properties & Element);
          const [byAttribute, byProperty] = [
            complaints(() => one!.setAttribute(attribute as string, text)),
            complaints(() => (other![name] = text)),
          ];
          const what = `${name} = ${JSON.stringify(text)}`;
          expect(other![name], what).to.deep.equal(one![name]);
          const expected = (told: string[]) =>
            told.map((each) => each.replace(/:.* expected /, ': expected '));
          expect(expected(byProperty), what).to.deep.equal(expected(byAttribute));
        }
    });
  }

  it('stays a text where a text is a value as it is', () => {
    const anything = [
      ['riv-json', 'value'],
      ['riv-state', 'value'],
      ['riv-browser-state', 'defaultValue'],
      ['riv-label', 'value'],
    ] as const;
    for (const [tag, name] of anything)
      expect(
        readOf(document.createElement(tag))
          .filter(holdsAnything)
          .map(([each]) => each),
      ).to.include(name);
    const texts: (readonly [string, string])[] = [
      ...anything,
      ...['textbox', 'markdown', 'html', 'button'].map((name) => [`riv-${name}`, 'value'] as const),
      ['riv-number', 'label'],
    ];
    for (const [tag, name] of texts)
      for (const text of TEXTS) {
        const element = document.createElement(tag) as never as Properties;
        expect(complaints(() => (element[name] = text))).to.deep.equal([]);
        expect(element[name], `${name} of ${tag}`).to.equal(text);
      }
  });

  it('is a choice among choices, which may come later', () => {
    for (const tag of ['riv-dropdown', 'riv-radio'] as const) {
      const chooser = document.createElement(tag);
      render(chooser, { value: '4', choices: '3, 4' });
      expect(chooser.value, tag).to.equal('4');
      render(chooser, { value: '4', choices: '[3, 4]' });
      expect(chooser.value, tag).to.equal(4);
      render(chooser, { choices: ['["4"]'], value: '["4"]' });
      expect(chooser.value, tag).to.equal('["4"]');
    }
    const group = render(document.createElement('riv-checkbox-group'), { value: 'b, c', choices: 'a,b,c' });
    expect(group.value).to.deep.equal(['b', 'c']);
  });

  it('that the reader refuses is a ValueError of this property', () => {
    const bad: [tag: string, name: string, text: string, expected: string][] = [
      ['riv-number', 'value', '1,5', 'a number'],
      ['riv-slider', 'minimum', '', 'a number'],
      ['riv-image', 'constraints', '{width: 1}', 'JSON such as {"a": 1}'],
      ['riv-image', 'constraints', '640', 'an object in JSON'],
      ['riv-image', 'sources', 'webcam, phone', 'some of upload, webcam, clipboard, sketch'],
      ['riv-radio', 'choices', '["add", ', 'a list separated by commas, or JSON such as ["a", "b"]'],
      ['riv-interface', 'timeLimit', '0', 'a number of seconds above 0'],
      ['riv-interface', 'examples', '{}', 'a list in JSON, such as ["a", "b"]'],
      ['riv-button', 'variant', 'main', 'one of "primary", "secondary", "stop"'],
    ];
    for (const [tag, name, text, expected] of bad) {
      const element = document.createElement(tag) as never as Properties & Element;
      element.id = 'op';
      const before = element[name];
      const [told, ...more] = complaints(() => (element[name] = text));
      expect(told).to.contain(
        `ValueError: <${tag} id="op">: the property ${name} got ${JSON.stringify(text)}, expected ${expected}`,
      );
      expect(more).to.deep.equal([]);
      expect(element[name]).to.deep.equal(before);
    }
  });

  it('that was refused is told of at the element until one fits', async () => {
    const number = await mount(new rv.Number());
    complaints(() => render(number, { value: 'four' }));
    expect(number.message).to.contain('the property value got "four", expected a number');
    render(number, { value: '4' });
    expect([number.message, number.value]).to.deep.equal(['', 4]);
  });

  it('before the element is defined is read all the same', async () => {
    const slider = beforeUpgrade<rv.Slider>('riv-slider');
    Object.assign(slider, { maximum: '10', value: '4', showLabel: 'false', buttons: '[]' });
    await mount(slider);
    expect([slider.maximum, slider.value, slider.showLabel, slider.buttons]).to.deep.equal([
      10,
      4,
      false,
      [],
    ]);
  });

  it('is none of the options, results and updates: those are typed', () => {
    expect(complaints(() => new rv.Number({ value: '4' as never }))).to.have.length(1);
    expect(new rv.Checkbox({ value: 'false' as never }).value).to.equal(true);
    expect(() => new rv.Slider().update({ maximum: '4' })).to.throw(rv.ValueError, /maximum got "4"/);
    expect(() => new rv.Row().update({ minWidth: '4' })).to.throw(rv.ValueError, /minWidth got "4"/);
    const box = new rv.Checkbox();
    box.fromHandler('');
    expect(box.value).to.equal(false);
  });
});

describe('tags in a template of a framework', () => {
  afterEach(clearPage);

  const CASES: [tag: string, given: Properties, becomes: Properties][] = [
    ['riv-number', { value: '4', minimum: '0', precision: '2' }, { value: 4, minimum: 0, precision: 2 }],
    ['riv-number', { value: '' }, { value: null }],
    ['riv-radio', { choices: 'add,multiply' }, { choices: ['add', 'multiply'] }],
    ['riv-radio', { choices: '[["plus", 1]]', value: '1' }, { choices: [['plus', 1]], value: 1 }],
    [
      'riv-image',
      { constraints: '{"width": 640}', sources: 'webcam', streaming: '', mirror: 'false', height: '240' },
      { constraints: { width: 640 }, sources: ['webcam'], streaming: true, mirror: false, height: 240 },
    ],
    [
      'riv-interface',
      { live: '', 'time-limit': 'none', streamEvery: '0.1', examples: '[[1], [2]]' },
      { live: true, timeLimit: null, streamEvery: 0.1, examples: [[1], [2]] },
    ],
    ['riv-interface', { live: true, timeLimit: 12 }, { live: true, timeLimit: 12 }],
    ['riv-checkbox', { value: '' }, { value: true }],
    ['riv-textbox', { value: '4', lines: '3', submitBtn: '' }, { value: '4', lines: 3, submitBtn: true }],
    ['riv-row', { height: '50vh', 'min-width': '99' }, { height: '50vh', minWidth: 99 }],
    ['riv-tabs', { selected: '1' }, { selected: 1 }],
    ['riv-column', { visible: 'false', scale: '2' }, { visible: false, scale: 2 }],
    ['riv-accordion', { open: 'false' }, { open: false }],
  ];
  for (const [tag, given, becomes] of CASES)
    it(`${tag} with ${JSON.stringify(given)}`, () => {
      const element = document.createElement(tag) as never as Properties & Element;
      expect(complaints(() => render(element, given))).to.deep.equal([]);
      expect(Object.fromEntries(Object.keys(becomes).map((name) => [name, element[name]]))).to.deep.equal(
        becomes,
      );
    });

  it('make a live calculator', async () => {
    const make = (tag: string, given: Properties) => render(document.createElement(tag), given);
    const out = make('riv-number', { slot: 'output' }) as rv.Number;
    const app = make('riv-interface', {
      live: '',
      runOnLoad: '',
      thread: 'main',
      fn: (a: number, operation: string, b: number) => (operation === 'multiply' ? a * b : a + b),
    });
    app.append(
      make('riv-number', { slot: 'input', value: '4' }),
      make('riv-radio', { slot: 'input', value: 'multiply', choices: 'add,multiply' }),
      make('riv-number', { slot: 'input', value: '5' }),
      out,
    );
    document.body.append(app);
    await until(() => out.value === 20);
  });

  it('bind a handler by riv-on', async () => {
    const make = (tag: string, given: Properties) => render(document.createElement(tag), given);
    const [name, count] = [
      make('riv-textbox', { id: 'name' }) as rv.Textbox,
      make('riv-number', { id: 'count' }) as rv.Number,
    ];
    const script = make('script', { type: 'handler' });
    script.textContent = 'export const size = (text) => text.length;';
    const on = make('riv-on', {
      for: 'name',
      event: 'change',
      inputs: 'name',
      outputs: 'count',
      'concurrency-limit': '2',
      fn: '#size',
    });
    const app = make('riv-blocks', {});
    app.append(name, count, on, script);
    document.body.append(app);
    await until(() => (on as HTMLElementTagNameMap['riv-on']).binding);
    name.fromHandler('four');
    await until(() => count.value === 4);
  });
});
