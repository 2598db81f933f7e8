import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import type { RivInterface } from '../../../src/app/interface/interface.ts';
import { pageWith, runEnded } from '../../helpers/app.ts';
import { once } from '../../helpers/wait.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a page without types may write
type Any = any;

const { Interface, Slider, Row, Number: RivNumber, on } = rv as Record<string, Any>;

/** The message of a `ValueError` that must be thrown at once. */
function refused(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    expect(error).to.include({ name: 'ValueError' });
    return (error as Error).message;
  }
  return expect.fail('nothing was said');
}

/** What is said on the console during `work`. */
async function told(level: 'warn' | 'error', work: () => unknown): Promise<string[]> {
  const own = console[level];
  const said: string[] = [];
  console[level] = (...words) => said.push(String(words[0]));
  try {
    await work();
  } finally {
    console[level] = own;
  }
  return said;
}

/** The words of the error that a run of the only output ends with. */
async function failure(html: string): Promise<string> {
  const app = await pageWith<RivInterface>(html);
  const end = runEnded(app);
  const stop = (event: Event) => event.preventDefault();
  app.addEventListener('riv-toast', stop);
  app.run();
  expect(await end).to.equal('failure');
  const { message } = app.outputs[0]!.status.error!;
  app.parentElement!.remove();
  return message;
}

describe('usual mistakes', () => {
  it('refuses arguments in a row, as Python takes them', () => {
    const fn = (word: string) => word;
    expect(refused(() => new Interface(fn, 'text', 'text'))).to.match(
      /^A new <riv-interface> got a function \(fn\), expected one object of options such as \{ fn, inputs, outputs \}$/,
    );
    expect(refused(() => new Slider(0, 10))).to.match(/<riv-slider> got 0, .*\{ minimum, maximum, value \}$/);
    expect(refused(() => new Slider({ minimum: 0 }, 10))).to.include('got 10,');
    expect(refused(() => new Row([new RivNumber()]))).to.include('got an array of 1, ');
    expect(refused(() => new Row(new RivNumber(), 'text'))).to.include('got "text", ');
  });

  it('takes children, lists of them, and nothing in the place of one', () => {
    const [a, b, c] = [new RivNumber(), new RivNumber(), new RivNumber()];
    expect([...new Row({}, [a, b], null, undefined, false, c).children]).to.deep.equal([a, b, c]);
    expect([...new Row(a, [b], c).children]).to.deep.equal([a, b, c]);
    expect(new Row(null, a).children.length).to.equal(1);
  });

  it('refuses what is no handler, and a binding that does nothing', async () => {
    const expected = 'expected a function, "./handlers.js#name"';
    for (const fn of [5, {}, [() => 1]]) {
      expect(refused(() => new Interface({ fn, inputs: 'text', outputs: 'text' }))).to.include(expected);
      expect(refused(() => on(new RivNumber(), 'change', { fn }))).to.include(expected);
    }
    const number = new RivNumber();
    for (const options of [{}, undefined, { fn: null, inputs: number }])
      expect(refused(() => on(number, 'change', options))).to.match(/no fn, and neither js nor cancels/);
    expect(on(number, 'change', { cancels: [] })).to.be.an.instanceOf(EventTarget);
    const app = new Interface({ fn: () => 1, outputs: 'number' });
    const before = app.fn;
    const said = await told('error', () => (app.fn = 5));
    expect(said.join()).to.match(/property fn got 5, expected a function/);
    expect(app.fn).to.equal(before);
  });

  it('names the event that was meant', () => {
    expect(refused(() => on(new RivNumber(), 'chnage', { fn: () => 1 }))).to.match(
      /^<riv-number> has no event "chnage"; did you mean "change"\? Its events are change, /,
    );
    expect(refused(() => on(new RivNumber(), 'qwertz', { fn: () => 1 }))).to.match(
      /^<riv-number> has no event "qwertz"; its events are change, /,
    );
  });

  it('says what rv.on takes, where the event was left out', () => {
    expect(refused(() => on(new RivNumber(), { fn: () => 1 }))).to.match(
      /^on\(\): the event got Object, expected its name, as in on\(element, "change", \{ fn, … \}\); its events are change, /,
    );
    expect(refused(() => on(document.body, { fn: () => 1 }))).to.match(/as in on\(element, "click", .*\)$/);
  });

  it('speaks of pairs where choices are an object', async () => {
    const said = await told('error', () => new rv.Radio({ choices: { a: 'A' } as Any }));
    expect(said.join()).to.match(
      /choices got Object, expected a list of values, or of pairs \[label, value\]$/,
    );
  });

  it('says of a riv-on without fn, js and cancels that it does nothing', async () => {
    const said = await told('error', async () => {
      const app = await pageWith<rv.Blocks>(
        '<riv-blocks><riv-button id="b"></riv-button><riv-on for="b" event="click"></riv-on></riv-blocks>',
      );
      await once(document, 'riv-hint');
      app.parentElement!.remove();
    });
    expect(said.join()).to.match(/no fn, and neither js nor cancels/);
  });

  const scripted = (
    fn: string,
    code: string,
    thread = 'worker',
  ) => `<riv-interface fn="${fn}" thread="${thread}">
    <riv-number slot="output"></riv-number>
    <script type="handler">${code}</script></riv-interface>`;

  it('names the # of an inline function', async () => {
    const code = 'export const one = () => 1; export const two = () => 2';
    expect(await failure(scripted('two', code))).to.match(/"fn" got "two", .* is "#two"$/);
    expect(await failure(scripted('three', code))).to.not.include('"#three"');
  });

  it('says that there is no document in a worker', async () => {
    const advice = /^"(document|window)" is not defined in the handler "\w+".*thread: "main"$/;
    expect(await failure(scripted('#title', 'export const title = () => document.title'))).to.match(advice);
    expect(await failure(scripted('#size', 'const size = window.innerWidth; export { size }'))).to.match(
      advice,
    );
    expect(await failure(scripted('#f', 'export const f = () => nothing', 'main'))).to.equal(
      'nothing is not defined',
    );
    const module =
      '<riv-interface fn="/test/fixtures/handlers.js#title"><riv-number slot="output"></riv-number></riv-interface>';
    expect(await failure(module)).to.match(advice);
  });

  it('says what progress.each takes', async () => {
    const code = 'export default (ctx) => { for (const each of ctx.progress.each(5)) return each }';
    expect(await failure(scripted('', code))).to.match(/^ctx\.progress\.each\(\) got 5, expected a list/);
  });
});
