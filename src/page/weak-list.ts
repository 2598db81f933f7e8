/** @file A set that does not keep its members alive, in the order of their coming. */

import { sharedByCopies } from './copies.ts';

/** A set that does not keep its members: what nothing else holds is not in it any more. In the order of their coming. */
export class WeakList<Member extends object> implements Iterable<Member> {
  readonly #refs = new Set<WeakRef<Member>>();
  readonly #known = new WeakMap<Member, WeakRef<Member>>();
  readonly #gone: FinalizationRegistry<WeakRef<Member>>;

  /** @param lost - called when a member is no more that was never deleted. */
  constructor(lost: () => void = () => undefined) {
    this.#gone = new FinalizationRegistry((ref) => {
      if (this.#refs.delete(ref)) lost();
    });
  }

  add(member: Member): void {
    if (this.#known.has(member)) return;
    const ref = new WeakRef(member);
    this.#known.set(member, ref);
    this.#refs.add(ref);
    this.#gone.register(member, ref);
  }

  has(member: Member): boolean {
    return this.#known.has(member);
  }

  /** False when it was no member. */
  delete(member: Member): boolean {
    const ref = this.#known.get(member);
    if (!ref) return false;
    this.#known.delete(member);
    return this.#refs.delete(ref);
  }

  get empty(): boolean {
    return this[Symbol.iterator]().next().done === true;
  }

  *[Symbol.iterator](): Generator<Member> {
    for (const ref of this.#refs) {
      const member = ref.deref();
      if (member) yield member;
    }
  }
}

/** Returns the list of this name that all copies of the library on a page share. */
export const sharedList = <Member extends object>(name: string): WeakList<Member> =>
  sharedByCopies(name, () => new WeakList<Member>());
