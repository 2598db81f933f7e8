import { expect } from '@esm-bundle/chai';
import type { Bridge } from '../../src/bridge/bridge.ts';
import { runOnce } from '../../src/bind/run/run-once.ts';
import { portSink, statusOf } from '../../src/bind/run/sink.ts';
import { RivImage } from '../../src/components/image/image.ts';

const frame = () =>
  new VideoFrame(new Uint8Array(64), { format: 'RGBX', codedWidth: 4, codedHeight: 4, timestamp: 0 });

describe('pictures that nobody takes', () => {
  it('are closed when their run was stopped while they were on their way', async () => {
    const [first, second] = [frame(), frame()];
    const stop = new AbortController();
    const run = async function* () {
      stop.abort();
      yield { values: [first, [second, []]], last: true };
    };
    const image = new RivImage();
    const outputs = [image, new RivImage()];
    const binding = { inputs: [], outputs, options: {}, showProgress: 'full' as const, durations: [] };
    const failure = await runOnce({
      bridge: { run } as unknown as Bridge,
      inputs: [],
      outputs,
      event: { target: '', name: 'go', data: null },
      signal: stop.signal,
      sink: portSink(binding, image),
      report: statusOf(binding),
      stage: 'generating',
    }).catch((error: unknown) => error);
    expect(failure).to.equal(stop.signal.reason);
    expect([first, second].map(({ codedWidth }) => codedWidth)).to.deep.equal([0, 0]);
    expect(image.value).to.equal(null);
  });
});
