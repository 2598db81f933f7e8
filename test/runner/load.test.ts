import { expect } from '@esm-bundle/chai';
import { loadHandler } from '../../src/runner/load.ts';
import type { HandlerSource } from '../../src/shared/protocol.ts';

const own = (url: string) => import(/* @vite-ignore */ url);
const script = (text: string): HandlerSource => ({ kind: 'script', name: 'edges', text, export: 'default' });

/** The error of code that cannot be loaded. */
const refused = (source: HandlerSource, load = own): Promise<Error> =>
  loadHandler(source, load).then(
    () => expect.fail('it was loaded'),
    (error: Error) => error,
  );

describe('loading a handler', () => {
  it('takes functions and methods', async () => {
    for (const text of [
      '(n) => n + 1',
      'function (n) { return n + 1 }',
      'next(n) { return n + 1 }',
      'get(n) { return n + 1 }',
    ]) {
      const { handler } = await loadHandler({ kind: 'function', name: 'next', text }, own);
      expect(handler(1)).to.equal(2);
    }
  });

  it('says that code from a page is not valid', async () => {
    const error = await refused(script('export default (a => {'));
    expect(error).to.include({ name: 'WorkerError' });
    expect(error.message).to.match(
      /^The code of the handler "edges" is not valid JavaScript: .* at edges\.js:2:/,
    );
    expect(error.cause).to.include({ name: 'SyntaxError' });
  });

  it('says where code is not valid, also far from its end and in a module that it imports', async () => {
    const early = await refused(script('const a = 1;\n\n  const = 2;\nexport default () => a;'));
    expect(early.message).to.match(/ at edges\.js:3:9$/);
    const broken = URL.createObjectURL(new Blob(['\n\n const = 1'], { type: 'text/javascript' }));
    const outer = await refused(script(`import ${JSON.stringify(broken)};\nexport default 1;`));
    expect(outer.message).to.include(`is not valid JavaScript: `).and.to.include(`${broken}:3:8`);
    const module = await refused({ kind: 'module', name: 'f', url: broken, export: 'f' });
    expect(module.message).to.include(`The module ${broken} is not valid JavaScript`);
    expect(module.stack).to.include(`at ${broken}:3:8`);
    const json = await refused(script('JSON.parse("{")'));
    expect(json.message).to.match(/^The code of the handler "edges" could not be loaded: .*JSON/);
  });

  it('says what code from a page threw while it was loaded', async () => {
    const error = await refused(script('throw new RangeError("too far")'));
    expect(error).to.include({
      name: 'WorkerError',
      message: 'The code of the handler "edges" could not be loaded: too far',
    });
  });

  it('says what was thrown while it was loaded where that is no error', async () => {
    for (const [thrown, words] of [
      ['null', 'it threw null, expected an Error'],
      ['undefined', 'it threw undefined, expected an Error'],
      ['{ a: 1 }', 'it threw Object, expected an Error'],
      ['"no luck"', 'no luck'],
    ]) {
      const { message } = await refused(script(`throw ${thrown};`));
      expect(message).to.equal(`The code of the handler "edges" could not be loaded: ${words}`);
      const url = URL.createObjectURL(new Blob([`throw ${thrown}`], { type: 'text/javascript' }));
      const module = await refused({ kind: 'module', name: 'edges', url, export: 'default' });
      expect(module.message).to.contain(`could not be loaded: ${words}`);
    }
  });

  it('says whether a module is there when its import fails', async () => {
    const failed = (url: string) =>
      refused({ kind: 'module', name: 'f', url, export: 'f' }, () =>
        Promise.reject(new TypeError(`Failed to fetch dynamically imported module: ${url}`)),
      );
    const there = await failed(new URL('../fixtures/handlers.js', import.meta.url).href);
    expect(there.message).to.match(/the server has it: a module that it imports may be missing$/);
    const away = await failed('http://localhost:1/away.js');
    expect(away.message).to.include('cannot be reached').and.to.include('Access-Control-Allow-Origin');
  });

  it('tells of the policy that a page needs for code from blobs', async () => {
    const words = [
      'Failed to fetch dynamically imported module: blob:1',
      'error loading dynamically imported module: blob:1',
    ];
    for (const message of [...words, 'Importing a module script failed.']) {
      const error = await refused(script('export default 1'), () => Promise.reject(new TypeError(message)));
      expect(error).to.include({ name: 'WorkerError' });
      expect(error.message).to.include(message).and.to.include('script-src blob:');
    }
  });
});
