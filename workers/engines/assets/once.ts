/** @file Makes things once, by name, for all that want them. */

import { unlessAborted } from '../../../src/shared/abort.ts';
import type { Watch } from './asset.ts';

interface Making<T> {
  work: Promise<T>;
  watches: Set<Watch>;
  abort: AbortController;
  made: boolean;
}

/**
 * What is made once, by name, for all that want it. It is given up when nobody waits for it any more, and a failure is
 * forgotten: who asks next makes it anew.
 */
export class Once<T> {
  readonly #all = new Map<string, Making<T>>();

  /**
   * @param make - hears by its watch's signal that nobody waits any more; must then leave nothing open.
   * @throws what `make` throws, or the reason of this watch's signal.
   */
  async get(key: string, watch: Watch, make: (watch: Watch) => Promise<T>): Promise<T> {
    watch.signal.throwIfAborted();
    const making = this.#all.get(key) ?? this.#start(key, make);
    if (making.made) return making.work;
    making.watches.add(watch);
    try {
      return await unlessAborted(making.work, watch.signal);
    } finally {
      making.watches.delete(watch);
      if (watch.signal.aborted && !making.watches.size && !making.made) {
        this.#drop(key, making);
        making.abort.abort(watch.signal.reason);
      }
    }
  }

  forget(key: string): void {
    this.#all.delete(key);
  }

  /** Forgets all, and tells what there was. */
  clear(): Promise<T>[] {
    const all = [...this.#all.values()].map(({ work }) => work);
    this.#all.clear();
    return all;
  }

  #start(key: string, make: (watch: Watch) => Promise<T>): Making<T> {
    const watches = new Set<Watch>();
    const abort = new AbortController();
    const onProgress: Watch['onProgress'] = (...file) => {
      for (const watch of watches) watch.onProgress(...file);
    };
    const work = make({ signal: abort.signal, onProgress });
    const making: Making<T> = { work, watches, abort, made: false };
    this.#all.set(key, making);
    work.then(
      () => (making.made = true),
      () => this.#drop(key, making),
    );
    return making;
  }

  #drop(key: string, making: Making<T>): void {
    if (this.#all.get(key) === making) this.#all.delete(key);
  }
}
