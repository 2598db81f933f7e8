/** @file Loads what carries runs out. */

import { lazy } from '../../page/lazy.ts';

/** What carries runs out. */
export type Runtime = typeof import('./run.lazy.ts');

let loaded: Runtime | undefined;

/**
 * Loads bridge, streams and worker, which nobody needs before the first run, or the first sign of one. At once when
 * they are here.
 */
export const runtime = (): Runtime | Promise<Runtime> =>
  loaded ?? lazy(() => import('./run.lazy.ts')).then((parts) => (loaded = parts));

/** Logs an error and gives the frames of its stack; none where what finds them is what could not be loaded. */
export async function traceLater(error: unknown): Promise<string> {
  try {
    const { trace } = loaded ?? (await import('./run.lazy.ts'));
    return await trace(error);
  } catch {
    console.error(error);
    return '';
  }
}
