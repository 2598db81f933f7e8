import { expect } from '@esm-bundle/chai';
import type { RivElement } from '../../../src/components/base/base.ts';
import * as rv from '../../../src/index.ts';
import { clearPage, mount, parse } from '../../helpers/page.ts';

/** Data of so many levels. */
function levels(count: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < count; level++) value = [value];
  return value;
}

const holes = (...list: unknown[]): unknown[] => {
  const made = new Array(list.length + 1);
  made[0] = list[0];
  return made;
};

type Misfit = [make: () => RivElement, property: string, bad: unknown, good: unknown];

const text = { toString: 1 };

const trap = {
  get inside() {
    throw new Error('no');
  },
};

/** A list that nobody can look at any more. */
function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

/** What was seen to break an element, and a value that it takes afterwards. */
const MISFITS: Misfit[] = [
  [() => new rv.Image(), 'buttons', null, ['share']],
  [() => new rv.Audio(), 'buttons', null, ['share']],
  [() => new rv.Markdown(), 'buttons', null, ['copy']],
  [() => new rv.JSON({ value: [1] }), 'buttons', null, []],
  [() => new rv.Radio(), 'choices', holes('a'), ['b']],
  [() => new rv.CheckboxGroup(), 'choices', holes('a'), ['b']],
  [() => new rv.Dropdown(), 'choices', holes('a'), ['b']],
  [() => new rv.Image(), 'sources', holes('webcam'), ['upload']],
  [() => new rv.Image(), 'sources', 5, ['upload']],
  [() => new rv.Video(), 'sources', 5, ['upload']],
  [() => new rv.Audio(), 'sources', { upload: true }, ['upload']],
  [() => new rv.Number({ value: 1.5 }), 'precision', 200, 1],
  [() => new rv.Slider({ value: 1.5 }), 'precision', Number.NaN, 1],
  [() => new rv.Image(), 'brush', null, {}],
  [() => new rv.Slider(), 'minimum', null, 1],
  [() => new rv.Slider(), 'step', 0, null],
  [() => new rv.Number(), 'step', -1, 0.5],
  [() => new rv.Image({ value: new ImageData(2, 2) }), 'value', Number.NaN, new ImageData(1, 1)],
  [() => new rv.Audio(), 'value', 5, null],
  [() => new rv.Video(), 'value', { a: 1 }, null],
  [() => new rv.Audio(), 'value', { sampleRate: 0, channels: [new Float32Array(1)] }, null],
  [() => new rv.JSON(), 'value', 10n, 10],
  [() => new rv.JSON({ open: true }), 'value', levels(5000), [1]],
  [() => new rv.Audio(), 'sampleRate', 0, 16000],
  [() => new rv.Audio(), 'sampleRate', Number.NaN, 16000],
  [() => new rv.Audio(), 'sampleRate', 1e9, 16000],
  [() => new rv.Audio(), 'value', { sampleRate: 1e9, channels: [new Float32Array(1)] }, null],
  [() => new rv.Label(), 'value', { cat: 'high' }, { cat: 1 }],
  [() => new rv.Textbox(), 'value', text, 'a'],
  [() => new rv.Markdown(), 'value', text, 'a'],
  [() => new rv.HTML(), 'value', text, 'a'],
  [() => new rv.Button(), 'value', text, 'a'],
  [() => new rv.Textbox(), 'label', text, 'a'],
  [() => new rv.Radio(), 'info', Symbol('a'), 'a'],
  [() => new rv.Video(), 'height', text, '50%'],
  [() => new rv.Image(), 'width', Symbol('a'), 100],
  [() => new rv.Audio(), 'buttons', [text], [document.createElement('hr')]],
  [() => new rv.Label(), 'color', { r: 1 }, 'red'],
  [() => new rv.JSON(), 'value', trap, [1]],
  [() => new rv.Dropdown(), 'choices', revoked(), ['a']],
  [() => new rv.AnnotatedImage(), 'value', {}, [new ImageData(1, 1), []]],
];

function wordsFor(bad: unknown): string {
  try {
    if (typeof bad === 'bigint') return `${bad}n`;
    return Array.isArray(bad) ? 'a list' : String(JSON.stringify(bad));
  } catch {
    return 'what throws when it is looked at';
  }
}

