/** @file Puts what went wrong in a page into words, with its line. */

import { trustedHTML } from '../../shared/trusted-types.ts';
import type { Problem } from './problems.ts';

/** How a browser counts the lines of scripts in a page that was written. */
export interface LineCount {
  /** True where it begins anew with each script. */
  each: boolean;
  /** Lines that it counts too many. */
  more: number;
}

let counted: LineCount | undefined;

/** Lines before the script that is written to learn it. */
const LINES = 4;

/** Learns how the browser counts lines, by a script in an empty frame. */
export function lineCount(): LineCount {
  if (counted) return counted;
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  try {
    const inside = frame.contentDocument!;
    let stack = '';
    Object.assign(frame.contentWindow!, { rivuletTold: (error: Error) => (stack = error.stack ?? '') });
    inside.open();
    inside.write(trustedHTML(`${'\n'.repeat(LINES - 1)}<script>rivuletTold(new Error())</script>`));
    inside.close();
    const line = Number(/:(\d+):\d+\)?\s*(?:\n|$)/.exec(stack)?.[1] ?? 1);
    counted = line < LINES ? { each: true, more: line - 1 } : { each: false, more: line - LINES };
  } finally {
    frame.remove();
  }
  return counted;
}

/** Puts an error into words. @param page - the URL under which the lines of its own page are told */
export function problemOf(thrown: unknown, page: string): Problem {
  if (typeof thrown !== 'object' || thrown === null || !('message' in thrown))
    return { message: String(thrown), line: null };
  const { name = 'Error', message, stack = '' } = thrown as Error;
  const told = problemIn(String(message), page);
  const words = /^(Error|HandlerError|WorkerError|ValueError)$/.test(name)
    ? told.message
    : `${name}: ${told.message}`;
  return { message: words, line: told.line ?? lineOf(stack, page) };
}

/** Puts an error that nobody has caught into words; `null` where it is none of the page. */
export function problemOfEvent(
  { message, filename, lineno, error }: ErrorEvent,
  page: string,
): Problem | null {
  // Code is tried out in blobs, and what is wrong with it told in words of its own.
  if (!message || filename.startsWith('blob:')) return null;
  const isOwn = filename === '' || filename === page || filename.includes('injectedScript');
  const line = isOwn && lineno > 0 ? lineno - lineCount().more : problemOf(error, page).line;
  return { message: problemIn(message, page).message, line };
}

/** Takes the place out of a message that names it. */
export function problemIn(message: string, page: string): Problem {
  const at = message.lastIndexOf(`${page}:`);
  const line = at < 0 ? null : Number.parseInt(message.slice(at + page.length + 1), 10) || null;
  const plain = line === null ? message : message.slice(0, at).replace(/\s+(at|\(at)\s*$/, '');
  return {
    message: plain.replace(/^Uncaught\s+/, '').replace("Failed to execute 'write' on 'Document': ", ''),
    line,
  };
}

/** The line of the page at the top of a stack. */
function lineOf(stack: string, page: string): number | null {
  for (const frame of stack.split('\n')) {
    const at = frame.indexOf(`${page}:`);
    if (at >= 0 && /^\d/.test(frame.slice(at + page.length + 1)))
      return Number.parseInt(frame.slice(at + page.length + 1), 10);
    const inline = /(?:<anonymous>|injectedScript|^\s*at\s*(?:\S+ \()?):(\d+):\d+\)?$/.exec(frame);
    if (inline) return Number(inline[1]) - lineCount().more;
  }
  return null;
}
