/** @file Lends one worker to all runs of a server's endpoints. */

import { unlessAborted } from '../../shared/abort.ts';
import type { GradioSource } from '../../shared/protocol.ts';
import type { Bridge, RunRequest } from '../bridge.ts';
import type { Lease, LentBridge, HandlerPool, WorkerPool } from '../pool.ts';

/**
 * One worker for all runs of an app: it speaks with the server as one page of it does, so that all endpoints find the
 * same States there, and one stream of messages tells of all runs.
 */
export class SharedWorkers {
  readonly pool: WorkerPool;
  #lent: Loan | null = null;

  constructor(pool: WorkerPool) {
    this.pool = pool;
  }

  /** Lends the worker. @throws as the pool does; one that gives up waiting leaves the worker to the others. */
  async lease(signal: AbortSignal): Promise<Lease> {
    signal.throwIfAborted();
    if (this.#lent?.bridge?.dead) this.#lent = null;
    const loan = (this.#lent ??= { lease: this.#borrow(), bridge: null, users: 0 });
    loan.users += 1;
    const release = () => {
      loan.users -= 1;
      if (loan.users > 0) return;
      if (this.#lent === loan) this.#lent = null;
      loan.lease.then(
        (lease) => lease.release(),
        () => undefined,
      );
    };
    try {
      const { bridge } = await unlessAborted(loan.lease, signal);
      loan.bridge = bridge;
      return { bridge, release: once(release) };
    } catch (error) {
      release();
      throw error;
    }
  }

  async #borrow(): Promise<Lease> {
    return this.pool.lease(new AbortController().signal);
  }
}

/** The worker while anybody has it. */
interface Loan {
  readonly lease: Promise<Lease>;
  bridge: LentBridge | null;
  users: number;
}

function once(call: () => void): () => void {
  let called = false;
  return () => {
    if (!called) call();
    called = true;
  };
}

/** Lends the worker of an app to the runs of one endpoint. */
export class EndpointPool implements HandlerPool {
  readonly #app: SharedWorkers;
  readonly #endpoint: string;

  constructor(app: SharedWorkers, endpoint: string) {
    this.#app = app;
    this.#endpoint = endpoint;
  }

  join(member: object): void {
    this.#app.pool.join(member);
  }

  leave(member: object): void {
    this.#app.pool.leave(member);
  }

  warm(): void {
    this.#app.pool.warm();
  }

  async lease(signal: AbortSignal): Promise<Lease> {
    const { bridge, release } = await this.#app.lease(signal);
    return { bridge: new EndpointBridge(bridge, this.#endpoint), release };
  }
}

/** The shared worker, as the runs of one lease see it: what ends them leaves the others alone. */
class EndpointBridge implements LentBridge {
  readonly #bridge: LentBridge;
  readonly #endpoint: string;
  readonly #end = new AbortController();
  readonly openCamera: Bridge['openCamera'];
  readonly closeCamera: Bridge['closeCamera'];
  readonly steer: Bridge['steer'];
  readonly openSurface: Bridge['openSurface'];
  readonly closeSurface: Bridge['closeSurface'];

  constructor(bridge: LentBridge, endpoint: string) {
    this.#bridge = bridge;
    this.#endpoint = endpoint;
    this.openCamera = (frames) => bridge.openCamera(frames);
    this.closeCamera = (camera) => bridge.closeCamera(camera);
    this.steer = (camera, change) => bridge.steer(camera, change);
    this.openSurface = (canvas, arrived) => bridge.openSurface(canvas, arrived);
    this.closeSurface = (surface) => bridge.closeSurface(surface);
  }

  get source(): GradioSource {
    return this.#bridge.source as GradioSource;
  }

  get ready(): Promise<void> {
    return this.#bridge.ready;
  }

  get answered(): boolean {
    return this.#bridge.answered;
  }

  get dead(): boolean {
    return this.#bridge.dead;
  }

  get busy(): boolean {
    return this.#bridge.busy;
  }

  run(
    request: RunRequest,
    signal: AbortSignal,
    aside: Parameters<Bridge['run']>[2],
  ): ReturnType<Bridge['run']> {
    const both = AbortSignal.any([signal, this.#end.signal]);
    return this.#bridge.run({ ...request, endpoint: this.#endpoint }, both, aside);
  }

  /** A chunk that the server has may still give its result; `terminate` comes a second later. */
  expire(): void {}

  settled(): Promise<void> {
    return this.#bridge.settled();
  }

  terminate(): void {
    this.#end.abort();
  }
}
