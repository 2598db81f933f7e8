import { expect } from '@esm-bundle/chai';
import { WorkerPool } from '../../src/bridge/pool.ts';
import { Bridge } from '../../src/bridge/bridge.ts';
import { startPageRunner } from '../../src/bridge/page-runner.ts';
import { until } from '../helpers/wait.ts';

const SOURCE = { kind: 'served', name: 'tested', export: 'tested' } as const;
const event = { target: '', name: 'go', data: null };
const never = new AbortController().signal;

/** A pool whose "workers" are the page itself, counted. */
function pool(handler: (...args: unknown[]) => unknown = () => 1) {
  let made = 0;
  const ends: { terminated: boolean }[] = [];
  const make = () => {
    made++;
    const end = startPageRunner(async () => ({ name: 'tested', handler }));
    const state = { terminated: false };
    const terminate = end.worker.terminate.bind(end.worker);
    end.worker.terminate = () => {
      state.terminated = true;
      terminate();
    };
    ends.push(state);
    return end;
  };
  return { pool: new WorkerPool(SOURCE, make), made: () => made, ends };
}

describe('the worker pool', () => {
  it('starts nothing before the first use, and keeps the worker warm after it', async () => {
    const { pool: tested, made } = pool();
    expect(made()).to.equal(0);
    for (let i = 0; i < 3; i++) (await tested.lease(never)).release();
    expect(made()).to.equal(1);
  });

  it('starts one ahead when warmed, once', async () => {
    const { pool: tested, made } = pool();
    tested.warm();
    tested.warm();
    expect(made()).to.equal(1);
    (await tested.lease(never)).release();
    expect(made()).to.equal(1);
  });

  it('starts none ahead while one is lent, which will be back', async () => {
    const { pool: tested, made } = pool();
    const lease = await tested.lease(never);
    tested.warm();
    expect(made()).to.equal(1);
    lease.release();
    lease.release();
    tested.warm();
    expect(made()).to.equal(1);
    lease.bridge.terminate();
    expect((await tested.lease(never)).bridge).not.to.equal(lease.bridge);
  });

  it('lends a worker to one run at a time', async () => {
    const { pool: tested, made } = pool();
    const leases = [await tested.lease(never), await tested.lease(never)];
    expect(made()).to.equal(2);
    expect(leases[0]!.bridge).not.to.equal(leases[1]!.bridge);
    for (const lease of leases) lease.release();
  });

  it('ends its idle workers when its last member has left, unless one comes back', async () => {
    const { pool: tested, made, ends } = pool();
    const [one, two] = [{}, {}];
    tested.join(one);
    tested.join(two);
    (await tested.lease(never)).release();
    tested.leave(one);
    tested.leave(two);
    tested.join(one);
    const other = pool();
    other.pool.join(one);
    const lease = await other.pool.lease(never);
    other.pool.leave(one);
    lease.release();
    await until(() => other.ends[0]!.terminated);
    expect(ends[0]!.terminated).to.equal(false);
    (await tested.lease(never)).release();
    expect(made()).to.equal(1);
    tested.leave(one);
    await until(() => ends[0]!.terminated);
    (await tested.lease(never)).release();
    expect(made()).to.equal(2);
  });

  it('retires the least recently used when more idle workers are there than cores', async () => {
    const many = Array.from({ length: navigator.hardwareConcurrency + 2 }, () => pool());
    for (const { pool: each } of many) (await each.lease(never)).release();
    const retired = many.map(({ ends }) => ends[0]!.terminated);
    expect(retired.slice(0, 2)).to.deep.equal([true, true]);
    expect(retired.slice(2)).to.not.include(true);
    (await many[0]!.pool.lease(never)).release();
    expect(many[0]!.made()).to.equal(2);
  });

  it('ends a worker that still loads when the run is stopped, and the next run has a fresh one', async () => {
    let made = 0;
    let terminated!: () => void;
    const gone = new Promise<void>((resolve) => (terminated = resolve));
    const tested = new WorkerPool(SOURCE, () => {
      const hangs = made++ === 0;
      const end = startPageRunner(async () => {
        if (hangs) await new Promise(() => {});
        return { name: 'tested', handler: () => 1 };
      });
      if (hangs) end.worker.terminate = terminated;
      return end;
    });
    const stop = new AbortController();
    const leased = Promise.resolve(tested.lease(stop.signal)).catch((error: Error) => error.name);
    stop.abort();
    expect(await leased).to.equal('AbortError');
    (await tested.lease(never)).release();
    expect(made).to.equal(2);
    await gone;
  });

  it('keeps a worker that has loaded soon after the run was stopped', async () => {
    const { pool: tested, made } = pool();
    const stop = new AbortController();
    const leased = Promise.resolve(tested.lease(stop.signal)).catch((error: Error) => error.name);
    stop.abort();
    expect(await leased).to.equal('AbortError');
    const second = await tested.lease(never);
    expect(made()).to.equal(2);
    (await tested.lease(never)).release();
    second.release();
    expect(made()).to.equal(2);
  });

  it('forgets a failed start', async () => {
    let fail = true;
    const tested = new WorkerPool(SOURCE, () =>
      startPageRunner(async () => {
        if (fail) throw new Error('not there yet');
        return { name: 'tested', handler: () => 1 };
      }),
    );
    const failure = await Promise.resolve(tested.lease(never)).then(
      () => null,
      (error: Error) => error,
    );
    expect(failure!.message).to.equal('not there yet');
    fail = false;
    (await tested.lease(never)).release();
  });
});

