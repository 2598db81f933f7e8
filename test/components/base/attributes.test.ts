import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import type { RivElement } from '../../../src/components/base/base.ts';
import { clearPage, parse } from '../../helpers/page.ts';

/** What the console is told of as errors while `work` is on. */
async function complaints(work: () => Promise<unknown>): Promise<string[]> {
  const told: string[] = [];
  const own = console.error;
  console.error = (message: unknown) => told.push(String(message));
  try {
    await work();
  } finally {
    console.error = own;
  }
  return told;
}

const BAD: [tag: string, property: string, kept: unknown, expected: string][] = [
  [
    `<riv-radio id="op" choices='["add", '></riv-radio>`,
    'choices',
    [],
    'a list separated by commas, or JSON such as ["a", "b"]',
  ],
  [
    '<riv-checkbox-group id="op" value="[a]"></riv-checkbox-group>',
    'value',
    [],
    'a list separated by commas, or JSON',
  ],
  [`<riv-image id="op" constraints="{width: 1}"></riv-image>`, 'constraints', null, 'JSON such as {"a": 1}'],
  ['<riv-image id="op" constraints="640"></riv-image>', 'constraints', null, 'an object in JSON'],
  [
    '<riv-examples id="op" examples="{}"></riv-examples>',
    'examples',
    null,
    'a list in JSON, such as ["a", "b"]',
  ],
  ['<riv-state id="op" value="{"></riv-state>', 'value', null, 'JSON such as'],
  ['<riv-json id="op" value="nothing"></riv-json>', 'value', null, 'JSON such as'],
  [`<riv-label id="op" value="{'cat': 1}"></riv-label>`, 'value', null, 'JSON such as'],
  [
    '<riv-image id="op" type="pixels"></riv-image>',
    'type',
    'data',
    'one of "data", "bitmap", "frame", "blob", "canvas"',
  ],
  [
    '<riv-image id="op" sources="webcam, phone"></riv-image>',
    'sources',
    ['upload', 'webcam', 'clipboard'],
    'some of upload, webcam, clipboard, sketch',
  ],
  ['<riv-image id="op" facing="back"></riv-image>', 'facing', null, 'one of "user", "environment"'],
  [
    '<riv-interface id="op" flagging="always"></riv-interface>',
    'flagging',
    'never',
    'one of "never", "manual", "auto"',
  ],
  ['<riv-slider id="op" minimum="low"></riv-slider>', 'minimum', 0, 'a number'],
  ['<riv-number id="op" value="1,5"></riv-number>', 'value', null, 'a number'],
  ['<riv-timer id="op" value=""></riv-timer>', 'value', 1, 'a number'],
  ['<riv-interface id="op" time-limit="long"></riv-interface>', 'timeLimit', 30, 'a number'],
  ['<riv-interface id="op" time-limit="0"></riv-interface>', 'timeLimit', 30, 'a number of seconds above 0'],
  ['<riv-interface id="op" stream-every="-1"></riv-interface>', 'streamEvery', 0.5, 'seconds, 0 or more'],
  ['<riv-dropdown id="op" type="place"></riv-dropdown>', 'type', 'value', 'one of "value", "index"'],
  [
    '<riv-textbox id="op" type="passwort"></riv-textbox>',
    'type',
    'text',
    'one of "text", "password", "email"',
  ],
  [
    '<riv-button id="op" variant="main"></riv-button>',
    'variant',
    'secondary',
    'one of "primary", "secondary", "stop"',
  ],
];

