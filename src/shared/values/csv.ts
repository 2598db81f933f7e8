/** @file Reads CSV and TSV, by papaparse. */

import Papa from 'papaparse';

/** Characters that are read in one go where the page is to go on meanwhile. */
const PIECE = 200_000;

/** Numbers that lose nothing when they are read as such: no zeros in front, no more digits than fit. */
const NUMBER = /^\s*[-+]?(?:(?:0|[1-9]\d{0,14})(?:\.\d*)?|\.\d+)(?:e[-+]?\d{1,3})?\s*$/i;
const BOOLEAN = /^\s*(?:true|false)\s*$/i;

/** What was read, and what was damaged in it. */
export interface ReadCSV {
  rows: string[][];
  problem?: string | undefined;
}

/** Returns the cells of CSV or TSV, quotes taken off, line by line; empty lines are none. What stands between cells is found out. */
export const readCSV = (text: string): string[][] =>
  Papa.parse<string[]>(withoutMark(text), { skipEmptyLines: true }).data;

/** Returns the cells of a block of TSV, as spreadsheets copy it: an empty line is an empty cell. */
export const readTSV = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' }).data;

/** Reads CSV or TSV piece by piece, so that the page goes on meanwhile. */
export function loadCSV(text: string): Promise<ReadCSV> {
  const rows: string[][] = [];
  let problem: string | undefined;
  return new Promise((resolve, reject) => {
    const options = {
      chunkSize: PIECE,
      skipEmptyLines: true,
      chunk({ data, errors }: Papa.ParseResult<string[]>, parser: Papa.Parser) {
        const damage = errors.find(({ type }) => type === 'Quotes');
        if (damage) problem ??= wordsFor(damage, rows.length);
        for (const row of data) rows.push(row);
        if (text.length <= PIECE) return;
        parser.pause();
        setTimeout(() => parser.resume());
      },
      complete: () => resolve({ rows, problem }),
      error: reject,
    };
    Papa.parse<string[]>(withoutMark(text), options as Papa.ParseConfig<string[]>);
  });
}

/** Reads the text of a file, by the mark at its beginning; otherwise as UTF-8. */
export async function readText(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  const [first, second] = new Uint8Array(bytes);
  const utf16 =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  return new TextDecoder(utf16 || 'utf-8').decode(bytes);
}

/**
 * Makes numbers or booleans of the texts of a column where all of them are such; an empty one is `null` then. A cell that
 * a short row lacks is `null`.
 */
export function typed(texts: readonly (string | null | undefined)[]): unknown[] {
  const filled = texts.filter(Boolean) as string[];
  const all = (kind: RegExp) => filled.length > 0 && filled.every((text) => kind.test(text));
  if (all(NUMBER)) return texts.map((text) => (text ? Number(text) : null));
  if (all(BOOLEAN)) return texts.map((text) => (text ? text.trim().toLowerCase() === 'true' : null));
  return texts.map((text) => text ?? null);
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

function wordsFor({ code, row = 0 }: Papa.ParseError, before: number): string {
  const what =
    code === 'MissingQuotes'
      ? 'a quotation mark opens that none closes'
      : 'a quotation mark stands amid a cell';
  return `The CSV is damaged in its row ${before + row + 1}: ${what}. It is shown as far as it could be read.`;
}
