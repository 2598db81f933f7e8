import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import type { Hint } from '../../../src/components/hints/hint.ts';
import { nearest } from '../../../src/page/nearest.ts';
import { until } from '../../helpers/wait.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { openPage } from '../../helpers/pages.ts';

const bar = () => document.querySelector('riv-hints');
const lines = () =>
  [...(bar()?.shadowRoot?.querySelectorAll('li > span') ?? [])].map(({ textContent }) => textContent);

describe('hints for whoever makes a page', () => {
  const { warn, error } = console;
  let warned: string[] = [];
  let failed: string[] = [];
  let hints: Hint[] = [];
  let place: HTMLElement;
  const hear = ({ detail }: CustomEventInit<Hint>) => hints.push(detail!);

  beforeEach(() => {
    warned = [];
    hints = [];
    console.warn = (...parts: unknown[]) => warned.push(String(parts[0]));
    failed = [];
    console.error = (...parts: unknown[]) => failed.push(String(parts[0]));
    document.addEventListener('riv-hint', hear);
    place = document.createElement('div');
    document.body.append(place);
  });
  afterEach(() => {
    Object.assign(console, { warn, error });
    document.removeEventListener('riv-hint', hear);
    rv.configure({ debug: undefined });
    document.body.replaceChildren();
  });

  /** What is told of some HTML, in the order in which it is; a last mistake tells that all has been looked at. */
  async function told(markup: string): Promise<string[]> {
    warned = [];
    hints = [];
    place.innerHTML = `${markup}<riv-number last-of-all></riv-number>`;
    await until(() => warned.some((words) => words.includes('last-of-all')), 'the last mistake');
    const messages = hints.map(({ message }) => message);
    expect(messages.filter((words) => !failed.includes(words))).to.deep.equal(warned);
    return warned.filter((words) => !words.includes('last-of-all'));
  }

  const interfaceWith = (inside: string) =>
    `<riv-interface>${inside}<riv-number slot="output"></riv-number><script type="handler">export default () => 1</script></riv-interface>`;

  it('name a tag that nothing defines, and the nearest', async () => {
    expect(
      await told('<riv-nubmer></riv-nubmer><riv-foo></riv-foo><other-thing></other-thing>'),
    ).to.deep.equal([
      '<riv-nubmer> is no element of Rivulet; did you mean <riv-number>?',
      '<riv-foo> is no element of Rivulet',
    ]);
  });

  it('name an attribute that an element does not have', async () => {
    const said = await told('<riv-slider min="0" maximun="5"></riv-slider><riv-on fro="a"></riv-on>');
    expect(said.slice(0, 3)).to.deep.equal([
      '<riv-slider> has no attribute min; did you mean minimum?',
      '<riv-slider> has no attribute maximun; did you mean maximum?',
      '<riv-on> has no attribute fro; did you mean for?',
    ]);
    expect((await told('<riv-number showlabel="false" qwertz></riv-number>')).join('\n'))
      .to.include('did you mean show-label?')
      .and.to.match(/no attribute qwertz; it has: .*minimum/);
  });

  it('say nothing of what every element may have, of frameworks, and of what elements give themselves', async () => {
    const common =
      'id="a" class="b" style="color: red" slot="" title="t" hidden lang="en" dir="ltr" onclick="" role="group" tabindex="0" part="p" exportparts="a" is="b" key="k" ref="r" data-x="1" aria-label="l" itemprop="i" inert';
    const frameworks =
      ':value="a" @change="b" .value="c" v-model="d" v-bind:x="e" x-on:click="f" x-data="" hx-get="/" _ngcontent-abc="" _nghost-abc="" data-v-1234="" wire:model="g" #ref="" *ngif="" ';
    const app = '<riv-blocks theme="dark"><riv-row><riv-number></riv-number></riv-row></riv-blocks>';
    expect(await told(`<riv-number ${common} ${frameworks}></riv-number>${app}`)).to.deep.equal([]);
    const number = place.querySelector('riv-number')! as rv.Number;
    number.status = { stage: 'complete', show: 'full' };
    await number.updateComplete;
    place.replaceChildren(number);
    warned = [];
    hints = [];
    place.append(document.createElement('riv-number'));
    place.lastElementChild!.setAttribute('last-of-all', '');
    await until(() => warned.length > 0);
    expect(warned).to.have.length(1);
  });

  it('name an unknown slot, and an element without one', async () => {
    const said = await told(
      interfaceWith(
        '<p>It is loading.</p><riv-state></riv-state><riv-number></riv-number><riv-textbox slot="inputs"></riv-textbox><riv-row><riv-slider slot="input"></riv-slider></riv-row>',
      ),
    );
    expect(said).to.have.members([
      '<riv-number> in <riv-interface> has no slot, and is not shown once the app is ready: give it slot="input" or slot="output"',
      '<riv-row> in <riv-interface> has no slot, and is not shown once the app is ready: give it slot="input" or slot="output"',
      '<riv-textbox> is not shown: <riv-interface> has no slot "inputs"; did you mean "input"?',
      '<riv-slider> is not shown: <riv-row> has no slot "input". Slots are for the children of <riv-interface>: give slot="input" to what stands in it',
    ]);
  });

  it('say of a misspelt tag in a slot that the app does not run', async () => {
    const said = await told(interfaceWith('<div slot="input"><riv-txtbox></riv-txtbox></div>'));
    expect(said).to.deep.equal([
      '<riv-txtbox> is no element of Rivulet; did you mean <riv-textbox>? The app does not run: the arguments of its handler would be others',
    ]);
  });

  it('name a script that was meant to hold handlers', async () => {
    const script = (type: string, code = 'export default () => 1') =>
      `<script type="${type}">${code}</script>`;
    const said = await told(
      `<riv-blocks>${script('handlers')}${script('module')}${script('Handler')}${script('application/json', '{}')}${script('module', 'const a = 1')}</riv-blocks>${script('module', '')}`,
    );
    expect(said).to.deep.equal([
      '<script type="handlers"> in <riv-blocks> gives it no handler; did you mean <script type="handler">?',
      '<script type="module"> in <riv-blocks> gives it no handler; did you mean <script type="handler">?',
    ]);
  });

  it('say nothing of slots that are there', async () => {
    const slots = ['input', 'both', 'additional']
      .map((slot) => `<riv-number slot="${slot}"></riv-number>`)
      .join('');
    const words = '<p slot="description">What it does</p><div slot="input"><riv-slider></riv-slider></div>';
    const tabs = '<riv-tabs><riv-tab label="a"><riv-number></riv-number></riv-tab></riv-tabs>';
    const blocks = `<riv-blocks><p slot="fallback">It is loading.</p>${tabs}</riv-blocks>`;
    expect(await told(interfaceWith(slots + words) + blocks)).to.deep.equal([]);
  });

  it('say once that a tag closes itself', async () => {
    const said = await told('<riv-number label="a" /><riv-number label="b" /><riv-textbox />');
    expect(said).to.deep.equal([
      '<riv-number> has a <riv-number> inside it, and takes none: HTML does not know <riv-number />, write <riv-number></riv-number>',
    ]);
    const fine = '<riv-row><riv-number></riv-number><riv-html><b>text</b></riv-html></riv-row>';
    expect(await told(fine)).to.deep.equal([]);
    expect(await told('<riv-on for="x" event="y" /><riv-on for="x" event="y" /><b></b>')).to.have.length(1);
  });

  it('say that an app was made and not mounted, unless a script drives it', async () => {
    const fn = (n: number) => n;
    const driven = new rv.Interface({ fn, inputs: 'number', outputs: 'number' });
    const app = new rv.Interface({ fn, inputs: 'number', outputs: 'number' });
    const inner = new rv.Interface({ fn, inputs: 'number', outputs: 'number' });
    new rv.Blocks({}, inner).mount(place);
    expect(await driven.predict('fn', [1])).to.deep.equal([1]);
    await until(() => hints.length > 0);
    expect(hints).to.have.length(1);
    expect(hints[0]!.message).to.match(/^<riv-interface> was made and is in no page: call mount\(\)/);
    expect(hints[0]!.element).to.equal(app);
    await until(() => lines().length === 1);
    app.mount(place);
    await until(() => !bar(), 'the hint to go');
  });

  it('say of an app that was put nowhere which selector found nothing', async () => {
    const app = new rv.Interface({ fn: (n: number) => n, inputs: 'number', outputs: 'number' });
    expect(() => app.mount('#wrong')).to.throw(/no element matches "#wrong"/);
    await until(() => hints.length > 0);
    expect(hints[0]!.message).to.match(
      /^<riv-interface> was made and is in no page: mount\(\): no element matches "#wrong"/,
    );
  });

  it('frame the very element, clear of the strip, and say which it is', async () => {
    const space = '<div style="height: 200vh"></div>';
    await told(
      `${space}<riv-row><riv-number id="total" label="Total" maximun="2"></riv-number><riv-number></riv-number></riv-row>${space}<riv-on fro="x"></riv-on>`,
    );
    await until(() => lines().some((words) => words?.includes('fro')));
    const root = bar()!.shadowRoot!;
    root.querySelector('summary')!.click();
    await until(() => root.querySelector('ol')!.checkVisibility());
    const [first, on] = ['maximun', 'fro'].map((word) =>
      [...root.querySelectorAll('li')].find(({ textContent }) => textContent.includes(word)),
    );
    expect(first!.querySelector('code')!.textContent).to.equal('#total');
    expect(on!.querySelector('button'), 'what is not drawn').to.equal(null);
    const total = place.querySelector('#total')!;
    for (const height of ['', '60vh', '150vh']) {
      (total as HTMLElement).style.height = height;
      first!.querySelector('button')!.click();
      const frame = root.querySelector('.frame')!;
      const rect = (each: Element) => JSON.stringify(each.getBoundingClientRect());
      await until(() => frame.checkVisibility() && rect(frame) === rect(total), 'the frame around it');
      const wanted = total.getBoundingClientRect();
      expect(wanted.top).to.be.below(innerHeight);
      expect(wanted.bottom).to.be.above(0);
      const strip = bar()!.getBoundingClientRect();
      if (height !== '150vh') expect(strip.bottom <= wanted.top || strip.top >= wanted.bottom).to.equal(true);
    }
  });

  it('fold to two lines where the window is narrow, with what is to be done', async () => {
    const page = await openPage(new URL('../../fixtures/hints/modules.html', import.meta.url).href, 375);
    const strip = await page.find('riv-hints');
    const summary = await until(() => strip.shadowRoot?.querySelector<HTMLElement>('.first'), 'the strip');
    const { width, height } = strip.getBoundingClientRect();
    expect(width).to.be.below(376);
    expect(summary.getBoundingClientRect().height).to.be.above(30);
    expect(height).to.be.below(70);
    page.close();
  });

  it('stand in the page while it is being made, and go with their elements', async () => {
    await told('<riv-nubmer></riv-nubmer>');
    await until(() => lines().length === 2);
    const root = bar()!.shadowRoot!;
    expect(root.querySelector('summary')!.textContent).to.match(/2 mistakes\s+<riv-nubmer> is no element/);
    expect(root.querySelector('ol')!.checkVisibility()).to.equal(false);
    expect(bar()!.getBoundingClientRect().height).to.be.below(40);
    expect(await axeProblems(bar()!)).to.deep.equal([]);
    root.querySelector('summary')!.click();
    await until(() => root.querySelector('ol')!.checkVisibility());
    expect(await axeProblems(bar()!)).to.deep.equal([]);
    place.querySelector('riv-nubmer')!.remove();
    await until(() => lines().length === 1);
    place.replaceChildren();
    await until(() => !bar());
  });

  it('stay in the console where debug is false, and come anywhere with debug', async () => {
    rv.configure({ debug: false });
    await told('<riv-nubmer></riv-nubmer>');
    new rv.Number({ lable: 'a' } as object);
    await until(() => warned.at(-1)?.includes('lable'));
    expect(warned.at(-1)).to.match(
      /^<riv-number> has no option "lable"; did you mean "label"\? It has: .*minimum/,
    );
    await import('../../../src/app/hints/hints-bar.ts');
    await new Promise((resolve) => setTimeout(resolve));
    expect(!bar(), 'no strip').to.equal(true);
    const app = new rv.Blocks({ debug: true }).mount(place);
    await app.updateComplete;
    await told('<riv-audoi></riv-audoi>');
    await until(() => lines().length > 0);
  });

  it('leave the handlers of a page that is not being made to its runs', async () => {
    const make = (fn: string) => new rv.Interface({ fn, inputs: 'number', outputs: 'number' }).mount(place);
    rv.configure({ debug: false });
    await make('./first.js').ready;
    rv.configure({ debug: true });
    await make('./second.js').ready;
    const about = (name: string) => hints.filter(({ message }) => message.includes(name)).length;
    await until(() => about('/second.js'), 'the hint about the second');
    expect(about('/first.js')).to.equal(0);
  });

  it('know what was meant', () => {
    const names = ['minimum', 'maximum', 'show-label', 'label', 'choices', 'value'];
    const meant = ['min', 'max', 'showLabel', 'lable', 'choises', 'vlaue', 'colour', 'x'].map((word) =>
      nearest(word, names),
    );
    expect(meant).to.deep.equal([
      'minimum',
      'maximum',
      'show-label',
      'label',
      'choices',
      'value',
      undefined,
      undefined,
    ]);
  });
});
