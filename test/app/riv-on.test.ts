import { expect } from '@esm-bundle/chai';
import * as rv from '../../src/index.ts';
import { live } from '../../src/bind/binding/binding.ts';
import type { Component } from '../../src/app/shortcuts.ts';
import type { Hint } from '../../src/components/hints/hint.ts';
import { edit, pageWith } from '../helpers/app.ts';
import { until } from '../helpers/wait.ts';
import { clearPage } from '../helpers/page.ts';

const byId = <E extends Element = Component & Element>(id: string): E =>
  document.getElementById(id) as unknown as E;
const bound = (id: string): rv.Binding => byId<rv.On>(id).binding as rv.Binding;

const HANDLERS = `<script type="handler">
  export const double = (n) => n * 2;
  export const name = () => 'loaded';
  export const fail = () => { throw new Error('no'); };
  export async function* forever() {
    for (let i = 0; ; i++) { yield i; await new Promise((resolve) => setTimeout(resolve, 10)); }
  }
</script>`;

const page = (inside: string) => pageWith<rv.Blocks>(`<riv-blocks>${inside}${HANDLERS}</riv-blocks>`);

/** The next mistakes that are told in the page, so many, and what the console was told until then. */
async function complaint(count = 1): Promise<{ hints: Hint[]; logged: string }> {
  const { error } = console;
  let logged = '';
  console.error = (text: unknown) => (logged += String(text));
  const hints: Hint[] = [];
  await new Promise<void>((resolve) => {
    document.addEventListener('riv-hint', function hear({ detail }: CustomEventInit<Hint>) {
      if (hints.push(detail!) < count) return;
      document.removeEventListener('riv-hint', hear);
      resolve();
    });
  });
  console.error = error;
  return { hints, logged };
}