describe('a value that would break an element', () => {
  afterEach(clearPage);

  /** What the console is told of while `work` is on. */
  async function complaints(work: () => Promise<unknown>): Promise<Error[]> {
    const told: Error[] = [];
    const { error } = console;
    console.error = (problem: Error) => told.push(problem);
    try {
      await work();
    } finally {
      console.error = error;
    }
    return told;
  }

  for (const [make, property, bad, good] of MISFITS) {
    const host = make();
    const what = wordsFor(bad);
    it(`is told of in the console and at the element, and the next one works: ${property} of ${host.localName}, ${what}`, async () => {
      document.body.append(host);
      await host.updateComplete;
      const before = (host as never)[property] as unknown;
      const told = await complaints(async () => {
        (host as never as Record<string, unknown>)[property] = bad;
        await host.updateComplete;
      });
      expect(told.map(({ name }) => name)).to.deep.equal(['ValueError']);
      expect(host.message).to.equal(told[0]!.message);
      expect(host.shadowRoot!.textContent).to.contain(host.message.slice(0, 40));
      expect((host as never)[property]).to.deep.equal(before);
      const more = await complaints(async () => {
        (host as never as Record<string, unknown>)[property] = good;
        await host.updateComplete;
      });
      expect(more).to.deep.equal([]);
      expect(host.message).to.equal('');
      expect((host as never)[property]).to.deep.equal(good);
    });
  }

  it('is told of where it comes as an attribute: value="{}" of an AnnotatedImage', async () => {
    let host!: RivElement;
    const told = await complaints(async () => {
      host = await parse('<riv-annotated-image value="{}"></riv-annotated-image>');
      await host.updateComplete;
    });
    expect(told.map(({ name }) => name)).to.deep.equal(['ValueError']);
    expect(host.message).to.contain('expected [image, [[box or mask, label], …]]');
  });

  it('is an error of the handler that gives it', () => {
    const button = new rv.Button();
    for (const props of [{ link: 'javascript:1' }, { label: text }])
      expect(() => button.update(props)).to.throw(rv.ValueError);
    expect(() => new rv.Dropdown().update({ query: 1 })).to.throw(rv.ValueError, /no property "query"/);
    expect(() => new rv.Image().update({ sources: 5 })).to.throw(rv.ValueError, /expected some of upload/);
    expect(() => new rv.Markdown().fromHandler(text)).to.throw(rv.ValueError, /expected a text/);
    expect(() => new rv.JSON().fromHandler(levels(5000))).to.throw(rv.ValueError, /at most 1000 levels/);
  });

  it('is told of by what shows nothing, too', async () => {
    const state = new rv.State({ timeToLive: 5 });
    const kept = new rv.BrowserState({ storageKey: 'misfits' });
    const told = await complaints(async () => {
      (state as { deleteCallback: unknown }).deleteCallback = 'delete';
      kept.defaultValue = () => 1;
    });
    expect(told.map(({ message }) => message.replace(/^.*expected /, ''))).to.deep.equal([
      'a function',
      'what can be copied',
    ]);
    expect([state.deleteCallback, kept.value]).to.deep.equal([null, null]);
  });

  it('is no list or element in the place of a text', async () => {
    const circle: unknown[] = ['a'];
    circle.push(circle);
    const number = await mount(new rv.Number());
    number.label = circle as never;
    number.info = document.createElement('hr') as never;
    await number.updateComplete;
    expect([number.label, number.info]).to.deep.equal(['a,', '[object HTMLHRElement]']);
    expect(number.shadowRoot!.querySelector('label')!.textContent!.trim()).to.equal('a,');
  });

  it('is said once where an element cannot be drawn, until it can', async () => {
    class Picky extends rv.Number {
      broken = true;
      protected override renderControl() {
        if (this.broken) throw new TypeError('not so');
        return super.renderControl();
      }
    }
    customElements.define('test-picky', Picky);
    const number = new Picky();
    const told = await complaints(async () => {
      document.body.append(number);
      await number.updateComplete;
      number.value = 2;
      await number.updateComplete;
    });
    expect(told.map(({ message }) => message)).to.deep.equal(['<test-picky> cannot be shown: not so']);
    number.broken = false;
    number.value = 3;
    await number.updateComplete;
    await number.updateComplete;
    expect(number.message).to.equal('');
    expect(number.shadowRoot!.querySelector('input')!.value).to.equal('3');
  });

  it('gives a property its default where frameworks set undefined', async () => {
    const image = new rv.Image({ buttons: [] });
    (image as { buttons?: unknown }).buttons = undefined;
    expect(image.buttons).to.deep.equal(['download', 'share', 'fullscreen']);
  });
});
