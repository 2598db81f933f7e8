/** @file Gives ffmpeg more stack than the 64 KB of the core: VP9 and Opus would run over its end. */

import type { CoreModule } from './core-types.ts';

/** Bytes of the stack of ffmpeg itself. */
const MAIN = 4 * 2 ** 20;

/** Bytes of the stack of each further thread. */
const FURTHER = 2 ** 20;

/**
 * Puts the stack of a core that does not run yet into larger memory.
 *
 * @param script - of the core: tells what the wasm's own function for that is called. Of one that does not, the stack stays
 *   as it is.
 */
export function deepen(module: CoreModule, script: string): void {
  const [, name = ''] = /stackRestore=Module\["asm"\]\["([\w$]+)"\]/.exec(dense(script)) ?? [];
  module.asm[name]?.(top(module, MAIN));
}

/** Where a script of the core reads what the stack of a new thread is: its upper end, and its size. */
const KNOWN = 'HEAP32[pthread_ptr+52>>2];varstackSize=HEAP32[pthread_ptr+56>>2]';

/** @returns false when the stacks of this core's threads cannot be enlarged. */
export const knowsStacks = (script: string): boolean => dense(script).includes(KNOWN);

/** Servers may have laid a script out anew. */
const dense = (script: string) => script.replace(/\s/g, '');

/** Gives a thread that has not begun a larger stack. @param thread - where its description lies in the core's memory. */
export function deepenThread(module: CoreModule, thread: number): void {
  const memory = new DataView(module.HEAP8.buffer);
  memory.setInt32(thread + 52, top(module, FURTHER), true);
  memory.setInt32(thread + 56, FURTHER - 32, true);
}

/** The upper end of fresh memory, where a stack begins. */
function top(module: CoreModule, size: number): number {
  const bottom = module._malloc(size);
  if (!bottom) throw new RangeError('there is no memory for a stack');
  return (bottom + size - 16) & ~15;
}
