import { expect } from '@esm-bundle/chai';
import { handlers } from '../../src/bridge/handlers.ts';
import { on } from '../../src/bind/binding/on.ts';
import type { BindingOptions } from '../../src/bind/options.ts';
import type { Toast } from '../../src/shared/port.ts';
import { until } from '../helpers/wait.ts';
import { FakePort, ended } from '../helpers/bind/fake-port.ts';

const outside = 'a page variable';
const fixture = (name: string) => new URL(`../fixtures/${name}`, import.meta.url).href;

/** Runs a handler that must fail, then a good one on the same output; gives what was said. */
async function failing(options: BindingOptions): Promise<{ message: string; name: string; toasts: Toast[] }> {
  const out = new FakePort();
  const toasts: Toast[] = [];
  const listen = (event: Event) => {
    event.preventDefault();
    toasts.push((event as CustomEvent<Toast>).detail);
  };
  out.addEventListener('riv-toast', listen);
  const binding = on(out, 'go', { outputs: out, ...options });
  out.fire('go');
  expect(await ended(binding)).to.equal('failure');
  expect(out.status.stage).to.equal('error');
  const { message, name } = out.status.error!;
  expect(toasts.map((toast) => toast.level)).to.deep.equal(['error']);
  expect(toasts[0]!.message).to.equal(message);
  const good = on(out, 'fine', { fn: () => 'fine', outputs: out });
  out.fire('fine');
  await ended(good);
  expect(out.value).to.equal('fine');
  return { message, name, toasts };
}

