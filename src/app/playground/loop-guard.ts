/** @file Ends loops of a page's scripts that would hold up the page for ever. */

import type { LanguageSupport } from '@codemirror/language';

/** What reads JavaScript. */
export type ScriptParser = LanguageSupport['language']['parser'];

/** Milliseconds that loops may take within one task. */
const MOST_MS = 2000;

const WORDS =
  'This loop was stopped: it had not ended after 2 seconds, and the page stood still. What takes long belongs into a handler, which has a thread of its own';

/** The name of the guard in the window of the page. */
export const GUARD = '__rivuletLoop';

/** Puts a call of the guard into each loop, without changing the number of lines; code that cannot be parsed stays as it is. */
export function guarded(code: string, parser: ScriptParser): string {
  if (!/\b(for|while|do)\b/.test(code)) return code;
  const inserts: { at: number; text: string }[] = [];
  let isBroken = false;
  parser.parse(code).iterate({
    enter({ type, node }) {
      isBroken ||= type.isError;
      const body = /^(For|While)Statement$/.test(type.name)
        ? node.lastChild
        : type.name === 'DoStatement'
          ? node.firstChild?.nextSibling
          : null;
      if (!body) return;
      if (body.name === 'Block') inserts.push({ at: body.from + 1, text: `${GUARD}();` });
      else inserts.push({ at: body.from, text: `{${GUARD}();` }, { at: body.to, text: '}' });
    },
  });
  if (isBroken) return code;
  let end = code.length;
  const pieces: string[] = [];
  for (const { at, text } of inserts.sort((a, b) => b.at - a.at)) {
    pieces.unshift(text + code.slice(at, end));
    end = at;
  }
  return code.slice(0, end) + pieces.join('');
}

/** Makes the guard of one window. It throws once the loops of one task have taken too long. */
export function makeGuard(window: Window): () => void {
  let since = 0;
  let calls = 0;
  let every = 1;
  let last = 0;
  return () => {
    if (++calls < every) return;
    calls = 0;
    const now = performance.now();
    // Quick loops ask the clock seldom, slow ones each time.
    every = now - last < 1 ? Math.min(every * 2, 4096) : 1;
    last = now;
    if (since === 0) {
      since = now;
      window.setTimeout(() => (since = 0));
    } else if (now - since > MOST_MS) throw new Error(WORDS);
  };
}
