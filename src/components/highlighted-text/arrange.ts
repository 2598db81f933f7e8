/** @file Joins and strips the pieces of a marked text. */

import type { TextMark, Token } from './tokens.ts';

/** How the pieces of a value are shown. */
export interface TokenOptions {
  readonly combineAdjacent: boolean;
  readonly adjacentSeparator: string;
  readonly showWhitespaces: boolean;
}

/** Joins what is alike, and strips what is around, as the options say. */
export function arrange(tokens: readonly Token[], options: TokenOptions): readonly Token[] {
  const { combineAdjacent, adjacentSeparator, showWhitespaces } = options;
  const joined = combineAdjacent ? combine(tokens, adjacentSeparator) : tokens;
  return showWhitespaces ? joined : joined.map(([text, mark]) => [text.trim(), mark]);
}

/** Makes one piece of those beside each other that are the same. */
export function combine(tokens: readonly Token[], separator = ''): Token[] {
  const runs: { texts: string[]; mark: TextMark | null }[] = [];
  for (const [text, mark] of tokens) {
    const last = runs.at(-1);
    if (last?.mark === mark) last.texts.push(text);
    else if (text || !last) runs.push({ texts: [text], mark });
  }
  return runs.map(({ texts, mark }) => [texts.join(separator), mark]);
}
