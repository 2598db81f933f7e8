/** @file Shortens a message so that it is read at a glance. */

/** Letters of a word, such as a URL, that are shown: enough to know it by, and it never breaks the layout. */
const WORD = 48;
/** Letters of a message that are shown before the rest is folded. */
const LENGTH = 320;

/** A long word without its middle: the beginning of a URL tells the server, its end the file. */
const shorten = (word: string): string => `${word.slice(0, WORD - 21)}…${word.slice(-20)}`;

/** Words longer than that; not those of scripts that put no spaces between words. */
const LONG = new RegExp(`[\\x21-\\x7e\\u00a1-\\u024f]{${WORD + 1},}`, 'g');

/** Returns a message as it is read at a glance: long words and URLs shortened, and cut where it goes on and on. */
export function brief(message: string): string {
  const text = message.replace(LONG, shorten);
  if (text.length <= LENGTH) return text;
  const cut = text.slice(0, LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LENGTH - WORD))}…`;
}
