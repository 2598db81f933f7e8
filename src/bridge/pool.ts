/** @file The workers of one handler: lends one to each run, and keeps them warm in between. */

import { unlessAborted } from '../shared/abort.ts';
import { WorkerError } from '../shared/errors.ts';
import type { HandlerSource } from '../shared/protocol.ts';
import { theHandler } from '../shared/the-handler.ts';
import { WeakList } from '../page/weak-list.ts';
import { Bridge, type BridgeEnd } from './bridge.ts';
import { GRACE_MS, terminateWhenLate } from './stop-worker.ts';

/** All pools with idle workers; those above the number of cores are retired, least recently used first. */
const idle = new Map<Bridge, WorkerPool>();
const MOST_IDLE = Math.max(1, globalThis.navigator?.hardwareConcurrency ?? 2);

/** A worker as those see it who have it for a while. */
export type LentBridge = Pick<Bridge, keyof Bridge>;

/** Lends workers of one handler. */
export type HandlerPool = Pick<WorkerPool, keyof WorkerPool>;

/** A worker lent to one run, or to one stream. */
export interface Lease {
  readonly bridge: LentBridge;
  /** Gives the worker back; it serves again once its stopped runs have ended. Idempotent. */
  release(): void;
}

/** The workers of one handler: one for each run at a time, kept warm in between. */
export class WorkerPool {
  readonly #source: HandlerSource;
  readonly #make: () => BridgeEnd;
  readonly #resting: Bridge[] = [];
  /** How many are lent, or about to be. */
  #lent = 0;
  readonly #members = new WeakList<object>(() => this.#look());
  #deserted = false;

  /** @param make - starts a worker; called when one is needed, and again after a Stop. */
  constructor(source: HandlerSource, make: () => BridgeEnd) {
    this.#source = source;
    this.#make = make;
  }

  /** Idle workers are kept for `member` from now on. */
  join(member: object): void {
    this.#members.add(member);
    this.#deserted = false;
  }

  /** `member` needs no worker any more. Without members idle workers end, after a moment: some come back. Idempotent. */
  leave(member: object): void {
    if (this.#members.delete(member)) this.#look();
  }

  #look(): void {
    if (!this.#members.empty) return;
    this.#deserted = true;
    this.#retireSoon();
  }

  #retireSoon(): void {
    setTimeout(() => {
      if (!this.#deserted) return;
      for (const bridge of this.#resting.splice(0)) {
        idle.delete(bridge);
        bridge.terminate();
      }
    }, GRACE_MS);
  }

  /**
   * An idle worker, or a fresh one: never one that is still being stopped.
   *
   * @throws {WorkerError} when it will not start. {HandlerError} when it has no such handler. Neither is remembered.
   */
  lease(signal: AbortSignal): Lease | Promise<Lease> {
    signal.throwIfAborted();
    const bridge = this.#take() ?? this.#start();
    this.#lent += 1;
    return bridge.answered ? this.#lend(bridge) : this.#lendReady(bridge, signal);
  }

  async #lendReady(bridge: Bridge, signal: AbortSignal): Promise<Lease> {
    try {
      await unlessAborted(bridge.ready, signal);
    } catch (error) {
      this.#lent -= 1;
      this.#leave(bridge);
      throw error;
    }
    return this.#lend(bridge);
  }

  #lend(bridge: Bridge): Lease {
    let lent = true;
    return {
      bridge,
      release: () => {
        if (!lent) return;
        lent = false;
        this.#lent -= 1;
        this.#rest(bridge);
      },
    };
  }

  /** Starts a worker ahead of its first use, if there is none: a lent one will be back. A failure is kept for the first run to report. */
  warm(): void {
    try {
      if (this.#resting.length + this.#lent === 0) this.#rest(this.#start());
    } catch {
      // The first run meets it again, and tells.
    }
  }

  #start(): Bridge {
    try {
      return new Bridge(this.#source, this.#make());
    } catch (cause) {
      const words = `The worker of ${theHandler(this.#source.name)} could not be made: ${(cause as Error).message}`;
      throw new WorkerError(words, { cause });
    }
  }

  #take(): Bridge | undefined {
    // The longest-living first: a module's variables last as well as they can.
    for (let bridge = this.#resting.shift(); bridge; bridge = this.#resting.shift()) {
      idle.delete(bridge);
      if (!bridge.dead) return bridge;
    }
    return undefined;
  }

  /** Nobody waits for it any more. Code that loads for ever must not serve the next run, nor go on. */
  #leave(bridge: Bridge): void {
    terminateWhenLate(bridge.ready, () => bridge.terminate());
    bridge.ready.then(
      () => this.#rest(bridge),
      () => undefined,
    );
  }

  #rest(bridge: Bridge): void {
    if (bridge.dead) return;
    if (bridge.busy) return void bridge.settled().then(() => this.#rest(bridge));
    this.#resting.push(bridge);
    idle.set(bridge, this);
    if (this.#deserted) this.#retireSoon();
    for (const [oldest, pool] of idle) {
      if (idle.size <= MOST_IDLE) break;
      idle.delete(oldest);
      pool.#resting.splice(pool.#resting.indexOf(oldest), 1);
      oldest.terminate();
    }
  }
}
