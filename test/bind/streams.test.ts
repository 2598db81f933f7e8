import { expect } from '@esm-bundle/chai';
import { on } from '../../src/bind/binding/on.ts';
import type { StreamStats } from '../../src/shared/port.ts';
import { FakePort, given } from '../helpers/bind/fake-port.ts';
import { FakeRecorder } from '../helpers/bind/fake-recorder.ts';
import { once } from '../helpers/wait.ts';

describe('two streams of one camera', () => {
  it('show one state: open while one of them is open', async () => {
    const [camera, quick, slow] = [new FakeRecorder(), new FakePort(), new FakePort()];
    const common = { fn: (n: number) => n, inputs: camera, streamEvery: 0.01 };
    on(camera, 'stream', { ...common, outputs: quick, timeLimit: 0.05 });
    on(camera, 'stream', { ...common, outputs: slow });
    const recording = camera.record();
    await given(slow, (value) => typeof value === 'number');
    // Several runs of the first one end and wait for their turn meanwhile.
    while (camera.limits.filter((limit) => limit).length < 4) await once(quick, 'change');
    camera.stop();
    await recording;
    expect(camera.states).to.deep.equal(['waiting', 'open', 'closed']);
  });

  it('are open together when one of them waits in a queue', async () => {
    const [camera, other, out, late] = [
      new FakeRecorder(),
      new FakeRecorder(),
      new FakePort(),
      new FakePort(),
    ];
    const shared = { fn: (n: number) => n, streamEvery: 0.01, concurrencyId: 'one at a time' };
    on(other, 'stream', { ...shared, inputs: other, outputs: new FakePort() });
    on(camera, 'stream', { fn: (n: number) => n, inputs: camera, outputs: out, streamEvery: 0.01 });
    on(camera, 'stream', { ...shared, inputs: camera, outputs: late });
    const first = other.record();
    await other.reached('open');
    const second = camera.record();
    await given(out, (value) => typeof value === 'number');
    expect(camera.streamState).to.equal('open');
    other.stop();
    await first;
    await given(late, (value) => typeof value === 'number');
    camera.stop();
    await second;
    expect(camera.states).to.deep.equal(['waiting', 'open', 'closed']);
  });

  it('show the limit that ends first, and then the other', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    const common = { fn: (n: number) => n, inputs: camera, streamEvery: 0.01 };
    const brief = on(camera, 'stream', { ...common, outputs: out, timeLimit: 20 });
    on(camera, 'stream', { ...common, outputs: new FakePort(), timeLimit: 60 });
    const recording = camera.record();
    await camera.reached('open');
    while (camera.limits.length < 2) await once(out, 'change');
    expect(camera.limits.at(-1)!.seconds).to.equal(20);
    brief.cancel();
    while (camera.limits.length < 3) await new Promise((resolve) => setTimeout(resolve));
    expect(camera.limits.at(-1)!.seconds).to.equal(60);
    camera.stop();
    await recording;
    expect(camera.limits.at(-1)).to.equal(null);
  });

  it('show the figures of one of them', async () => {
    const [camera, a, b] = [new FakeRecorder(), new FakePort(), new FakePort()];
    const figures: StreamStats[] = [];
    Object.defineProperty(camera, 'streamStats', { set: (stats: StreamStats) => figures.push(stats) });
    const common = { fn: (n: number) => n, inputs: camera };
    on(camera, 'stream', { ...common, outputs: a, streamEvery: 0.01 });
    on(camera, 'stream', { ...common, outputs: b, streamEvery: 0.03 });
    const recording = camera.record();
    while (a.given.length < 12 || b.given.length < 4) await once(b, 'change');
    camera.stop();
    await recording;
    const counts = figures.map(({ delivered }) => delivered);
    expect(counts).to.deep.equal(counts.map((_, at) => at + 1));
  });
});
