/** @file Finds what is selected in a text, and gives parts of it other marks. */

import { combine } from './arrange.ts';
import type { TextMark, Token } from './tokens.ts';

/** A part of the text, by its first character and the one behind its last. */
export interface TextSpan {
  from: number;
  to: number;
}

/** Gives a part of the text a mark, or with `null` takes those in it away; what is cut keeps its own. */
export function mark(tokens: readonly Token[], { from, to }: TextSpan, name: TextMark | null): Token[] {
  const before = cut(tokens, 0, from);
  const inside = cut(tokens, from, to).map(([text]) => text);
  const after = cut(tokens, to, Infinity);
  const unmarked = (token: Token | undefined) => (token && token[1] === null ? token[0] : null);
  if (name !== null) return [...before, [inside.join(''), name], ...after];
  const joined = [...before, ...combine(inside.map((text): Token => [text, null])), ...after];
  return joined.reduce<Token[]>((all, token) => {
    const left = unmarked(all.at(-1));
    const right = unmarked(token);
    if (left === null || right === null) all.push(token);
    else all[all.length - 1] = [left + right, null];
    return all;
  }, []);
}

function cut(tokens: readonly Token[], from: number, to: number): Token[] {
  const found: Token[] = [];
  let at = 0;
  for (const [text, name] of tokens) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (part) found.push([part, name]);
    at += text.length;
  }
  return found;
}

/** The token at a place, and the part of the text that it is. */
export function tokenAt(tokens: readonly Token[], place: number): (TextSpan & { index: number }) | null {
  let from = 0;
  for (const [index, [text]] of tokens.entries()) {
    const to = from + text.length;
    if (place >= from && place < to) return { index, from, to };
    from = to;
  }
  return null;
}

/** Leaves out the space around a part of a text. `null` when nothing is left. */
export function trimmed(text: string, { from, to }: TextSpan): TextSpan | null {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const end = to - (part.length - part.trimEnd().length);
  return start < end ? { from: start, to: end } : null;
}

type Ends = Pick<StaticRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

/** What is selected within the tree of a component, also where selections do not look into shadow roots. */
function selectedIn(root: ShadowRoot): Ends | null {
  const within = root as ShadowRoot & { getSelection?(): Selection | null };
  const selection = getSelection() as
    | (Selection & { getComposedRanges?(options: object): StaticRange[] })
    | null;
  try {
    const [range] = selection?.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
    if (range) return range;
  } catch {
    // an older form of the call
  }
  const own = within.getSelection?.() ?? selection;
  return own && own.rangeCount > 0 ? own.getRangeAt(0) : null;
}

/** The part of the text that is selected; empty where only the caret is. `null` when the selection is elsewhere. */
export function selectedSpan(root: ShadowRoot, region: Element): TextSpan | null {
  const range = selectedIn(root);
  if (!range || !region.contains(range.startContainer) || !region.contains(range.endContainer)) return null;
  const from = placeOf(range.startContainer, range.startOffset);
  const to = placeOf(range.endContainer, range.endOffset);
  return from === null || to === null ? null : { from: Math.min(from, to), to: Math.max(from, to) };
}

/** The place in the text of a point in the tree. */
function placeOf(node: Node, offset: number): number | null {
  if (node instanceof Text) {
    const parent = node.parentElement!;
    const before = parent.previousElementSibling; // of a label: the words that it is beside
    return parent.matches('.words') ? startOf(parent) + offset : before ? endOf(before) : null;
  }
  for (const next of [...node.childNodes].slice(offset)) {
    const [words] = wordsIn(next);
    if (words) return startOf(words);
  }
  for (const next of [...node.childNodes].slice(0, offset).reverse()) {
    const words = wordsIn(next).at(-1);
    if (words) return endOf(words);
  }
  return null;
}

const startOf = (words: Element): number => Number((words as HTMLElement).dataset.at);
const endOf = (words: Element): number => startOf(words) + words.textContent!.length;

function wordsIn(node: Node): Element[] {
  if (!(node instanceof Element)) return [];
  return node.matches('.words') ? [node] : [...node.querySelectorAll('.words')];
}

/** Makes a range of a part of the text, as far as it is drawn. */
export function rangeOf(region: Element, { from, to }: TextSpan): Range | null {
  const all = [...region.querySelectorAll('.words')].filter((words) => words.textContent);
  const first = all.find((words) => endOf(words) > from);
  const last = all.findLast((words) => startOf(words) < to);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.firstChild!, Math.max(0, from - startOf(first)));
  range.setEnd(last.firstChild!, Math.min(last.textContent!.length, to - startOf(last)));
  return range;
}

/** The word that begins at a place or next behind it, or that ends there or next before it. */
export function wordFrom(text: string, place: number, step: 1 | -1): TextSpan | null {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  for (let at = step > 0 ? place : place - 1; at >= 0 && at < text.length; ) {
    const { index, segment, isWordLike } = segments.containing(at)!;
    const to = index + segment.length;
    if (isWordLike && (step > 0 ? index >= place : to <= place)) return { from: index, to };
    at = step > 0 ? to : index - 1;
  }
  return null;
}