describe('the bridge', () => {
  it('cancels the run when the loop is left early', async () => {
    let ended!: () => void;
    const cleaned = new Promise<void>((resolve) => (ended = resolve));
    const handler = function* () {
      try {
        for (let i = 0; ; i++) yield i;
      } finally {
        ended();
      }
    };
    const bridge = new Bridge(
      SOURCE,
      startPageRunner(async () => ({ name: 'tested', handler })),
    );
    await bridge.ready;
    for await (const _ of bridge.run({ inputs: [], outputs: [''], event }, never, () => undefined)) break;
    await cleaned;
    await bridge.settled();
    expect(bridge.busy).to.equal(false);
    bridge.terminate();
  });

  it('rejects all that is pending when the worker dies', async () => {
    const bridge = new Bridge(
      SOURCE,
      startPageRunner(async () => ({ name: 'tested', handler: () => new Promise(() => {}) })),
    );
    await bridge.ready;
    const pending = [1, 2].map(async () => {
      for await (const _ of bridge.run({ inputs: [], outputs: [''], event }, never, () => undefined));
    });
    const outcomes = Promise.allSettled(pending);
    bridge.terminate();
    expect((await outcomes).map((each) => (each as PromiseRejectedResult).reason.name)).to.deep.equal([
      'WorkerError',
      'WorkerError',
    ]);
    const late = bridge.run({ inputs: [], outputs: [''], event }, never, () => undefined).next();
    expect(
      await late.then(
        () => null,
        (error: Error) => error.name,
      ),
    ).to.equal('WorkerError');
  });

  it('lets the cameras of a handler in the page go when it is terminated', async () => {
    const bridge = new Bridge(
      SOURCE,
      startPageRunner(async () => ({ name: 'tested', handler: () => 1 })),
    );
    await bridge.ready;
    let asked!: () => void;
    const reading = new Promise<void>((resolve) => (asked = resolve));
    const released = new Promise<void>((resolve) => {
      const frames = new ReadableStream<VideoFrame>({ pull: () => asked(), cancel: () => resolve() });
      bridge.openCamera(frames);
    });
    await reading;
    // The runner has the camera once a run that came after it has ended.
    for await (const _ of bridge.run({ inputs: [], outputs: [''], event }, never, () => undefined));
    bridge.terminate();
    await released;
  });

  it('says that a policy may forbid workers from blobs when one fails without words', async () => {
    const worker = new Worker(URL.createObjectURL(new Blob(['throw 1'])));
    const bridge = new Bridge(SOURCE, { worker, advice: 'the advice' });
    const failure = await bridge.ready.then(
      () => null,
      (error: Error) => error,
    );
    expect(failure!.name).to.equal('WorkerError');
    expect(failure!.message).to.match(/The worker of the handler "tested" failed/);
  });
});
