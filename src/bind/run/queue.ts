/** @file Queues runs that share one limit. */

import { WeakList } from '../../page/weak-list.ts';

interface Waiting {
  enter(slot: Slot): void;
  place(position: number, size: number): void;
}

/** A place among the runs that may be on at once. */
export interface Slot {
  /** Frees the place for the next in line. Idempotent. */
  release(): void;
}

/** Runs that share one limit: first come, first served. */
export class Queue {
  readonly #members = new WeakList<object>();
  readonly #limits = new WeakMap<object, number>();
  readonly #line: Waiting[] = [];
  #taken = 0;

  /** A binding joins with its limit; the lowest of all counts. */
  join(member: object, limit: number | null): void {
    this.#members.add(member);
    this.#limits.set(member, limit ?? Number.POSITIVE_INFINITY);
  }

  leave(member: object): void {
    this.#members.delete(member);
  }

  /**
   * Waits for a place.
   *
   * @param place - called with the position in line, from 1, and its length, whenever they change; not called when there is no
   *   wait.
   * @throws the signal's reason when it aborts first.
   */
  enter(signal: AbortSignal, place: Waiting['place']): Promise<Slot> | Slot {
    signal.throwIfAborted();
    if (this.#free && this.#line.length === 0) return this.#admit();
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        place,
        enter: (slot) => {
          signal.removeEventListener('abort', leave);
          resolve(slot);
        },
      };
      const leave = () => {
        this.#line.splice(this.#line.indexOf(waiting), 1);
        reject(signal.reason);
        this.#announce();
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#line.push(waiting);
      this.#announce();
    });
  }

  get #free(): boolean {
    const limits = [...this.#members].map((member) => this.#limits.get(member) ?? Number.POSITIVE_INFINITY);
    return this.#taken < Math.min(Number.POSITIVE_INFINITY, ...limits);
  }

  #admit(): Slot {
    this.#taken += 1;
    let held = true;
    return {
      release: () => {
        if (!held) return;
        held = false;
        this.#taken -= 1;
        while (this.#free && this.#line.length) this.#line.shift()!.enter(this.#admit());
        this.#announce();
      },
    };
  }

  #announce(): void {
    this.#line.forEach(({ place }, at) => place(at + 1, this.#line.length));
  }
}

const shared = new Map<string, Queue>();

/** Returns the queue of a `concurrencyId`; a queue of its own without one. */
export function queueOf(id: string | undefined): Queue {
  if (id === undefined) return new Queue();
  let queue = shared.get(id);
  if (!queue) shared.set(id, (queue = new Queue()));
  return queue;
}
