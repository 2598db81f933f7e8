import { expect } from '@esm-bundle/chai';
import { toTensor } from '../../../src/runner/picture/to-tensor.ts';
import { AssetError } from '../../../src/shared/errors.ts';
import * as engine from '../../../workers/engines/onnx.ts';
import { MODELS, engineHost } from '../../helpers/engines/models.ts';
import { SOBEL, failure, forgetAll, wedge, withFetch } from '../../helpers/engines/onnx.ts';

/** The URL of what a handler might have in memory. */
const url = (...parts: BlobPart[]) =>
  URL.createObjectURL(new Blob(parts, { type: 'application/octet-stream' }));

const bytes = async (path: string) => new Uint8Array(await (await fetch(path)).arrayBuffer());

describe('ctx.onnx says in words, and forgets', function () {
  this.timeout(60_000);
  const real = globalThis.fetch;

  before(forgetAll);
  after(forgetAll);

  const broken: [string, () => Promise<string>, RegExp, number][] = [
    ['a missing model', async () => '/no/model.onnx', /^The model model\.onnx .* answered 404 for http/, 404],
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

  it('a wrong shape where a model leaves lengths open without naming them', async () => {
    const session = await engine.open(engineHost()).session(MODELS.voice);
    expect(session.inputMetadata.map(({ shape }) => shape)).to.deep.equal([['?', '?'], [2, '?', 128], []]);
    const chunk = { type: 'float32', data: new Float32Array(576), dims: [1, 576] };
    const sr = { type: 'int64', data: [16000n], dims: [] };
    const state = (length: number) => ({
      ...{ type: 'float32', data: new Float32Array(2 * length), dims: [2, 1, length] },
    });
    const { output } = await session.run({ input: chunk, state: state(128), sr });
    expect([...output!.dims]).to.deep.equal([1, 1]);
    const { message } = await failure(session.run({ input: chunk, state: state(64), sr }));
    expect(message).to.include('"state" as float32 [2, ?, 128]').and.to.include('but got float32 [2, 1, 64]');
  });

  it('inputs by the wrong name, or by none', async () => {
    const session = await engine.open(engineHost()).session(SOBEL);
    const tensor = toTensor(wedge());
    const { message } = await failure(session.run({ picture: tensor }));
    expect(message).to.equal(`${takes}, but got "picture"`);
    const unnamed = await failure(session.run(tensor as never));
    expect(unnamed.message).to.equal(`${takes}, by name as in run({ image }), but got float32 [1, 3, 6, 8]`);
    const short = await failure(session.run({ image: { ...tensor, type: 'float32', dims: [1, 3, 9, 9] } }));
    expect(short.message).to.equal('The input "image" has 144 numbers, but its dims [1, 3, 9, 9] mean 243');
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