describe('failures', () => {
  it('[C57] shows what a handler threw', async () => {
    const { message, name } = await failing({
      fn: () => {
        throw new TypeError('no such thing');
      },
    });
    expect(message).to.equal('no such thing');
    expect(name).to.equal('HandlerError');
  });

  it('[C161] shows a thrown string, and null', async () => {
    expect(
      (
        await failing({
          fn: () => {
            throw 'just words';
          },
        })
      ).message,
    ).to.equal('just words');
    expect(
      (
        await failing({
          fn: () => {
            throw null;
          },
        })
      ).message,
    ).to.match(/^The handler ".*" threw null, expected an Error$/);
  });

  it('[C161] says that a function cannot be sent', async () => {
    const { message } = await failing({
      fn: function maker() {
        return () => 1;
      },
    });
    expect(message).to.match(/"maker" gave a function.*cannot be sent/);
  });

  it('says where in a result the part is that cannot be sent', async () => {
    const { message } = await failing({
      fn: function maker() {
        const result: Record<string, unknown> = { fine: 1, boxes: [{ x: 1 }, { draw: () => 1 }] };
        result.itself = result;
        return result;
      },
    });
    expect(message).to.match(/"maker" gave a function \(draw\) in "boxes\.1\.draw"/);
  });

  it('[C54] shows ctx.Error with its title and duration', async () => {
    const { message, toasts } = await failing({
      fn: (ctx: { Error: new (text: string, options: object) => Error }) => {
        throw new ctx.Error('too dark', { title: 'Picture', duration: 3 });
      },
    });
    expect(message).to.equal('too dark');
    expect(toasts[0]).to.include({ title: 'Picture', duration: 3 });
  });

  it('names a variable that an inline function cannot reach, and the ways out', async () => {
    const { message } = await failing({
      fn: function scale() {
        return outside;
      },
    });
    expect(message).to.match(/"outside" is not defined in the handler "scale"/);
    expect(message)
      .to.include('./handlers.js#scale')
      .and.to.include('rv.handlers')
      .and.to.include('thread: "main"');
  });

  it('refuses a bound function', async () => {
    const { message } = await failing({ fn: function f() {}.bind(null) });
    expect(message).to.match(/bound or native function/);
  });

  it('names a module that is not there, and the status', async () => {
    const { message, name } = await failing({ fn: fixture('missing.js#edges') });
    expect(name).to.equal('WorkerError');
    expect(message).to.include('missing.js').and.to.include('404');
  });

  it('names a missing export and those there are', async () => {
    const { message } = await failing({ fn: `${fixture('handlers.js')}#edges` });
    expect(message).to.match(/has no export "edges"; it exports .*"twice"/);
  });

  it('says that an export is no function', async () => {
    const { message } = await failing({ fn: `${fixture('handlers.js')}#answer` });
    expect(message).to.match(/exports 42 as "answer"/);
  });

  it('says that a bundler’s worker could not be loaded', async () => {
    const missing = handlers<{ edges: unknown }>(() => new Worker(fixture('missing-worker.js')));
    const { message, name } = await failing({ fn: missing.edges });
    expect(name).to.equal('WorkerError');
    expect(message).to.match(/"edges" failed/);
  });

  it('says that a bundler’s worker could not be made', async () => {
    const broken = handlers<{ edges: unknown }>(() => {
      throw new Error('no such thing');
    });
    const wrong = handlers<{ edges: unknown }>(() => 5 as unknown as Worker);
    expect(await failing({ fn: broken.edges })).to.deep.include({
      name: 'WorkerError',
      message: 'The worker of the handler "edges" could not be made: no such thing',
    });
    expect((await failing({ fn: wrong.edges })).message).to.match(
      /could not be made: it is 5, expected a Worker/,
    );
  });

  it('[C47] gives both counts when values are missing', async () => {
    const [one, two] = [new FakePort(), new FakePort()];
    one.addEventListener('riv-toast', (event) => event.preventDefault());
    const binding = on(one, 'go', {
      fn: function pair(): number[] {
        return [1];
      },
      outputs: [one, two],
    });
    one.fire('go');
    expect(await ended(binding)).to.equal('failure');
    expect(two.status.error!.message).to.match(/"pair" gave 1 value for 2 outputs/);
    expect(one.given).to.deep.equal([]);
  });

  it('leaves the words for a name that is used too early as they are', async () => {
    const { message } = await failing({
      fn: () => {
        const read = () => late;
        const early = read();
        const late = 1;
        return early;
      },
    });
    expect(message).to.match(/before initialization|lexical declaration/);
    expect(message).not.to.include('thread');
  });

  it('reports a rejection that nobody awaits', async () => {
    const { message } = await failing({
      fn: () => {
        void Promise.reject(new Error('left alone'));
        return new Promise(() => {});
      },
    });
    expect(message).to.equal('left alone');
  });

  it('reports an error thrown by a timer', async () => {
    const { message } = await failing({
      fn: () => {
        setTimeout(() => {
          throw new Error('in a timer');
        });
        return new Promise(() => {});
      },
    });
    expect(message).to.equal('in a timer');
  });

  it('says that a handler has closed its worker, in whatever way', async () => {
    const closing = [
      async () => {
        self.close();
        await new Promise(() => undefined);
      },
      () => (setTimeout(close), new Promise(() => undefined)),
    ];
    for (const fn of closing) {
      const { message, name } = await failing({ fn });
      expect([name, message]).to.deep.equal(['WorkerError', 'The handler closed its worker']);
    }
  });

  it('says which input cannot be sent', async () => {
    const { message } = await failing({ fn: () => 1, inputs: new FakePort(() => 1) });
    expect(message).to.match(/An input cannot be sent/);
  });

  it('closes the pictures of inputs beside one that cannot be read, whenever that is found', async () => {
    const strays: unknown[] = [];
    const stray = (event: PromiseRejectionEvent) => (event.preventDefault(), strays.push(event.reason));
    window.addEventListener('unhandledrejection', stray);
    const pictures: ImageBitmap[] = [];
    const picture = Object.assign(new FakePort(), {
      toHandler: async () => {
        const source = await createImageBitmap(new ImageData(2, 2));
        pictures.push(source);
        return { kind: 'image', type: 'bitmap', source };
      },
    }) as unknown as FakePort;
    const bad = (toHandler: () => unknown) => Object.assign(new FakePort(), { toHandler }) as FakePort;
    const wrong = () => {
      throw new TypeError('no such file');
    };
    const sources = [bad(wrong), bad(async () => wrong())];
    for (const [at, source] of sources.entries()) {
      const inputs = [picture, bad(async () => Promise.reject(new Error('nor this'))), source];
      if (at === 1) inputs.splice(1, 1);
      const { message } = await failing({ fn: () => 1, inputs });
      expect(message).to.equal('no such file');
      await until(() => pictures[at]?.width === 0);
    }
    window.removeEventListener('unhandledrejection', stray);
    expect(strays).to.deep.equal([]);
  });

  it('refuses a time limit that is no time', () => {
    for (const timeLimit of [0, -1, Number.NaN, '5' as never])
      expect(() => on(new FakePort(), 'change', { fn: () => 1, timeLimit }))
        .to.throw('expected seconds above 0, or null for no limit')
        .with.property('name', 'ValueError');
  });

  it('refuses a pace and a limit that are no numbers', () => {
    for (const option of [
      { streamEvery: '5' },
      { streamEvery: -1 },
      { concurrencyLimit: '5' },
      { concurrencyLimit: 0 },
    ])
      expect(() => on(new FakePort(), 'change', { fn: () => 1, ...(option as object) }))
        .to.throw(`"${Object.keys(option)[0]}" got ${JSON.stringify(Object.values(option)[0])}, expected`)
        .with.property('name', 'ValueError');
  });

  it('refuses unknown options and choices at once', () => {
    const port = new FakePort();
    expect(() => on(port, 'go', { streamevery: 1 } as object)).to.throw(/"streamevery"/);
    expect(() => on(port, 'go', { fn: null, triggerMode: 'always' as 'once' })).to.throw(
      /triggerMode.*"always".*once, multiple, alwaysLast/,
    );
    expect(() => on(port, 'go', (() => 1) as never)).to.throw(/the options got a function.*fn, inputs/);
    expect(() => on(port, 'go', { fn: null, cancels: 'id' as never })).to.throw(/cancels.*"id".*binding/);
    expect(() => on(port, 'go', { fn: null, inputs: 'name' as never })).to.throw(/inputs.*"name".*component/);
  });
});