describe('riv-on', () => {
  afterEach(clearPage);

  it('binds an event of an element to an inline handler, and unbinds when it is removed', async () => {
    await page(`<riv-number id="from"></riv-number><riv-number id="to"></riv-number>
      <riv-on id="on" for="from" event="input" fn="#double" inputs="from" outputs="to"></riv-on>`);
    edit(byId('from'), 21);
    await until(() => byId('to').value === 42);
    const binding = bound('on');
    byId('on').remove();
    await until(() => !live.has(binding));
    edit(byId('from'), 1);
    expect(binding.running).to.be.false;
  });

  it('[C69] runs a function of the page first, named by js, with a handler and without one', async () => {
    await page(`<riv-textbox id="from"></riv-textbox><riv-textbox id="to"></riv-textbox>
      <script type="handler">
        export const shout = (text) => text + typeof document + '!';
        export const twice = (text) => text + text + typeof document;
      </script>
      <riv-on id="first" for="from" event="submit" js="#shout" inputs="from" outputs="to"></riv-on>
      <riv-on for="from" event="blur" js="#shout" fn="#twice" inputs="from" outputs="to"></riv-on>`);
    edit(byId('from'), 'hey ');
    byId('from').dispatchEvent(new CustomEvent('submit'));
    await until(() => byId('to').value === 'hey object!');
    byId('from').dispatchEvent(new CustomEvent('blur'));
    await until(() => byId('to').value === 'hey object!hey object!undefined');
    byId('first').setAttribute('js', '#none');
    await until(() => bound('first')?.options.js === '#none');
    byId('from').dispatchEvent(new CustomEvent('submit'));
    await until(() => byId('to').status.error?.message.includes('"none"'));
  });

  it('takes all options as attributes', async () => {
    await page(`<riv-number id="a"></riv-number>
      <riv-on id="on" for="a" event="change" fn="#double" inputs="a" outputs="a" stream-every="0.1" time-limit="30"
        trigger-mode="multiple" concurrency-limit="none" concurrency-id="camera" show-progress="hidden" thread="main"
        api-name="twice"></riv-on>`);
    const {
      fn,
      streamEvery,
      timeLimit,
      triggerMode,
      concurrencyLimit,
      concurrencyId,
      showProgress,
      thread,
      apiName,
    } = bound('on').options;
    expect({
      fn,
      streamEvery,
      timeLimit,
      triggerMode,
      concurrencyLimit,
      concurrencyId,
      showProgress,
      thread,
      apiName,
    }).to.deep.equal({
      fn: '#double',
      streamEvery: 0.1,
      timeLimit: 30,
      triggerMode: 'multiple',
      concurrencyLimit: null,
      concurrencyId: 'camera',
      showProgress: 'hidden',
      thread: 'main',
      apiName: 'twice',
    });
  });

  it('[C41] pairs several elements with events; one word serves all', async () => {
    await page(`<riv-number id="a"></riv-number><riv-number id="b"></riv-number><riv-number id="to"></riv-number>
      <riv-on for="a b" event="change input" fn="#double" inputs="b" outputs="to"></riv-on>`);
    edit(byId('b'), 4);
    await until(() => byId('to').value === 8);
    byId('b').value = 5;
    byId('a').fromHandler(1);
    await until(() => byId('to').value === 10);
  });

  it('runs with the load of the app around it', async () => {
    await page(`<riv-textbox id="to"></riv-textbox><riv-on event="load" fn="#name" outputs="to"></riv-on>`);
    await until(() => byId('to').value === 'loaded');
  });

  it('[C42] without triggers runs with load and with the change of each input', async () => {
    await page(`<riv-number id="a" value="2"></riv-number><riv-number id="to"></riv-number>
      <riv-on fn="#double" inputs="a" outputs="to"></riv-on>`);
    await until(() => byId('to').value === 4);
    edit(byId('a'), 3);
    await until(() => byId('to').value === 6);
  });

  for (const triggers of ['', 'for="go a b" event="click input input"', 'for="go a" event="click change"'])
    it(`ends on the newest values, whatever else starts it: ${triggers || 'no event'}`, async () => {
      await page(`<riv-button id="go"></riv-button><riv-number id="a" value="1"></riv-number>
        <riv-number id="b" value="1"></riv-number><riv-number id="sum"></riv-number>
        <script type="handler">
          export const sum = async (a, b) => {
            await new Promise((resolve) => setTimeout(resolve, 30));
            return a + b;
          };
        </script>
        <riv-on id="on" ${triggers} fn="#sum" inputs="a b" outputs="sum"></riv-on>`);
      for (const a of [2, 3, 4, 5, 6]) {
        edit(byId('a'), a);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      await until(() => !bound('on').running && byId('sum').status.stage === 'complete');
      expect(byId('sum').value).to.equal(7);
    });

  it('[C111] takes another stream-every or time-limit without binding anew', async () => {
    await page(`<riv-image id="camera" sources="webcam" streaming></riv-image>
      <riv-on id="on" for="camera" event="stream" fn="#double" inputs="camera" stream-every="2" time-limit="30"></riv-on>`);
    const binding = bound('on');
    byId('on').setAttribute('stream-every', '0.1');
    byId('on').setAttribute('time-limit', 'none');
    await until(() => binding.options.timeLimit === null);
    expect(binding.options.streamEvery).to.equal(0.1);
    expect(bound('on') === binding).to.be.true;
    byId('on').setAttribute('trigger-mode', 'once');
    await until(() => bound('on') !== binding);
    expect(bound('on').options).to.include({ streamEvery: 0.1, timeLimit: null, triggerMode: 'once' });
  });

  it('[C48] follows another one, also a later one, by its outcome', async () => {
    await page(`<riv-number id="a"></riv-number><riv-number id="b"></riv-number>
      <riv-textbox id="after"></riv-textbox><riv-textbox id="good"></riv-textbox><riv-textbox id="bad"></riv-textbox>
      <riv-on after="first" fn="#name" outputs="after"></riv-on>
      <riv-on success="first" fn="#name" outputs="good"></riv-on>
      <riv-on failure="first" fn="#name" outputs="bad"></riv-on>
      <riv-on id="first" for="a" event="change" fn="#fail"></riv-on>`);
    edit(byId('a'), 1);
    await until(() => byId('after').value === 'loaded' && byId('bad').value === 'loaded');
    expect(byId('good').value).to.equal('');
  });

  it('follows an Interface, also after that was bound anew', async () => {
    await page(`<riv-interface id="app"><riv-number slot="input"></riv-number><riv-number slot="output"></riv-number>
      <script type="handler">export default (...args) => args.length</script></riv-interface>
      <riv-textbox id="after"></riv-textbox><riv-on id="next" after="app" fn="#name" outputs="after"></riv-on>`);
    const app = byId<rv.Interface & Element>('app');
    await until(() => bound('next'));
    const former = app.binding;
    app.fn = (n: number) => n;
    await until(() => app.binding !== former);
    await app.updateComplete;
    app.run();
    await until(() => byId('after').value === 'loaded');
  });

  it('[C49] cancels others, in both directions', async () => {
    await page(`<riv-button id="go"></riv-button><riv-button id="stop"></riv-button><riv-number id="to"></riv-number>
      <riv-textbox id="after"></riv-textbox>
      <riv-on id="run" for="go" event="click" fn="#forever" outputs="to" cancels="end"></riv-on>
      <riv-on id="end" for="stop" event="click" cancels="run"></riv-on>
      <riv-on after="end" fn="#name" outputs="after"></riv-on>`);
    byId<rv.Button>('go').click();
    await until(() => Number(byId('to').value) > 2);
    byId<rv.Button>('stop').click();
    const { value } = byId('to');
    await until(() => byId('after').value === 'loaded');
    expect(byId('to').value).to.equal(value);
    expect(byId('to').status.stage).to.equal('complete');
    expect(bound('run').running).to.be.false;
  });

  it('waits for elements that come later', async () => {
    const app = await page(
      `<riv-number id="a"></riv-number><riv-on id="on" for="a" event="change" fn="#double" inputs="a" outputs="later"></riv-on>`,
    );
    expect(byId<rv.On>('on').binding).to.equal(null);
    app.append(new rv.Row(new rv.Number({ id: 'later' })));
    await until(() => byId<rv.On>('on').binding !== null);
    edit(byId('a'), 2);
    await until(() => byId('later').value === 4);
  });

  it('waits for elements that are defined later', async () => {
    await page(`<test-late id="a"></test-late><riv-number id="to"></riv-number>
      <riv-on id="on" for="a" event="change" fn="#double" inputs="a" outputs="to"></riv-on>`);
    expect(byId<rv.On>('on').binding).to.equal(null);
    customElements.define('test-late', class extends rv.Number {});
    await until(() => byId<rv.On>('on').binding !== null);
    edit(byId('a'), 2);
    await until(() => byId('to').value === 4);
  });

  it('says which attribute names an id that is not there, and which ids are', async () => {
    const app = await page('<riv-number id="number"></riv-number>');
    const heard = complaint();
    let toasts = 0;
    app.addEventListener('riv-toast', () => (toasts += 1));
    const on = document.createElement('riv-on');
    for (const [name, value] of Object.entries({
      for: 'number',
      event: 'change',
      fn: '#double',
      outputs: 'nowhere',
    }))
      on.setAttribute(name, value);
    app.append(on);
    const { hints, logged } = await heard;
    const [{ message, element, holds }] = hints as [Hint];
    for (const text of [message, logged])
      expect(text).to.contain('outputs="nowhere"').and.to.contain('number');
    expect([element, holds!()]).to.deep.equal([on, true]);
    on.setAttribute('outputs', 'number');
    await until(() => !holds!());
    expect(toasts).to.equal(0);
    const again = complaint();
    on.setAttribute('outputs', 'nowhere');
    expect((await again).hints[0]!.message).to.equal(message);
  });

  it('says when an element has no such event', async () => {
    const heard = complaint();
    await page('<riv-number id="a"></riv-number><riv-on for="a" event="explode" fn="#double"></riv-on>');
    expect((await heard).hints[0]!.message)
      .to.contain('explode')
      .and.to.contain('change');
  });

  it('says all that is wrong, each with the name that was meant', async () => {
    const heard = complaint(3);
    await page(`<riv-number id="amount"></riv-number>
      <riv-on for="amount" event="chagne submitt" fn="#double" outputs="amuont"></riv-on>`);
    const { hints, logged } = await heard;
    const messages = hints.map(({ message }) => message);
    expect(messages[0]).to.match(
      /^<riv-on> names outputs="amuont", and there is no such id; did you mean "amount"\?/,
    );
    expect(messages[1]).to.match(
      /^<riv-number> has no event "chagne"; did you mean "change"\? Its events are /,
    );
    expect(messages[2]).to.include('no event "submitt"; did you mean "submit"?');
    expect(logged).to.equal(messages.join(''));
  });

  it('says so when it is to follow in two ways', async () => {
    const told = complaint();
    await page(`<riv-number id="a"></riv-number>
      <riv-on id="first" for="a" event="input" fn="#double" inputs="a"></riv-on>
      <riv-on id="second" after="first" success="first" fn="#name"></riv-on>`);
    const { hints, logged } = await told;
    expect(logged).to.equal('<riv-on> got after="first" and success="first", expected one of them');
    expect(hints[0]!.message).to.equal(logged);
    expect(byId<rv.On>('second').binding).to.equal(null);
  });

  it('takes Gradio’s names of events', async () => {
    await page(`<riv-audio id="mic"></riv-audio><riv-textbox id="out"></riv-textbox>
      <riv-on id="on" for="mic" event="start_recording" fn="#name" outputs="out"></riv-on>`);
    await until(() => byId<rv.On>('on').binding);
    byId('mic').dispatchEvent(new CustomEvent('startRecording'));
    await until(() => byId('out').value === 'loaded');
    expect(() => rv.on(byId('mic'), 'key_up', {})).to.throw(
      rv.ValueError,
      /no event "key_up".*startRecording/,
    );
  });

  it('finds an inline handler from within a shadow root of its app', async () => {
    const app = await page('<div id="host"></div>');
    const [from, to] = [new rv.Number({ value: 4 }), new rv.Number()];
    byId('host').attachShadow({ mode: 'open' }).append(from, to);
    // The first script of the page is another app's.
    app.insertAdjacentHTML(
      'beforebegin',
      '<riv-blocks><script type="handler">export const double = () => 0</script></riv-blocks>',
    );
    rv.on(from, 'input', { fn: '#double', inputs: from, outputs: to });
    from.dispatchEvent(new CustomEvent('input'));
    await until(() => to.value === 8);
  });

  it('looks ids up in its own app first', async () => {
    const twins = [1, 2].map(() =>
      page(`<riv-number class="a" id="a"></riv-number><riv-number id="to"></riv-number>
      <riv-on for="a" event="change" fn="#double" inputs="a" outputs="to"></riv-on>`),
    );
    const [first, second] = await Promise.all(twins);
    edit(second!.querySelector('#a') as unknown as Component, 4);
    await until(() => second!.querySelector<rv.Number>('#to')?.value === 8);
    expect(first!.querySelector<rv.Number>('#to')?.value).to.equal(null);
  });

  it('binds anew when an attribute changes, and keeps its binding when it is moved', async () => {
    const app = await page(`<riv-number id="a"></riv-number><riv-number id="b"></riv-number>
      <riv-on id="on" for="a" event="change" fn="#double" inputs="a" outputs="b"></riv-on>`);
    const binding = bound('on');
    app.prepend(byId('on'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(bound('on') === binding).to.be.true;
    byId('on').setAttribute('outputs', 'a');
    await until(() => bound('on') !== binding);
    expect(bound('on').outputs.map(({ id }) => id)).to.deep.equal(['a']);
  });
});
