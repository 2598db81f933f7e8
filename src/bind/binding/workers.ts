/** @file Holds the workers of a binding's handler, from its first use until nothing of it is to be seen. */

import type { HandlerPool } from '../../bridge/pool.ts';
import type { Bound } from '../run/bound.ts';
import { runtime } from './runtime.ts';

/** The workers of a binding's handler: found with its first use, left when nothing of the binding is to be seen. */
export class Workers {
  readonly #binding: Pick<Bound, 'options' | 'near'>;
  #pool: HandlerPool | Promise<HandlerPool> | null = null;

  constructor(binding: Pick<Bound, 'options' | 'near'>) {
    this.#binding = binding;
  }

  /** The pool, at once when it is known. @throws what is wrong with `fn`, or that they cannot be loaded; not remembered. */
  pool(): HandlerPool | Promise<HandlerPool> {
    this.#pool ??= this.#find();
    return this.#pool;
  }

  /** Starts a worker a little before its first use; a failure is left for the run to report. */
  warm(): void {
    const { fn, thread } = this.#binding.options;
    if (fn == null) return;
    Promise.resolve(this.pool()).then(
      (pool) => thread !== 'main' && pool.warm(),
      () => undefined,
    );
  }

  /** Idle workers need not be kept for this binding any more; its next run comes back to them. */
  leave(): void {
    const pool = this.#pool;
    this.#pool = null;
    Promise.resolve(pool).then(
      (joined) => joined?.leave(this.#binding),
      () => undefined,
    );
  }

  async #find(): Promise<HandlerPool> {
    try {
      const { poolOf } = await runtime();
      const { options, near } = this.#binding;
      const pool = await poolOf(options.fn ?? null, options.thread, near);
      pool.join(this.#binding);
      this.#pool &&= pool; // left meanwhile: the next run joins again
      return pool;
    } catch (error) {
      this.#pool = null;
      throw error;
    }
  }
}
