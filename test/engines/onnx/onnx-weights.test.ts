import { expect } from '@esm-bundle/chai';
import { fromTensor } from '../../../src/runner/picture/from-tensor.ts';
import type { OnnxOptions } from '../../../src/runner/tools/onnx-types.ts';
import * as engine from '../../../workers/engines/onnx.ts';
import { engineHost } from '../../helpers/engines/models.ts';
import { failure, forgetAll, withFetch } from '../../helpers/engines/onnx.ts';

/** A model `y = x + w` of four floats, whose `w` lies in `weights.bin` beside it. */
const ADD =
  'CAg6WQoOCgF4CgF3EgF5IgNBZGQSAWcqIggEEAFCAXdqFwoIbG9jYXRpb24SC3dlaWdodHMuYmlucAFaDwoBeBIKCggIARIECgIIBGIPCgF5EgoKCAgBEgQKAggEQgIQDQ==';
/** A model `y = x` of four half floats. */
const HALVES = 'CAg6NwoQCgF4EgF5IghJZGVudGl0eRIBZ1oPCgF4EgoKCAgKEgQKAggEYg8KAXkSCgoICAoSBAoCCARCAhAN';

const bytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** A server with these files in /models/; everything else comes from the real one. */
function serverOf(files: Record<string, Uint8Array<ArrayBuffer>>): typeof fetch {
  const real = globalThis.fetch;
  return async (input, init) => {
    const { pathname } = new URL(String(input), location.href);
    if (!pathname.startsWith('/models/')) return real(input, init);
    const file = files[pathname.slice('/models/'.length)];
    return new Response(init?.method === 'HEAD' ? null : file, { status: file ? 200 : 404 });
  };
}

describe('models of other kinds', function () {
  this.timeout(60_000);
  const x = { type: 'float32', data: Float32Array.of(1, 2, 3, 4), dims: [4] };
  const weights = new Uint8Array(Float32Array.of(10, 20, 30, 40).buffer);

  beforeEach(forgetAll);
  after(forgetAll);

  it('have their weights in files beside them, by name or in memory', async () => {
    await withFetch(
      serverOf({ 'add.onnx': bytes(ADD), 'weights.bin': weights, 'w/other.bin': weights }),
      async () => {
        for (const each of [
          'weights.bin',
          { path: 'weights.bin', data: 'w/other.bin' },
          { path: 'weights.bin', data: weights },
        ]) {
          const session = await engine
            .open(engineHost())
            .session('/models/add.onnx', { externalData: [each] });
          expect([...(await session.run({ x })).y!.data]).to.deep.equal([11, 22, 33, 44]);
        }
      },
    );
  });

  it('name the file of weights that is not there', async () => {
    await withFetch(serverOf({ 'add.onnx': bytes(ADD) }), async () => {
      const open = (options: OnnxOptions) =>
        failure(engine.open(engineHost()).session('/models/add.onnx', options));
      expect((await open({ externalData: ['weights.bin'] })).message).to.match(
        /^The weights weights\.bin could not be loaded: the server answered 404 for \S+\/models\/weights\.bin$/,
      );
      expect((await open({})).message, 'nobody has said that there is one').to.equal(
        'The model add.onnx keeps weights in "weights.bin": ctx.onnx needs externalData: ["weights.bin"]',
      );
    });
  });

  it('take and give half floats, as the documentation says', async () => {
    await withFetch(serverOf({ 'halves.onnx': bytes(HALVES) }), async () => {
      const session = await engine.open(engineHost()).session('/models/halves.onnx');
      const { Float16Array: Halves } = globalThis as unknown as { Float16Array: typeof Float32Array };
      const data = Halves.of(0, 0.2, 1, 7);
      const { y } = await session.run({ x: { ...x, type: 'float16', data } });
      expect([
        y!.type,
        ...fromTensor({ ...y!, type: y!.type, data: y!.data, dims: [2, 2] }).data,
      ]).to.deep.equal([
        'float16',
        ...[0, 0, 0, 255, 51, 51, 51, 255, 255, 255, 255, 255, 255, 255, 255, 255],
      ]);
    });
  });
});
