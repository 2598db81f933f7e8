/** @file Joins the statuses of several runs on one output. */

import type { Port, Status } from '../../shared/port.ts';

const arbiters = new WeakMap<Port, StatusArbiter>();
const RANK = { error: 0, idle: 0, complete: 0, streaming: 1, generating: 2, pending: 3 } as const;

/** Joins the statuses of the runs that write to one output: it stays pending until the last has left that stage. */
export class StatusArbiter {
  readonly #port: Port;
  readonly #statuses = new Map<object, Status>();

  private constructor(port: Port) {
    this.#port = port;
  }

  /** Returns the arbiter of an output. */
  static of(port: Port): StatusArbiter {
    let arbiter = arbiters.get(port);
    if (!arbiter) arbiters.set(port, (arbiter = new StatusArbiter(port)));
    return arbiter;
  }

  /** Takes how a run stands on the output, and shows how all of them do. */
  post(run: object, status: Status): void {
    if (this.#port.silent) return;
    this.#statuses.delete(run);
    if (RANK[status.stage] > 0) this.#statuses.set(run, status);
    this.#port.status = [...this.#statuses.values()].reduce(
      (most, each) => (RANK[each.stage] > RANK[most.stage] ? each : most),
      status,
    );
  }
}