describe('an attribute that does not fit', () => {
  afterEach(clearPage);

  for (const [tag, property, kept, expected] of BAD) {
    it(`is told of by element, name, text and what was expected: ${tag.replace(/><.*/, '>')}`, async () => {
      let made: Record<string, unknown> = {};
      const [told = '', ...more] = await complaints(async () => (made = (await parse(tag)) as never));
      const [, name, attribute, text] = /<(\S+) id="op" (\S+)=["'](.*)["']><\//.exec(tag)!;
      expect(told).to.contain(
        `<${name} id="op">: the attribute ${attribute} got ${JSON.stringify(text)}, expected `,
      );
      expect(told).to.contain(expected);
      expect(more).to.deep.equal([]);
      expect(made[property]).to.deep.equal(kept);
    });
  }

  it('leaves the element, and what stands beside it, working', async () => {
    const told = await complaints(async () => {
      const place = await parse<RivElement>(
        `<riv-column><riv-slider maximum="much" step="2" label="Size"></riv-slider><riv-number value="3"></riv-number></riv-column>`,
      );
      const [slider, number] = [...place.querySelectorAll<RivElement>('riv-slider, riv-number')];
      await slider?.updateComplete;
      expect(slider?.shadowRoot?.querySelector('input[type=range]')?.getAttribute('max')).to.equal('100');
      expect(number?.value).to.equal(3);
      slider?.setAttribute('maximum', '7');
      await slider?.updateComplete;
      expect(slider?.shadowRoot?.querySelector('input[type=range]')?.getAttribute('max')).to.equal('7');
    });
    expect(told.length).to.equal(1);
  });

  it('may be "none" where there may be no number', async () => {
    const told = await complaints(async () => {
      const app = await parse<RivElement & { timeLimit: number | null }>(
        '<riv-interface time-limit="none"></riv-interface>',
      );
      expect(app.timeLimit).to.equal(null);
      app.setAttribute('time-limit', '12');
      expect(app.timeLimit).to.equal(12);
    });
    expect(told).to.deep.equal([]);
  });

  it('keeps a value of choices that only looks like JSON', async () => {
    const told = await complaints(async () => {
      const { value } = await parse<RivElement>(
        `<riv-dropdown choices='["[draft]", "done"]' value="[draft]"></riv-dropdown>`,
      );
      expect(value).to.equal('[draft]');
    });
    expect(told).to.deep.equal([]);
  });
});

describe('a property that does not fit', () => {
  afterEach(clearPage);

  const cases: [made: () => Element, property: string, kept: unknown, told: string][] = [
    [
      () => new rv.Image({ id: 'op', type: 'zzz' as 'data' }),
      'type',
      'data',
      '<riv-image id="op">: the property type got "zzz", expected one of "data", "bitmap", "frame", "blob", "canvas"',
    ],
    [
      () => new rv.Number({ value: 'abc' as never }),
      'value',
      null,
      '<riv-number>: the property value got "abc", expected a number',
    ],
    [
      () => new rv.Slider({ minimum: {} as never }),
      'minimum',
      0,
      '<riv-slider>: the property minimum got Object, expected a number',
    ],
    [
      () => new rv.Radio({ choices: 'add' as never }),
      'choices',
      [],
      '<riv-radio>: the property choices got "add", expected a list of values, or of pairs [label, value]',
    ],
    [
      () => new rv.Image({ constraints: 640 as never }),
      'constraints',
      null,
      '<riv-image>: the property constraints got 640, expected an object',
    ],
    [
      () => new rv.Interface({ inputs: 'text', outputs: null, flagging: 'always' as never }),
      'flagging',
      'never',
      '<riv-interface>: the property flagging got "always", expected one of "never", "manual", "auto"',
    ],
  ];
  for (const [make, property, kept, told] of cases)
    it(`changes nothing, and is told of: ${told}`, async () => {
      let made: Element | undefined;
      expect(await complaints(async () => (made = make()))).to.deep.equal([`ValueError: ${told}`]);
      expect((made as never)[property]).to.deep.equal(kept);
    });

  it('is told of when script sets it later, and the element works on', async () => {
    const slider = new rv.Slider({ maximum: 10 });
    document.body.append(slider);
    const told = await complaints(async () => {
      slider.maximum = 'much' as never;
      slider.value = 4;
      await slider.updateComplete;
    });
    expect(told).to.deep.equal([
      'ValueError: <riv-slider>: the property maximum got "much", expected a number',
    ]);
    expect([slider.maximum, slider.value]).to.deep.equal([10, 4]);
  });

  it('is an error of the handler that gives it, and may be null', () => {
    const image = new rv.Image();
    expect(() => image.update({ facing: 'back' })).to.throw(
      rv.ValueError,
      /facing got "back", expected one of/,
    );
    image.facing = 'user';
    image.update({ facing: null });
    expect(image.facing).to.equal(null);
  });
});
