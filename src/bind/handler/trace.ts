/** @file Logs an error with the lines of its stack that are worth reading. */

import { developing } from '../../bridge/configure.ts';
import type { ErrorDetails } from '../../shared/errors.ts';
import { lazy } from '../../page/lazy.ts';
import { urlIn } from '../../page/own-url.ts';
import { reportedAtSetUp, reportedByRuns } from './reported.ts';

/** Lines of a stack that are worth reading. */
const MOST_FRAMES = 20;

/** Milliseconds that an error waits for the lines of the page. */
const PATIENCE_MS = 1000;

/** Where the built library is: its frames are minified, and nobody's who makes a page. */
const CHUNKS = /^.*\/chunks\//.exec(urlIn(new Error()))?.[0];

/** True for a frame of ours: of the library, or of our own worker, which comes from a blob (inline handlers bear names there). */
const isOurs = (line: string): boolean =>
  /\bblob:|<anonymous>\)$|\/rivulet\.standalone\.js:/.test(line) || (!!CHUNKS && line.includes(CHUNKS));

/** The frames of a stack: without the message above them, and without ours. */
function framesOf(stack: string | undefined): string {
  const lines = stack?.split('\n') ?? [];
  const frames = lines.filter((line) => /^\s+at |@.*:\d+$/.test(line) && !isOurs(line));
  return frames.slice(0, MOST_FRAMES).join('\n');
}

/**
 * Logs an error with its own stack, and gives the frames of it. While the page is being made, frames of inline code are
 * those of the page: `page.html:14:9`.
 */
export async function trace(thrown: unknown): Promise<string> {
  if (!(thrown instanceof Error)) {
    console.error(thrown);
    return '';
  }
  const all = errorsOf(thrown);
  for (const each of all) restack(each, framesOf(each.stack));
  if (developing())
    await Promise.race([
      placeInPage(all).catch(() => undefined), // it is told with the names of inline code, then
      new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
    ]);
  const [, cause] = all;
  if (reportedAtSetUp.has(thrown.message)) return framesOf(thrown.stack);
  if (thrown.name === 'WorkerError') reportedByRuns.add(thrown.message);
  // What the handler threw, rather than the HandlerError that says the same. What is meant for the reader is no fault.
  const meant = (thrown as ErrorDetails).visible === true;
  console[meant ? 'info' : 'error'](cause && cause.message === thrown.message ? cause : thrown);
  return framesOf(thrown.stack);
}

/** Gives errors the lines of the page in place of those of inline code. */
async function placeInPage(errors: readonly Error[]): Promise<void> {
  const { inPage } = await lazy(() => import('./in-page.ts'));
  for (const each of errors) {
    if (each.name === 'WorkerError') each.message = await inPage(each.message); // it says where code is wrong
    restack(each, await inPage(framesOf(each.stack)));
  }
}

/** An error and its causes; a circle ends where it began. */
function errorsOf(error: Error): Error[] {
  const all = new Set<Error>();
  for (let each: unknown = error; each instanceof Error && !all.has(each) && all.size < 10; each = each.cause)
    all.add(each);
  return [...all];
}

function restack(error: Error, frames: string): void {
  const stack = [`${error.name}: ${error.message}`, frames].filter(Boolean).join('\n');
  Object.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true });
}
