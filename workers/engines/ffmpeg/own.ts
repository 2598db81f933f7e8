/** @file The class of `@ffmpeg/ffmpeg` on a process of ours. */

import { FFmpeg } from '@ffmpeg/ffmpeg';
import { HandlerError, describe } from '../../../src/shared/errors.ts';
import type { FFmpeg as Face } from '../../../src/shared/ffmpeg.ts';
import { type FFmpegCall, CALLS, checkedCall } from './calls.ts';
import type { Ended } from './thread/core-types.ts';
import { Crash } from './crash.ts';
import { RUN } from './thread/run-files.ts';
import type { Process } from './process.ts';

/** The exit code of a run that did not come to its end. */
const NONE = -1;

/**
 * The class of `@ffmpeg/ffmpeg` on a process of ours. It is loaded as it comes, takes a process with its first call, and
 * another one with the next call when that one crashed or was ended.
 */
export class OwnFFmpeg extends FFmpeg {
  declare writeFile: Face['writeFile'];
  declare mount: Face['mount'];
  readonly #signal: () => AbortSignal;
  readonly #take: (signal: AbortSignal) => Promise<Process>;
  #process: Process | null = null;
  #loading: Promise<boolean> | null = null;
  /** Aborts when the process is let go. */
  #leaving = new AbortController();
  /** What those are told who wait when it is ended. */
  #why: unknown = null;

  /**
   * @param signal - the one that counts now: ends what is going on.
   * @param take - gives a process that is this object's until it is let go.
   */
  constructor(signal: () => AbortSignal, take: (signal: AbortSignal) => Promise<Process>) {
    super();
    this.#signal = signal;
    this.#take = take;
    this.loaded = true;
    const { load, terminate } = this;
    this.load = () => {
      this.loaded = true;
      if (this.#loading) return this.#loading;
      const loading = this.#open(load).catch((thrown) => {
        // That no core could be made comes as a text.
        const error = typeof thrown === 'string' ? new Crash(thrown) : thrown;
        // One that was let go has ended, and another may be there.
        if (this.#loading === loading) {
          if (this.#process) this.#process.spoilt = true;
          this.end(error);
        }
        throw error;
      });
      return (this.#loading = loading);
    };
    this.terminate = () => {
      this.#leaving.abort();
      terminate();
      this.#process = this.#loading = null;
      this.loaded = false;
    };
    for (const name of CALLS) {
      const own = this[name] as (...given: unknown[]) => Promise<unknown>;
      Object.assign(this, { [name]: (...given: unknown[]) => this.#call(name, own, given) });
    }
  }

  /** What the last call of ffmpeg has left. */
  get ended(): Ended | null {
    return this.#process?.ended ?? null;
  }

  /** Ends what is going on, and lets the process go. @param why - what those are told who wait. */
  end(why: unknown): void {
    this.#why = why;
    this.terminate();
    this.loaded = true;
  }

  async #open(load: FFmpeg['load']): Promise<boolean> {
    const signal = this.#signal();
    signal.throwIfAborted();
    const { signal: leaving } = (this.#leaving = new AbortController());
    signal.addEventListener('abort', () => this.end(signal.reason), { signal: leaving });
    this.#why = null;
    const process = await this.#take(signal);
    if (leaving.aborted) process.terminate();
    leaving.throwIfAborted();
    this.#process = process;
    process.died = (crash) => this.end(crash);
    // The class starts its worker itself: this is it.
    const { Worker } = globalThis;
    globalThis.Worker = new Proxy(Worker, { construct: () => process });
    try {
      return load({ classWorkerURL: 'blob:there-already' });
    } finally {
      globalThis.Worker = Worker;
    }
  }

  async #call(name: FFmpegCall, own: (...given: unknown[]) => Promise<unknown>, given: unknown[]) {
    const checked = await checkedCall(name, given);
    if (this.loaded) await this.load();
    try {
      const answer = await own(...checked);
      if (name !== 'exec' || answer !== NONE) return answer;
    } catch (thrown) {
      if (typeof thrown !== 'string') throw this.#why ?? thrown;
      if (!name.startsWith('ff') && name !== 'exec' && given[0] !== RUN)
        throw new HandlerError(`ffmpeg.${name}(${describe(given[0])}) failed: ${thrown}`, { cause: thrown });
      this.#crash(thrown);
    }
    return this.#crash(this.#process?.line ?? '');
  }

  #crash(words: string): never {
    const crash = new Crash(words);
    if (this.#process) this.#process.spoilt = true;
    this.end(crash);
    throw crash;
  }
}
