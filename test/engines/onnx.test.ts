import { expect } from '@esm-bundle/chai';
import { AssetError } from '../../src/shared/errors.ts';
import { toTensor } from '../../src/runner/to-tensor.ts';
import { builds } from '../../workers/engines/onnx-runtime.ts';
import type { OnnxOptions } from '../../src/shared/onnx.ts';
import * as engine from '../../workers/engines/onnx.ts';
import { type Told, engineHost } from '../helpers/models.ts';

const SOBEL = '/demos/onnx_filter/sobel.onnx';

/** A wedge: black, with a white right half. */
function wedge(): ImageData {
  const image = new ImageData(8, 6);
  image.data.forEach((_, at) => (image.data[at] = at % 4 === 3 || Math.floor(at / 4) % 8 >= 4 ? 255 : 0));
  return image;
}

const failure = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => new Error('nothing was thrown'),
    (thrown: Error) => thrown,
  );

/** The URL of what a handler might have in memory. */
const url = (...parts: BlobPart[]) =>
  URL.createObjectURL(new Blob(parts, { type: 'application/octet-stream' }));

const bytes = async (path: string) => new Uint8Array(await (await fetch(path)).arrayBuffer());

/** Answers to fetch in place of the server's. */
async function withFetch<T>(answer: typeof fetch, work: () => Promise<T>): Promise<T> {
  const real = globalThis.fetch;
  globalThis.fetch = answer;
  try {
    return await work();
  } finally {
    globalThis.fetch = real;
  }
}

const forgetAll = () => caches.delete('rivulet');

