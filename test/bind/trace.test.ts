import { expect } from '@esm-bundle/chai';
import { on } from '../../src/bind/binding/on.ts';
import { configure } from '../../src/bridge/configure.ts';
import type { RivInterface } from '../../src/app/interface/interface.ts';
import { runEnded } from '../helpers/app.ts';
import { FakePort, ended } from '../helpers/bind/fake-port.ts';
import { openPage } from '../helpers/pages.ts';

const fixture = (name: string) => new URL(`../fixtures/${name}`, import.meta.url).href;

/** What is logged while a handler fails. */
async function logOf(fn: (...args: never[]) => unknown): Promise<Error[]> {
  const { error } = console;
  const logged: Error[] = [];
  console.error = (thrown: Error) => logged.push(thrown);
  const out = new FakePort();
  out.addEventListener('riv-toast', (event) => event.preventDefault());
  const binding = on(out, 'go', { fn, outputs: out });
  out.fire('go');
  await ended(binding);
  binding.remove();
  console.error = error;
  return logged;
}

/** The line of a file that a frame names. */
async function lineOf(frame: string): Promise<string> {
  const [, url, line] = /\(?(http\S+?):(\d+):\d+\)?$/.exec(frame) ?? [];
  const text = await (await fetch(url!)).text();
  return text.split('\n')[Number(line) - 1] ?? '';
}

describe('the stack of a handler', () => {
  afterEach(() => configure({ debug: undefined }));

  it('names inline code as its handler, each its own', async () => {
    configure({ debug: false });
    const one = function area() {
      throw new TypeError('no width');
    };
    const other = function area() {
      return 1 + (null as unknown as { height: number }).height;
    };
    const [first] = await logOf(one);
    expect(first).to.include({ name: 'TypeError', message: 'no width' });
    expect(first!.stack).to.match(/^TypeError: no width\n(\s+at .*\(|area@)area\.js:2:\d+\)?$/m);
    expect(first!.stack).to.not.include('blob:');
    const [second] = await logOf(other);
    expect(second!.stack).to.match(/area-2\.js:2:\d+/);
    expect((await logOf(one))[0]!.stack).to.match(/\barea\.js:2/);
  });

  it('has the lines of the file that a function stands in, while the page is being made', async () => {
    const [thrown] = await logOf(function deep() {
      const inner = () => {
        throw new Error('found me'); // here
      };
      inner();
    });
    const [, frame, outer] = thrown!.stack!.split('\n');
    expect(frame).to.include('/test/bind/trace.test.ts');
    expect(await lineOf(frame!)).to.include('throw new Error("found me")');
    expect(await lineOf(outer!)).to.include('inner()');
  });

  it('logs an explained error as it is explained', async () => {
    const outside = { x: 1 };
    const logged = await logOf(function scale() {
      return outside.x;
    });
    expect(logged).to.have.length(1);
    expect(logged[0]).to.include({ name: 'HandlerError' });
    expect(logged[0]!.stack).to.match(/^HandlerError: "outside" is not defined .*\n(\s+at .*)?scale/);
  });

  it('survives causes in a circle', async () => {
    const logged = await logOf(() => {
      const error = new Error('round');
      error.cause = new Error('and round', { cause: new Error('again') });
      throw error;
    });
    expect(logged[0]).to.include({ message: 'round' });
    const round = new Error('here') as Error & { cause: unknown };
    round.cause = round;
    const { error } = console;
    console.error = () => {};
    const { trace } = await import('../../src/bind/handler/trace.ts');
    expect(await trace(round)).to.include('trace.test.ts');
    console.error = error;
  });

  it('has the lines of the page for inline scripts, and says where one is not valid', async () => {
    const page = await openPage(fixture('hints/inline.html'));
    try {
      const logged: Error[] = [];
      (page.window.console as Console).error = (thrown: Error) => logged.push(thrown);
      for (const id of ['throws', 'wrong']) {
        const app = await page.find<RivInterface>(`#${id}`);
        await app.ready;
        const end = runEnded(app);
        app.run();
        expect(await end).to.equal('failure');
      }
      const [, frame] = logged[0]!.stack!.split('\n');
      expect(frame).to.match(/^( +at area \(|area@)http.*inline\.html.*:\d+:\d+\)?$/);
      expect(await lineOf(frame!)).to.include('return shape.width;');
      const { name, message, frames } = (await page.find<RivInterface>('#wrong')).outputs[0]!.status.error!;
      expect(name).to.equal('WorkerError');
      const words = /^The code of the handler "volume" is not valid JavaScript: .*';' at (http.*:21)$/;
      const [, place] = words.exec(message) ?? [];
      expect(await lineOf(place!)).to.include('return 1 +;');
      expect(frames).to.include(`at ${place}`);
    } finally {
      page.close();
    }
  });

  it('has no frames of the library, and of a result that does not fit the line of its handler', async () => {
    const page = await openPage(fixture('hints/misfit.html'));
    try {
      (page.window.console as Console).error = () => {};
      const frames: string[][] = [];
      for (const id of ['misfit', 'module', 'throws']) {
        const app = await page.find<RivInterface>(`#${id}`);
        await app.ready;
        const end = runEnded(app);
        app.run();
        expect(await end).to.equal('failure');
        frames.push(app.outputs[0]!.status.error!.frames!.split('\n'));
      }
      const [[misfit, ...none], [module, ...nothing], [thrown, ...rest]] = frames as [
        string[],
        string[],
        string[],
      ];
      expect([...none, ...nothing]).to.deep.equal([]);
      expect(module).to.match(/^ +at length \(http.*lengths\.js:3:8\)$/);
      expect(await lineOf(module!)).to.include('function* length');
      expect(misfit).to.match(/^ +at length \(.*misfit\.html/);
      expect(await lineOf(misfit!)).to.include('export default function length');
      expect(await lineOf(thrown!)).to.include('too wide');
      expect(rest.join()).to.not.include('/dist/');
    } finally {
      page.close();
    }
  });
});
