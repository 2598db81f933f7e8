/** @file Reads Markdown: block by block, as HTML. */

import { Lexer, Marked, type Token, type Tokens, type TokensList } from 'marked';
import { type Delimiter, mathExtension } from './formulas/math.ts';
import type { Trust } from './sanitize.ts';

/** How Markdown is read. */
export interface MarkdownOptions {
  /** True: a line's end is a line break. */
  lineBreaks?: boolean;
  /** False: HTML in the text is left as it is. Only for text that you wrote. */
  sanitizeHtml?: boolean;
  /** Signs around formulas. */
  latexDelimiters?: readonly Delimiter[];
  /** True: headings have links to themselves. */
  headerLinks?: boolean;
  /** Whose text it is; the page's own by default. */
  trust?: Trust;
}

/** A part of a text that is read by itself. */
export interface Block {
  raw: string;
  html: string;
  /** What it explains of links. */
  links: Links;
}

/** Signs of emphasis in one block, above which the parser, whose time grows with their square, would freeze the page. */
const MARKS = 4000;

/** Lists and quotations, one in the other, above which the parser would freeze the page. */
const LEVELS = 100;

/** Definitions of links, by their names. */
export type Links = TokensList['links'];

const parsers = new Map<string, Marked>();

function parserOf({ lineBreaks = false, latexDelimiters = [] }: MarkdownOptions): Marked {
  const key = JSON.stringify([lineBreaks, latexDelimiters]);
  let parser = parsers.get(key);
  if (!parser) {
    parser = new Marked({ gfm: true, async: false, breaks: lineBreaks });
    if (latexDelimiters.length > 0) parser.use(mathExtension(latexDelimiters));
    parsers.set(key, parser);
  }
  return parser;
}

/**
 * Reads Markdown into blocks.
 *
 * @param links - Those that are explained before the text.
 * @throws {Error} for a text that would freeze the page.
 */
export function blocksOf(text: string, options: MarkdownOptions, links: Links): Block[] {
  for (const block of text.split(/\n\s*\n/))
    if (block.length > MARKS && (block.match(/[*_~]+/g)?.length ?? 0) > MARKS)
      throw new Error(`one of its blocks has more than ${MARKS.toLocaleString('en')} signs of emphasis`);
  if (levelsOf(text) > LEVELS) throw new RangeError('too many levels');
  const parser = parserOf(options);
  const lexer = new Lexer(parser.defaults);
  Object.assign(lexer.tokens.links, links);
  return grouped(lexer.lex(text)).map((group) => {
    const raw = group.map((token) => token.raw).join('');
    return { raw, html: parser.parser(group), links: raw.includes(']:') ? linksIn(group, parser) : {} };
  });
}

/** What is explained of links, wherever in a block. */
function linksIn(group: Token[], parser: Marked): Links {
  const links: Links = {};
  void parser.walkTokens(group, (token) => {
    const { type, tag, href, title } = token as Tokens.Def;
    if (type === 'def') links[tag] ??= { href, title };
  });
  return links;
}

const TAGS = /<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*?(\/?)>/gi;
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** Tokens that stand for themselves, with what is between HTML that opens an element and HTML that closes it. */
function grouped(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  let open = 0;
  for (const token of tokens) {
    if (open > 0 || (token.type === 'space' && groups.length > 0)) groups.at(-1)!.push(token);
    else groups.push([token]);
    if (token.type !== 'html') continue;
    for (const [, closes, name = '', closed] of token.raw.matchAll(TAGS))
      if (!VOID.test(name) && !closed) open = Math.max(0, open + (closes ? -1 : 1));
  }
  return groups;
}

/** The signs of lists and quotations that a line begins with: `> - 1. `. */
const SIGNS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?![^ \t])))+/;
/** A line across: its signs are none of lists. */
const RULE = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/;

/** Says how many lists and quotations lie one in the other, at most. */
function levelsOf(text: string): number {
  let most = 0;
  let open: number[] = []; // columns of the signs that a line may be within
  for (const line of text.split('\n')) {
    const [signs] = SIGNS.exec(line) ?? [];
    if (!signs || RULE.test(line)) continue;
    const columns = [...signs.matchAll(/>|[-*+]|\d+[.)]/g)].map(({ index }) => index);
    open = [...open.filter((column) => column < columns[0]!), ...columns];
    most = Math.max(most, open.length);
  }
  return most;
}

/** Removes the indentation that all lines share, so that text can be indented with the code around it. */
export function dedent(text: string): string {
  const lines = text.replaceAll('\t', '    ').split('\n');
  const filled = lines.filter((line, index) => line.trim() !== '' && (index > 0 || /^\s/.test(line)));
  const shared = filled.reduce((least, line) => Math.min(least, line.search(/\S/)), Number.POSITIVE_INFINITY);
  return Number.isFinite(shared) && shared > 0
    ? lines
        .map((line) => (/^\s/.test(line) ? line.slice(Math.min(shared, line.search(/\S|$/))) : line))
        .join('\n')
    : text;
}
