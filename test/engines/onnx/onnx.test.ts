import { expect } from '@esm-bundle/chai';
import { AssetError } from '../../../src/shared/errors.ts';
import { toTensor } from '../../../src/runner/picture/to-tensor.ts';
import { builds } from '../../../workers/engines/onnx/runtime.ts';
import type { OnnxOptions } from '../../../src/runner/tools/onnx-types.ts';
import * as engine from '../../../workers/engines/onnx.ts';
import { type Told, engineHost } from '../../helpers/engines/models.ts';
import { SOBEL, failure, forgetAll, wedge, withFetch } from '../../helpers/engines/onnx.ts';

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
