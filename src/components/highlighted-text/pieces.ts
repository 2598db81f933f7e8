/** @file Cuts tokens into what is drawn at once, so that long texts come as they are read. */

import type { TextMark, Token } from './tokens.ts';

/** Characters of one piece at most. */
const MOST = 4000;
/** Characters after which a block ends with the next line. */
const BLOCK = 2000;

/** What is drawn as one part: a token, or a part of a long one. */
export interface TextPiece {
  text: string;
  mark: TextMark | null;
  /** Place of its first character in the whole text. */
  at: number;
  /** Place of its token. */
  token: number;
  /** True for the last piece of its token, which tells the label. */
  last: boolean;
}

/** Lines that are drawn together. */
export interface TextBlock {
  pieces: TextPiece[];
  /** What drawing it costs, about: characters, and some for each piece. */
  cost: number;
}

/** Makes blocks of whole lines. */
export function blocksOf(tokens: readonly Token[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let block: TextBlock = { pieces: [], cost: 0 };
  let at = 0;
  tokens.forEach(([text, mark], token) => {
    for (let from = 0; from < text.length || from === 0; ) {
      const to = cutOf(text, from, block.cost);
      const part = text.slice(from, to);
      block.pieces.push({ text: part, mark, at, token, last: to >= text.length });
      block.cost += part.length + 40;
      at += part.length;
      from = Math.max(to, 1);
      if (block.cost < BLOCK || !part.endsWith('\n')) continue;
      blocks.push(block);
      block = { pieces: [], cost: 0 };
    }
  });
  if (block.pieces.length > 0) blocks.push(block);
  return blocks;
}

/** Where the piece that begins at `from` ends: with a line where it is long, or its block is; between two characters. */
function cutOf(text: string, from: number, cost: number): number {
  const most = Math.min(text.length, from + MOST);
  const line = text.lastIndexOf('\n', most - 1) + 1;
  if (line > from && (most < text.length || cost + line - from >= BLOCK)) return line;
  const splits = most < text.length && /[\ud800-\udbff]/.test(text[most - 1]!);
  return splits ? most - 1 : most;
}

/** How many pieces of each block may be drawn for a cost: the blocks before the last are whole. */
export function drawable(blocks: readonly TextBlock[], budget: number): TextPiece[][] {
  const drawn: TextPiece[][] = [];
  let left = budget;
  for (const { pieces, cost } of blocks) {
    if (left <= 0) break;
    drawn.push(cost <= left ? pieces : pieces.slice(0, countFor(pieces, left)));
    left -= cost;
  }
  return drawn;
}

function countFor(pieces: readonly TextPiece[], budget: number): number {
  let left = budget;
  let count = 0;
  while (left > 0 && count < pieces.length) left -= pieces[count++]!.text.length + 40;
  return count;
}
