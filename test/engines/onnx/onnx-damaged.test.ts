import { expect } from '@esm-bundle/chai';
import { AssetError } from '../../../src/shared/errors.ts';
import * as engine from '../../../workers/engines/onnx.ts';
import { engineHost } from '../../helpers/engines/models.ts';
import { SOBEL, failure, forgetAll, withFetch } from '../../helpers/engines/onnx.ts';

describe('a damaged onnxruntime-web', function () {
  this.timeout(60_000);
  const real = globalThis.fetch;

  before(forgetAll);
  after(forgetAll);

  it('is told of where its script is empty, and loads with the next run', async () => {
    const empty = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));
    const host = engineHost({ folders: { ffmpeg: [], 'onnxruntime-web': [`${empty}#`] } });
    const wasm: typeof fetch = (input, init) => real(String(input).startsWith('blob:') ? SOBEL : input, init);
    const error = await withFetch(wasm, () => failure(engine.open(host).session(SOBEL)));
    expect(error).to.be.instanceOf(AssetError);
    expect(error.message).to.match(/^The script of onnxruntime-web at blob:.* is empty, or another one/);
  });

  it('says that its wasm file is damaged, keeps it no longer, and loads with the next run', async () => {
    const host = engineHost();
    let damaged = true;
    let asked = 0;
    const answer: typeof fetch = async (input, init) => {
      const response = await real(input, init);
      if (!String(input).endsWith('.wasm') || init?.method === 'HEAD') return response;
      asked += 1;
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (damaged) bytes.fill(0xff, 8, 5000);
      return new Response(bytes, { headers: response.headers });
    };
    await withFetch(answer, async () => {
      const error = (await failure(engine.open(host).session(SOBEL))) as AssetError;
      expect(error).to.be.instanceOf(AssetError);
      expect(error.message).to.match(
        /could not start: its wasm file is damaged, or another one \([^.]+\.[^.]+\)\. It is not kept/,
      );
      expect(error.message).not.to.match(/Build with/);
      expect(error.message).not.to.match(/Content-Security-Policy/);
      damaged = false;
      const session = await engine.open(host).session(SOBEL);
      expect(session.inputNames).to.deep.equal(['image']);
      expect(asked).to.equal(2);
    });
  });
});
