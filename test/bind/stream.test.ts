import { expect } from '@esm-bundle/chai';
import { on } from '../../src/bind/binding/on.ts';
import type { StreamStats } from '../../src/shared/port.ts';
import { FakePort, ended, given } from '../helpers/bind/fake-port.ts';
import { FakeRecorder } from '../helpers/bind/fake-recorder.ts';
import { once } from '../helpers/wait.ts';

/** A gate that opens when the test says so, for handlers in the page. */
function gate() {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

const changed = (port: FakePort) => once(port, 'change');

/** The figures of a recorder, each time they were set. */
function recordStats(camera: FakeRecorder): StreamStats[] {
  const figures: StreamStats[] = [];
  Object.defineProperty(camera, 'streamStats', {
    get: () => figures.at(-1),
    set: (stats: StreamStats) => figures.push(stats),
  });
  return figures;
}

describe('a stream', () => {
  it('[C75] [C88] hands over a chunk at once and then until Stop, never one twice', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    on(camera, 'stream', { fn: (n: number) => n, inputs: camera, outputs: out, streamEvery: 0.01 });
    const recording = camera.record();
    await given(out, (value) => value === 5);
    camera.stop();
    await recording;
    const shown = out.given.length;
    expect(out.given).to.deep.equal(Array.from({ length: shown }, (_, i) => i));
    expect(camera.states).to.deep.equal(['waiting', 'open', 'closed']);
    expect(out.status.stage).to.equal('complete');
    expect(camera.limits).to.deep.equal([null]);
  });

  it('[C76] keeps the distance of streamEvery', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    on(camera, 'stream', { fn: (n: number) => n, inputs: camera, outputs: out, streamEvery: 0.1 });
    const recording = camera.record();
    await given(out, (value) => value === 0);
    const start = performance.now();
    await given(out, (value) => value === 5);
    const seconds = (performance.now() - start) / 1000;
    camera.stop();
    await recording;
    expect(seconds).to.be.within(0.4, 1);
  });

  it('waits for each frame itself when the handler does not take the picture', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    on(camera, 'stream', { fn: (...args: unknown[]) => args.length, outputs: out, streamEvery: 0 });
    const over = camera.record();
    await given(out, (value) => value === 1);
    camera.stop();
    await over;
    expect([out.value, camera.asked]).to.deep.equal([1, 0]);
  });

  it('[C77] reads the other inputs for each chunk', async () => {
    const [camera, mode, out] = [new FakeRecorder(), new FakePort('flip'), new FakePort()];
    on(camera, 'stream', {
      fn: (_: number, mode: string) => mode,
      inputs: [camera, mode],
      outputs: out,
      streamEvery: 0.01,
    });
    const recording = camera.record();
    await given(out, (value) => value === 'flip');
    mode.value = 'edges';
    await given(out, (value) => value === 'edges');
    camera.stop();
    await recording;
    expect(camera.states.filter((state) => state === 'open').length).to.equal(1);
  });

  it('[C78] is never called concurrently, and counts what it missed', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    let running = 0;
    let most = 0;
    on(camera, 'stream', {
      fn: async (n: number) => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 50));
        running--;
        return n;
      },
      thread: 'main',
      inputs: camera,
      outputs: out,
      streamEvery: 0.01,
    });
    const recording = camera.record();
    await given(out, (value) => value === 4);
    camera.stop();
    await recording;
    expect(most).to.equal(1);
    const { captured, delivered, dropped } = camera.streamStats;
    expect(delivered).to.be.at.least(5);
    expect(dropped).to.be.at.least(delivered);
    expect(captured).to.equal(delivered + dropped);
  });

  it('[C79] [C103] ends at timeLimit and runs anew while the user records; followers run once per run', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    let after = 0;
    const binding = on(camera, 'stream', {
      fn: (n: number) => n,
      inputs: camera,
      outputs: out,
      streamEvery: 0.02,
      timeLimit: 0.2,
    });
    const follower = binding.after({ fn: () => void after++, thread: 'main' });
    const recording = camera.record();
    await camera.reached('open', 3);
    camera.stop();
    await recording;
    while (follower.running) await ended(follower);
    expect(camera.limits.filter((limit) => limit !== null).map((limit) => limit!.seconds)).to.deep.equal([
      0.2, 0.2, 0.2,
    ]);
    expect(camera.limits.at(-1)).to.equal(null);
    expect(after).to.equal(3);
    expect(out.given).to.deep.equal(Array.from({ length: out.given.length }, (_, i) => i));
  });

  it('goes on counting through the runs of one recording, and begins anew with the next', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    on(camera, 'stream', {
      fn: (n: number) => n,
      inputs: camera,
      outputs: out,
      streamEvery: 0.02,
      timeLimit: 0.2,
    });
    const figures = recordStats(camera);
    const recording = camera.record();
    await camera.reached('open', 3);
    const before = figures.length;
    while (figures.length < before + 2) await changed(out);
    camera.stop();
    await recording;
    expect(camera.streamStats.delivered).to.equal(figures.length);
    for (const [at, { delivered, captured }] of figures.entries()) {
      expect(delivered).to.equal(at + 1);
      expect(captured).to.be.at.least(figures[at - 1]?.captured ?? 1);
    }
    figures.length = 0;
    const again = camera.record();
    while (figures.length === 0) await changed(out);
    camera.stop();
    await again;
    expect(figures[0]!.delivered).to.equal(1);
  });

  it('[C80] has no limit and no bar without timeLimit', async () => {
    for (const timeLimit of [undefined, null, Number.POSITIVE_INFINITY]) {
      const [camera, out] = [new FakeRecorder(), new FakePort()];
      on(camera, 'stream', {
        fn: (n: number) => n,
        inputs: camera,
        outputs: out,
        streamEvery: 0.01,
        timeLimit,
      });
      const recording = camera.record();
      await given(out, (value) => value === 10);
      camera.stop();
      await recording;
      expect(camera.states).to.deep.equal(['waiting', 'open', 'closed']);
      expect(camera.limits).to.deep.equal([null]);
    }
  });

  it('takes times that no timer can wait for as long ones, not as none', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    let begun = 0;
    let shown = 0;
    out.addEventListener('change', () => (shown += 1));
    const binding = on(camera, 'stream', {
      fn: (n: number) => n,
      inputs: camera,
      outputs: out,
      streamEvery: 0.01,
      timeLimit: 2_147_484,
    });
    binding.addEventListener('start', () => (begun += 1));
    const recording = camera.record();
    await given(out, (value) => value === 10);
    binding.options.streamEvery = Number.POSITIVE_INFINITY;
    const last = shown;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(shown - last).to.be.at.most(2);
    camera.stop();
    await recording;
    expect(begun).to.equal(1);
  });

  it('[C111] heeds a new streamEvery at once, and a new timeLimit with the next run', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    const { options } = on(camera, 'stream', {
      fn: (n: number) => n,
      inputs: camera,
      outputs: out,
      streamEvery: 0.2,
      timeLimit: 0.5,
    });
    const recording = camera.record();
    await given(out, (value) => value === 0);
    Object.assign(options, { streamEvery: 0.01, timeLimit: 0.1 });
    await given(out, (value) => value === 10);
    await camera.reached('open', 2);
    camera.stop();
    await recording;
    expect(camera.limits.filter((limit) => limit !== null).map((limit) => limit!.seconds)).to.deep.equal([
      0.5, 0.1,
    ]);
  });

  it('[C106] fires change on the outputs for each result of a stream', async () => {
    const [camera, out, echo] = [new FakeRecorder(), new FakePort(), new FakePort()];
    const echoes = on(out, 'change', {
      fn: (n: number) => `saw ${n}`,
      inputs: out,
      outputs: echo,
      triggerMode: 'multiple',
    });
    let runs = 0;
    echoes.addEventListener('start', () => runs++);
    on(camera, 'stream', { fn: (n: number) => n, inputs: camera, outputs: out, streamEvery: 0.05 });
    const recording = camera.record();
    await given(out, (value) => value === 3);
    camera.stop();
    await recording;
    expect(runs).to.equal(out.given.length);
    await given(echo, (value) => value === `saw ${out.value}`); // each reads its input when its turn comes
  });

  it('ends a handler that overruns the limit by a second, without an error', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    on(camera, 'stream', {
      fn: function* (n: number) {
        yield n;
        if (n === 0) for (;;);
      },
      inputs: camera,
      outputs: out,
      streamEvery: 0.02,
      timeLimit: 0.1,
    });
    const recording = camera.record();
    await given(out, (value) => value === 2);
    camera.stop();
    await recording;
    expect(out.statuses.some(({ stage }) => stage === 'error')).to.equal(false);
  });

  it('ends at timeLimit also when the camera gives no picture', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    on(camera, 'stream', { fn: (n: number) => n, inputs: camera, outputs: out, timeLimit: 0.2 });
    camera.stalled = true;
    const recording = camera.record();
    await camera.reached('open', 2);
    camera.stalled = false;
    await given(out, (value) => value === 0);
    camera.stop();
    await recording;
    expect(out.statuses.some(({ stage }) => stage === 'error')).to.equal(false);
  });

  it('ends at timeLimit also when the microphone gives no sound, or the tab is hidden; no sound is lost', async () => {
    const [microphone, out] = [new FakeRecorder(), new FakePort()];
    microphone.joins = true;
    const options = { streamEvery: 0.05, timeLimit: 0.2 };
    on(microphone, 'stream', { fn: (n: number) => n, inputs: microphone, outputs: out, ...options });
    microphone.stalled = true;
    const recording = microphone.record();
    await microphone.reached('open', 2);
    microphone.resume();
    await given(out, (value) => value === 2);
    const { open, opened } = gate();
    microphone.shown = opened;
    const runs = microphone.states.filter((state) => state === 'open').length;
    await microphone.reached('open', runs + 2);
    open();
    const before = out.given.length;
    await given(out, (value) => value === before);
    microphone.stop();
    await recording;
    expect(out.given).to.deep.equal(Array.from({ length: out.given.length }, (_, i) => i));
  });

  it('[C82] does not count the time in the queue', async () => {
    const [camera, out, busy] = [new FakeRecorder(), new FakePort(), new FakePort()];
    const { open, opened } = gate();
    on(busy, 'go', { fn: () => opened, thread: 'main', concurrencyId: 'limited-stream' });
    on(camera, 'stream', {
      fn: (n: number) => n,
      inputs: camera,
      outputs: out,
      streamEvery: 0.01,
      timeLimit: 1.5,
      concurrencyId: 'limited-stream',
    });
    busy.fire('go');
    const recording = camera.record();
    await camera.reached('waiting');
    expect(camera.limits).to.deep.equal([]);
    await new Promise((resolve) => setTimeout(resolve, 1600));
    open();
    await given(out, (value) => value === 5);
    expect(camera.states).to.deep.equal(['waiting', 'open']);
    camera.stop();
    await recording;
  });

  it('[C91] withdraws a run that waits when Stop is pressed', async () => {
    const [camera, out, busy] = [new FakeRecorder(), new FakePort(), new FakePort()];
    const { open, opened } = gate();
    on(busy, 'go', { fn: () => opened, thread: 'main', concurrencyId: 'withdrawn' });
    on(camera, 'stream', { fn: (n: number) => n, inputs: camera, outputs: out, concurrencyId: 'withdrawn' });
    busy.fire('go');
    const recording = camera.record();
    await camera.reached('waiting');
    camera.stop();
    await recording;
    open();
    expect(out.given).to.deep.equal([]);
    expect(out.status.stage).to.equal('complete');
  });

  it('[C89] shows the result of a chunk that was in flight at Stop; Stop again cancels it', async () => {
    for (const again of [false, true]) {
      const [camera, out] = [new FakeRecorder(), new FakePort()];
      const { open, opened } = gate();
      const began = gate();
      on(camera, 'stream', {
        fn: async () => {
          began.open();
          await opened;
          return 'late';
        },
        thread: 'main',
        inputs: camera,
        outputs: out,
      });
      const recording = camera.record();
      await began.opened;
      camera.stop();
      if (again) camera.giveUp();
      if (!again) open();
      await recording;
      open();
      expect(out.given).to.deep.equal(again ? [] : ['late']);
    }
  });

  it('[C100] ends the recording when the handler throws, with one toast', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    const toasts: string[] = [];
    out.addEventListener('riv-toast', (event) => {
      event.preventDefault();
      toasts.push((event as CustomEvent<{ message: string }>).detail.message);
    });
    on(camera, 'stream', {
      fn: () => {
        throw new Error('too dark');
      },
      inputs: camera,
      outputs: out,
      streamEvery: 0.01,
    });
    const failure = await camera.record().then(
      () => null,
      (error: Error) => error,
    );
    expect(failure?.message).to.equal('too dark');
    expect(toasts).to.deep.equal(['too dark']);
    expect(out.status.stage).to.equal('error');
  });

  it('[C101] [C102] shows all yields of a chunk before the next, toasts and progress of every chunk', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    const toasts: string[] = [];
    out.addEventListener('riv-toast', (event) => {
      event.preventDefault();
      toasts.push((event as CustomEvent<{ message: string }>).detail.message);
    });
    on(camera, 'stream', {
      fn: function* (n: number, ctx: { info(text: string): void }) {
        ctx.info(`chunk ${n}`);
        yield `${n}a`;
        yield `${n}b`;
      },
      inputs: camera,
      outputs: out,
      streamEvery: 0.01,
    });
    const recording = camera.record();
    await given(out, (value) => value === '2b');
    camera.stop();
    await recording;
    expect(out.given.slice(0, 6)).to.deep.equal(['0a', '0b', '1a', '1b', '2a', '2b']);
    expect(toasts.slice(0, 3)).to.deep.equal(['chunk 0', 'chunk 1', 'chunk 2']);
  });

  it('[C84] gives each chunk the state that the last one left', async () => {
    const [camera, state] = [new FakeRecorder(), new FakePort([])];
    on(camera, 'stream', {
      fn: (n: number, past: number[]) => [...past, n].slice(-3),
      inputs: [camera, state],
      outputs: state,
      streamEvery: 0.01,
    });
    const recording = camera.record();
    await given(state, (value) => (value as number[])[0] === 2);
    camera.stop();
    await recording;
    expect(state.given.slice(0, 4)).to.deep.equal([[0], [0, 1], [0, 1, 2], [1, 2, 3]]);
  });

  it('[C108] pauses while the tab is hidden, without a backlog', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    const { open, opened } = gate();
    on(camera, 'stream', { fn: (n: number) => n, inputs: camera, outputs: out, streamEvery: 0.01 });
    const recording = camera.record();
    await given(out, (value) => value === 1);
    camera.shown = opened;
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = out.given.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(out.given.length).to.equal(before);
    open();
    await given(out, (value) => value === before + 2);
    camera.stop();
    await recording;
    expect(out.given).to.deep.equal(Array.from({ length: out.given.length }, (_, i) => i));
  });

  it('cancels: the recording ends, the outputs go idle', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    const binding = on(camera, 'stream', {
      fn: (n: number) => n,
      inputs: camera,
      outputs: out,
      streamEvery: 0.01,
    });
    const recording = camera.record();
    await given(out, (value) => value === 2);
    const end = ended(binding);
    binding.cancel();
    expect(await end).to.equal('cancelled');
    await recording;
    expect(out.status.stage).to.equal('complete');
  });

  it('ends a recording that is cancelled before its first run has begun', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    const binding = on(camera, 'stream', { fn: (n: number) => n, inputs: camera, outputs: out });
    const recording = camera.record();
    binding.cancel();
    await recording;
    expect([out.given, camera.states]).to.deep.equal([[], ['closed']]);
  });

  it('is cancelled while the tab is hidden', async () => {
    const [camera, out] = [new FakeRecorder(), new FakePort()];
    const binding = on(camera, 'stream', {
      fn: (n: number) => n,
      inputs: camera,
      outputs: out,
      streamEvery: 0.01,
    });
    const recording = camera.record();
    await given(out, (value) => value === 1);
    camera.shown = new Promise(() => {});
    const end = ended(binding);
    binding.cancel();
    expect(await end).to.equal('cancelled');
    await recording;
    expect(out.status.stage).to.equal('complete');
  });

  it('[C110] another input’s change hurries an open stream, and does nothing without a picture', async () => {
    const [camera, mode, out] = [new FakeRecorder(), new FakePort('a'), new FakePort()];
    const binding = on(
      [
        [camera, 'stream'],
        [mode, 'change'],
      ],
      {
        fn: (n: number, mode: string) => `${n}${mode}`,
        inputs: [camera, mode],
        outputs: out,
        streamEvery: 30,
      },
    );
    mode.fire('change', 'b');
    expect(binding.running).to.equal(false);
    const recording = camera.record();
    await given(out, (value) => value === '0b');
    mode.fire('change', 'c');
    await given(out, (value) => value === '1c');
    camera.stop();
    await recording;
    expect(out.given).to.deep.equal(['0b', '1c']);
  });
});
