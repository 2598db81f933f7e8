/** @file Waits for the worker of a run's handler, and says so when that takes long. */

import { NAMELESS, theHandler } from '../../shared/the-handler.ts';
import type { Bound, Run } from './bound.ts';
import type { Sink, statusOf } from './sink.ts';

/** Milliseconds that the code of a handler may take to load before the output says so. */
const PATIENCE_MS = 30_000;

/** Waits for the worker of a run's handler. When that takes long it says so, with a way to give the run up. */
export async function patiently<T>(
  work: Promise<T>,
  { binding, stop }: { binding: Pick<Bound, 'apiName' | 'showProgress'> } & Pick<Run, 'stop'>,
  sink: Sink,
  report: ReturnType<typeof statusOf>,
): Promise<T> {
  const showSlow = () => {
    const words = `Still loading ${theHandler(binding.apiName || NAMELESS)}: its code, or what that imports, has not come for half a minute.`;
    if (binding.showProgress === 'hidden') sink.toast({ level: 'warning', message: words });
    else sink.status(report({ stage: 'pending', slow: { words, stop } }));
  };
  const late = setTimeout(showSlow, PATIENCE_MS);
  try {
    return await work;
  } finally {
    clearTimeout(late);
  }
}
