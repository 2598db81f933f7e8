/** @file The types of ffmpeg's core, and of what its thread is sent and says. */

import type { Written } from './run-files.ts';
import type { FileSystem } from './file-system.ts';

/** What was downloaded, ready to start as often as needed. */
export interface CoreCode {
  /** The script that drives the wasm, and where it came from. */
  script: string;
  url: string;
  wasm: WebAssembly.Module;
  /** Of the multithreaded core. */
  threads?: Threads;
}

/** What the thread says besides the answers of the class's worker; `ended` comes before the answer to a call of ffmpeg. */
export type FromCore = { alive: true } | { ready: true } | { failed: string } | { ended: Ended };

/** What a call of ffmpeg has left: bytes of memory that it took, and what it wrote if files were laid out for it. */
export interface Ended extends Written {
  heap: number;
}

/** The module that `@ffmpeg/core` makes. */
export interface CoreModule {
  FS: FileSystem;
  /** All of its memory. */
  HEAP8: Int8Array;
  ret: number;
  /** What the wasm exports, under short names. */
  asm: Record<string, (...given: number[]) => number>;
  /** Of the multithreaded core. */
  PThread?: Pool;
  _malloc(bytes: number): number;
  exec(...args: string[]): number;
  ffprobe(...args: string[]): number;
}

/** Of the multithreaded core. */
export interface Threads {
  /** The script of each thread's worker. */
  script: string;
  /** Processors that ffmpeg is to count: it starts several threads for each. */
  cores: number;
}

/** The core's own list of workers, each for one thread at a time. */
export interface Pool {
  unusedWorkers: Worker[];
  /** Called in ffmpeg's own thread when it or another one starts a thread. */
  getNewWorker(): Worker;
}
