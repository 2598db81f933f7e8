import { expect } from '@esm-bundle/chai';
import { AssetError } from '../../src/shared/errors.ts';
import type { EngineHost } from '../../src/shared/engines.ts';
import { testEngines } from '../helpers/engines/engines.ts';

const host = {} as EngineHost;

describe('engines of a worker', () => {
  it('are loaded once, and opened for each run', async () => {
    let [loaded, opened] = [0, 0];
    const engines = testEngines({
      ffmpeg: async () => {
        loaded += 1;
        return { open: (given) => [++opened, given] };
      },
    });
    const [first, second] = await Promise.all([engines.open('ffmpeg', host), engines.open('ffmpeg', host)]);
    expect([first, second, loaded]).to.deep.equal([[1, host], [2, host], 1]);
  });

  it('are asked for again after a failure, which says what could not be loaded', async () => {
    let broken = true;
    const engines = testEngines({
      onnx: async () => {
        if (broken) throw new Error('no connection');
        return { open: () => 'here' };
      },
    });
    const error = await engines.open('onnx', host).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(AssetError);
    expect((error as AssetError).message).to.match(/ctx\.onnx \(nowhere\.js\).*no connection/);
    expect((error as AssetError).url).to.equal('nowhere.js');
    broken = false;
    expect(await engines.open('onnx', host)).to.equal('here');
  });

  it('are let go with their worker', async () => {
    const closed = new Promise<void>((resolve) => {
      const engines = testEngines({ video: async () => ({ open: () => null, close: () => resolve() }) });
      void engines.open('video', host).then(() => engines.close());
    });
    await closed;
  });
});
