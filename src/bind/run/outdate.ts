/** @file Marks outputs that do not answer to the inputs any more. */

import type { Port } from '../../shared/port.ts';

/**
 * Says of what a binding wrote that it does not answer to the inputs any more; the next result answers again. What is an
 * input too may be the user's own.
 *
 * @param but - Those that answer.
 */
export function outdate(
  { inputs, outputs }: Record<'inputs' | 'outputs', readonly Port[]>,
  but: ReadonlySet<Port> = new Set(),
): void {
  for (const port of outputs) if (!port.silent && !inputs.includes(port) && !but.has(port)) port.stale = true;
}
