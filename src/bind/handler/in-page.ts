/** @file Puts names and lines of the page's file in place of those of inline code. */

import { pageText } from '../../page/code/page-text.ts';
import { BEFORE_FUNCTION, type InlineCode, codeOf } from './code.ts';

/** Where in a file a piece of code begins; line and column from 0. */
interface Place {
  url: string;
  line: number;
  column: number;
}

/** Milliseconds that a file may take: an error is not to wait for it. */
const PATIENCE_MS = 1000;
/** Scripts of the page that are searched for a function. */
const MOST_SCRIPTS = 40;

const texts = new Map<string, Promise<string>>();

/** Puts names and lines of the page's file in place of those of inline code, where that file has it. */
export async function inPage(text: string): Promise<string> {
  const places = new Map<string, Place | null>();
  for (const [, file] of text.matchAll(FRAME)) {
    const code = codeOf(file!);
    if (code && !places.has(file!)) places.set(file!, await placeOf(code));
  }
  return text.replace(FRAME, (frame, file: string, line: string, column = '1') => {
    const place = places.get(file);
    if (!place) return frame;
    const before = codeOf(file)?.kind === 'function' ? BEFORE_FUNCTION.length : 0;
    const shift = line === '1' ? place.column - before : 0;
    return `${place.url}:${Number(line) + place.line}:${Math.max(1, Number(column) + shift)}`;
  });
}

/** `calculator.js:3:9`, where that is no URL's end. */
const FRAME = /(?<![\p{L}\p{N}_$./-])([\p{L}\p{N}_$-]+\.js):(\d+)(?::(\d+))?/gu;

/** Finds where a piece of code stands: in the page itself, or a function in one of its scripts. */
async function placeOf({ kind, text }: InlineCode): Promise<Place | null> {
  const page = location.href.replace(/#.*/, '');
  for (const url of kind === 'script' ? [page] : [page, ...scripts()]) {
    const whole = await textOf(url);
    const at = whole.indexOf(text.replace(/\r\n?/g, '\n'));
    if (at < 0) continue;
    const lines = whole.slice(0, at).split('\n');
    return { url, line: lines.length - 1, column: lines.at(-1)!.length };
  }
  return null;
}

/** The scripts that the page has loaded from its own origin. */
function scripts(): string[] {
  const names = performance.getEntriesByType('resource').map(({ name }) => name);
  const own = names.filter((name) => name.startsWith(`${location.origin}/`));
  const code = own.filter((name) => /\.[cm]?[jt]sx?([?#]|$)/.test(name) && !name.includes('/node_modules/'));
  return [...new Set(code)].slice(0, MOST_SCRIPTS);
}

/** Gives a file of the page as it was loaded; empty where it cannot be had. */
export function textOf(url: string): Promise<string> {
  let text = texts.get(url);
  if (!text) texts.set(url, (text = writtenPage(url) ?? load(url)));
  return text;
}

/** The text of this page, where a script has written it: what lies at its URL is another one. */
function writtenPage(url: string): Promise<string> | null {
  const text = pageText(globalThis);
  return text !== undefined && url === location.href.replace(/#.*/, '') ? Promise.resolve(text) : null;
}

async function load(url: string): Promise<string> {
  if (url.startsWith('file:')) return ''; // no page can ask for it
  try {
    const answer = await fetch(url, { cache: 'force-cache', signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? (await answer.text()).replace(/\r\n?/g, '\n') : '';
  } catch {
    return '';
  }
}