describe('the engine of ctx.onnx', function () {
  this.timeout(60_000);
  const real = globalThis.fetch;

  before(forgetAll);
  after(forgetAll);

  it('runs a model: edges of a wedge', async () => {
    const session = await engine.open(engineHost()).session(SOBEL);
    expect(session.inputNames).to.deep.equal(['image']);
    const { edges } = await session.run({ image: toTensor(wedge()) });
    expect(edges!.dims).to.deep.equal([1, 1, 6, 8]);
    const row = [...edges!.data.slice(8, 16)].map((value) => Math.round(value * 1000) / 1000);
    expect(row).to.deep.equal([0, 0, 0, 4, 4, 0, 0, 0]);
  });

  it('keeps a session for its worker, URL and options', async () => {
    const host = engineHost();
    const open = (options?: OnnxOptions, given: Told = host) => engine.open(given).session(SOBEL, options);
    const first = await open();
    expect(await open()).to.equal(first);
    expect(await open({ graphOptimizationLevel: 'basic' })).not.to.equal(first);
    expect(await open({}, engineHost()), 'another worker').not.to.equal(first);
    await first.release();
    const second = await open();
    expect(second).not.to.equal(first);
    await second.run({ image: toTensor(wedge()) });
  });

  it('downloads once what many ask for at once', async () => {
    await forgetAll();
    const host = engineHost();
    let asked = 0;
    const counting: typeof fetch = (input, init) => {
      if (String(input).endsWith(SOBEL) && init?.method !== 'HEAD') asked += 1;
      return real(input, init);
    };
    const [a, b, other] = await withFetch(counting, () =>
      Promise.all([
        engine.open(host).session(SOBEL),
        engine.open({ ...host }).session(SOBEL),
        engine.open(engineHost()).session(SOBEL),
      ]),
    );
    expect(a).to.equal(b);
    expect(other).not.to.equal(a);
    expect(asked, 'also for two workers').to.equal(1);
  });

  it('tells how far a download is, in bytes', async () => {
    await forgetAll();
    const host = engineHost();
    await engine.open(host).session(SOBEL);
    const done = host.steps.map((step) => step.done);
    expect(done[0]).to.equal(0);
    expect(done.slice(-2)).to.deep.equal([1, null]);
    expect(host.steps[0]!.desc).to.equal('Downloading sobel.onnx, 0.0 of 0.0 MB');
    const again = engineHost();
    await engine.open(again).session(SOBEL);
    expect(again.steps, 'of what was kept').to.deep.equal([]);
  });

  it('knows the sizes of its wasm files', async () => {
    for (const { wasm, size } of Object.values(builds)) {
      const { headers } = await fetch(`/src/onnxruntime-web/${wasm}.wasm`, { method: 'HEAD' });
      expect(Number(headers.get('content-length')), wasm).to.equal(size);
    }
  });

  it('takes what it kept when there is no connection, and another file when the server has one', async () => {
    await forgetAll();
    await engine.open(engineHost()).session(SOBEL);
    await keptNow(SOBEL);
    const offline = () => Promise.reject(new TypeError('Failed to fetch'));
    const session = await withFetch(offline, () => engine.open(engineHost()).session(SOBEL));
    expect(session.outputNames).to.deep.equal(['edges']);

    let asked = 0;
    const changed: typeof fetch = async (input, init) => {
      if (init?.method !== 'HEAD') asked += 1;
      expect(init?.cache, 'what the browser guesses to be the latest').to.equal('no-cache');
      const { headers } = await real(input, { method: 'HEAD' });
      const tags = { ...Object.fromEntries(headers), etag: '"new"', 'last-modified': 'today' };
      return new Response(init?.method === 'HEAD' ? null : (await real(input)).body, { headers: tags });
    };
    await withFetch(changed, () => engine.open(engineHost()).session(SOBEL));
    expect(asked).to.equal(1);
    await withFetch(changed, async () => {
      await keptNow(SOBEL, '"new"');
      await engine.open(engineHost()).session(SOBEL);
    });
    expect(asked, 'of the same file').to.equal(1);
  });

  it('works where nothing can be kept', async () => {
    const { open } = caches;
    caches.open = () => Promise.reject(new DOMException('Switched off', 'SecurityError'));
    try {
      const session = await engine.open(engineHost()).session(SOBEL);
      expect(session.inputNames).to.deep.equal(['image']);
    } finally {
      caches.open = open;
    }
  });

  it('takes tensors and plain objects, and runs that overlap wait for each other', async () => {
    const host = engineHost();
    const [session, basic] = await Promise.all([
      engine.open(host).session(SOBEL),
      engine.open(host).session(SOBEL, { graphOptimizationLevel: 'basic' }),
    ]);
    const { Tensor } = engine.ort!;
    const [plain, real] = [toTensor(wedge()), new Tensor('float32', toTensor(wedge()).data, [1, 3, 6, 8])];
    const results = await Promise.all(
      [session, basic, session, basic].map((each, at) => each.run({ image: at < 2 ? plain : real })),
    );
    for (const { edges } of results) expect([...edges!.data]).to.deep.equal([...results[0]!.edges!.data]);
  });

  it('starts the runtime without a model, for tensors', async () => {
    const { Tensor } = await engine.open(engineHost()).runtime();
    expect(new Tensor('int64', [1n], []).dims).to.deep.equal([]);
  });

  it('looks through the folders for one that has the files', async () => {
    const [home] = engineHost().folders['onnxruntime-web'];
    const folders = { ffmpeg: [], 'onnxruntime-web': [`${location.origin}/nowhere/`, home!] };
    const session = await engine.open(engineHost({ folders })).session(SOBEL);
    expect(session.inputNames).to.deep.equal(['image']);
  });

  describe('says in words, and forgets', () => {
    const broken: [string, () => Promise<string>, RegExp, number][] = [
      [
        'a missing model',
        async () => '/no/model.onnx',
        /^The model model\.onnx .* answered 404 for http/,
        404,
      ],
      ['an HTML page', async () => '/index.html', /server sent an HTML page for http/, 200],
      [
        'an HTML page that is said to be something else',
        async () => url('\n<!DOCTYPE html><title>Not here</title>'),
        /sent an HTML page for blob:/,
        200,
      ],
      [
        'a pointer of Git LFS',
        async () => url('version https://git-lfs.github.com/spec/v1\noid sha256:0'),
        /pointer of Git LFS/,
        200,
      ],
      [
        'a part of a model',
        async () => url((await bytes(SOBEL)).slice(0, 300)),
        /no ONNX model, or only a part of one: it has 300 bytes/,
        200,
      ],
      ['an empty file', async () => url(''), /only a part of one: it has 0 bytes/, 200],
      [
        'an operator that is not there',
        async () => url(patched(await bytes(SOBEL), 'ReduceL2', 'ReduceX9')),
        /uses the operator ReduceX9, which onnxruntime-web [\d.]+ does not have/,
        200,
      ],
      ['a server that cannot be reached', async () => 'http://127.0.0.1:9/m.onnx', /no answer for .*CORS/, 0],
      ['a file of the computer', async () => 'file:///m.onnx', /opened as a file cannot read file:/, 0],
    ];
    for (const [what, path, words, status] of broken)
      it(what, async () => {
        const host = engineHost();
        const model = await path();
        const error = (await failure(engine.open(host).session(model))) as AssetError;
        expect(error).to.be.instanceOf(AssetError);
        expect(error.message).to.match(words);
        expect([error.url, error.status]).to.deep.equal([new URL(model, location.href).href, status]);
        // The worker is as good as before.
        const session = await engine.open(host).session(SOBEL);
        await session.run({ image: toTensor(wedge()) });
      });

    it('a failure that is over', async () => {
      const host = engineHost();
      const down = async () => new Response('', { status: 503 });
      const first = withFetch(down, () => engine.open(host).session(`${SOBEL}?once`));
      expect((await failure(first)).message).to.match(/answered 503/);
      expect((await engine.open(host).session(`${SOBEL}?once`)).inputNames).to.deep.equal(['image']);
    });

    it('a model that was broken, also where the server cannot say that it has another one', async () => {
      await forgetAll();
      const host = engineHost();
      const whole = await bytes(SOBEL);
      let length = 100;
      const mute: typeof fetch = async (input, init) => {
        if (!String(input).includes('broken')) return real(input, init);
        return init?.method === 'HEAD'
          ? new Response(null, { status: 405 })
          : new Response(whole.slice(0, length));
      };
      await withFetch(mute, async () => {
        const open = () => engine.open(host).session(`${SOBEL}?broken`);
        expect((await failure(open())).message).to.match(/is no ONNX model, or only a part of one/);
        length = whole.length;
        expect((await open()).inputNames).to.deep.equal(['image']);
      });
    });

    it('a file whose name has a percent sign', async () => {
      const none: typeof fetch = async (input, init) =>
        String(input).includes('100%') ? new Response('', { status: 404 }) : real(input, init);
      const error = await withFetch(none, () => failure(engine.open(engineHost()).session('/100%.onnx')));
      expect(error.message).to.match(/^The model 100%\.onnx could not be loaded: the server answered 404/);
    });

    it('what is no URL', () => {
      const { session } = engine.open(engineHost());
      expect(() => session(null as never)).to.throw('ctx.onnx was given null, expected the URL of a model');
    });

    const takes = 'The model sobel.onnx takes "image" as float32 [1, 3, height, width]';
    const feeds: [string, object, string][] = [
      [
        'a wrong shape',
        { image: { type: 'float32', data: new Float32Array(4), dims: [2, 2] } },
        'float32 [2, 2]',
      ],
      ['a wrong length', { image: toTensor(wedge(), { channels: 'gray' }) }, 'float32 [1, 1, 6, 8]'],
      ['a wrong type', { image: toTensor(wedge(), { type: 'uint8' }) }, 'uint8 [1, 3, 6, 8]'],
      ['no tensor', { image: wedge() }, 'ImageData'],
      ['nothing', {}, 'undefined'],
    ];
    for (const [what, given, came] of feeds)
      it(`${what} for an input`, async () => {
        const session = await engine.open(engineHost()).session(SOBEL);
        const error = await failure(session.run(given as never));
        expect(error.message).to.equal(`${takes}, but got ${came} for "image"`);
      });

    it('numbers of another kind than the type says', async () => {
      const session = await engine.open(engineHost()).session(SOBEL);
      const image = { type: 'float32', data: new Uint8Array(27), dims: [1, 3, 3, 3] };
      expect((await failure(session.run({ image }))).message).to.equal(
        'The input "image" of sobel.onnx is float32, but its data is Uint8Array, expected Float32Array',
      );
    });

    it('inputs by the wrong name, or by none', async () => {
      const session = await engine.open(engineHost()).session(SOBEL);
      const tensor = toTensor(wedge());
      const { message } = await failure(session.run({ picture: tensor }));
      expect(message).to.equal(`${takes}, but got "picture"`);
      const unnamed = await failure(session.run(tensor as never));
      expect(unnamed.message).to.equal(
        `${takes}, by name as in run({ image }), but got float32 [1, 3, 6, 8]`,
      );
      const short = await failure(session.run({ image: { ...tensor, type: 'float32', dims: [1, 3, 9, 9] } }));
      expect(short.message).to.equal('The input "image" has 144 numbers, but its dims [1, 3, 9, 9] mean 243');
    });
  });

  it('names every place in which the runtime was looked for', async () => {
    const folders = {
      ffmpeg: [],
      'onnxruntime-web': ['a', 'b'].map((name) => `${location.origin}/${name}/`),
    };
    const options = { executionProviders: ['webgpu'] };
    const error = await withGPU({ requestAdapter: async () => ({}) }, () =>
      failure(engine.open(engineHost({ folders })).session(SOBEL, options)),
    );
    expect(error).to.be.instanceOf(AssetError);
    expect(error.message).to.match(
      /in none of its places\..* 404 for \S+\/a\/ort-wasm.* 404 for \S+\/b\/ort-wasm/,
    );
  });

  it('falls back to the processor where there is no GPU, and says so', async () => {
    const host = engineHost();
    const options = { executionProviders: ['webgpu', 'wasm'] };
    const session = await withGPU({ requestAdapter: async () => null }, () =>
      engine.open(host).session(SOBEL, options),
    );
    expect(host.notices).to.deep.equal(['There is no GPU for the model here: it runs on the processor']);
    await session.run({ image: toTensor(wedge()) });
    await engine.open(host).session(SOBEL, options);
    expect(host.notices, 'once').to.have.length(1);
  });

  it('ends a download when the run is stopped, unless another one waits for it', async () => {
    await forgetAll();
    const [first, second] = [new AbortController(), new AbortController()];
    const folders = engineHost().folders;
    const [one, two] = [first, second].map(({ signal }) => engineHost({ signal, folders }));
    let download: AbortSignal | undefined;
    let begin!: () => void;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const never: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        download = init!.signal!;
        download.addEventListener('abort', () => reject(download!.reason));
        begin();
      });
    await withFetch(never, async () => {
      const waits = [one, two].map((host) => failure(engine.open(host!).session(`${SOBEL}?slow`)));
      await begun;
      first.abort();
      expect((await waits[0]!).name).to.equal('AbortError');
      expect(download?.aborted).to.equal(false);
      second.abort();
      expect((await waits[1]!).name).to.equal('AbortError');
    });
    expect(download?.aborted).to.equal(true);
    const session = await engine.open(engineHost({ folders })).session(`${SOBEL}?slow`);
    expect(session.inputNames, 'afterwards').to.deep.equal(['image']);
  });

  it('lets go of the sessions of a worker that ends, and of no other one', async () => {
    const [gone, stays] = [engineHost(), engineHost()];
    const [first, second] = await Promise.all([gone, stays].map((host) => engine.open(host).session(SOBEL)));
    engine.close(gone.folders);
    await second!.run({ image: toTensor(wedge()) });
    expect((await failure(first!.run({ image: toTensor(wedge()) }))).message).to.match(/sobel\.onnx failed/);
    expect(await engine.open(stays).session(SOBEL)).to.equal(second);
  });
});

/** The same bytes with one word in place of another of its length. */
function patched(model: Uint8Array, from: string, to: string): Uint8Array<ArrayBuffer> {
  const [before, after] = [from, to].map((text) => new TextEncoder().encode(text));
  const at = model.findIndex((_, start) => before!.every((byte, i) => model[start + i] === byte));
  const copy = new Uint8Array(model);
  copy.set(after!, at);
  return copy;
}

/** Waits until a file is kept, with this tag when one is given. */
async function keptNow(path: string, etag?: string): Promise<void> {
  for (;;) {
    const response = await (await caches.open('rivulet')).match(path);
    if (response && (!etag || response.headers.get('x-etag') === etag)) return;
    await new Promise(requestAnimationFrame);
  }
}

async function withGPU<T>(gpu: object, work: () => Promise<T>): Promise<T> {
  Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true });
  try {
    return await work();
  } finally {
    delete (navigator as { gpu?: unknown }).gpu;
  }
}
