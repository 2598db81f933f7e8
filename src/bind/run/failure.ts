/** @file Says why a run failed. */

import { type ErrorDetails, isAbort, wordsOf } from '../../shared/errors.ts';
import type { Report, Sink } from './sink.ts';

/** How a run ended. */
export type Outcome = 'success' | 'failure' | 'cancelled';

/**
 * Says why a run failed, once: on the output that is seen, in a toast where none is, or where the handler threw what is
 * meant for the reader. The console has it with its stack, also where the reader shall not know.
 *
 * @param trace - logs the error and gives the frames of its stack.
 * @param signal - of the run: one that was stopped meanwhile tells of nothing.
 */
export async function showFailure(
  error: unknown,
  sink: Sink,
  report: Report,
  trace: (error: unknown) => Promise<string>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const frames = isAbort(error) || sink.failed ? '' : await trace(error);
  // A Stop, or another run, may have come while the error was looked up.
  if (isAbort(error) || signal?.aborted) {
    sink.status(report({ stage: 'complete' }));
    return 'cancelled';
  }
  const { name = 'Error', title, duration, visible } = error as ErrorDetails & { name?: string };
  const shown = visible ?? !sink.hidesErrors;
  const message = wordsOf(error);
  const byToast = visible === true || !sink.inSight;
  const failure = shown
    ? { name, message, frames, shownBy: byToast ? ('toast' as const) : undefined }
    : { name, message: '' };
  const status = report({ stage: 'error', error: failure });
  sink.status(status.show === 'hidden' ? { ...status, show: 'minimal' } : status); // it is no progress
  if (sink.failed) sink.failed(error);
  else if (shown && byToast)
    sink.toast({ level: 'error', message, title, duration, gone: () => sink.restore?.(failure) });
  return 'failure';
}
