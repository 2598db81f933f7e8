/** @file Reads tables of CSV and TSV, piece by piece, so that the page goes on meanwhile. */

import Papa from 'papaparse';
import { type ReadTable, numbered } from './table.ts';

/** Characters that are parsed in one go. */
const PIECE = 200_000;

/** Numbers that lose nothing when they are read as such: no zeros in front, no more digits than fit. */
const NUMBER = /^\s*[-+]?(?:(?:0|[1-9]\d{0,14})(?:\.\d{0,15})?|\.\d{1,15})(?:e[-+]?\d{1,3})?\s*$/i;
const BOOLEAN = /^\s*(?:true|false)\s*$/i;

/**
 * Reads CSV or TSV; what stands between cells is found out. The first line has the names. A column of numbers alone is
 * one of numbers, and one of `true` and `false` of booleans.
 */
export async function parseCsv(csv: string | Blob): Promise<ReadTable> {
  const text = typeof csv === 'string' ? csv : await decode(csv);
  const { rows, problem } = await parse(text.replace(/^\uFEFF/, ''));
  const [headers = [], ...body] = rows;
  const count = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const names = numbered(headers, count);
  const columns = names.map((_, at) => typed(body.map((row) => row[at])));
  return { headers: names, rows: body.map((_, row) => columns.map((column) => column[row])), problem };
}

/** Rows of a block that was copied from a spreadsheet. */
export function parseBlock(text: string): string[][] {
  const delimiter = text.includes('\t') ? '\t' : text.includes('\n') || text.startsWith('"') ? '\t' : '\0';
  if (delimiter === '\0') return [[text]];
  return Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter }).data;
}

/** The text of a file, by the mark at its beginning; otherwise UTF-8. */
async function decode(blob: Blob): Promise<string> {
  const bytes = await blob.arrayBuffer();
  const [first, second] = new Uint8Array(bytes);
  const utf16 =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  return new TextDecoder(utf16 || 'utf-8').decode(bytes);
}

function parse(text: string): Promise<{ rows: string[][]; problem?: string | undefined }> {
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
    Papa.parse<string[]>(text, options as Papa.ParseConfig<string[]>);
  });
}

function wordsFor({ code, row = 0 }: Papa.ParseError, before: number): string {
  const what =
    code === 'MissingQuotes'
      ? 'a quotation mark opens that none closes'
      : 'a quotation mark stands amid a cell';
  return `The CSV is damaged in its row ${before + row + 1}: ${what}. It is shown as far as it could be read.`;
}

/** The cells of a column as what they stand for; texts, where they do not all stand for the same. */
function typed(texts: readonly (string | undefined)[]): unknown[] {
  const filled = texts.filter((text) => text !== undefined && text !== '');
  const convert =
    filled.length === 0 ? null : filled.every(isNumber) ? Number : filled.every(isBoolean) ? truth : null;
  if (!convert) return texts.map((text) => text ?? null);
  return texts.map((text) => (text === undefined || text === '' ? null : convert(text)));
}

const isNumber = (text: string | undefined): boolean => NUMBER.test(text!);
const isBoolean = (text: string | undefined): boolean => BOOLEAN.test(text!);
const truth = (text: string): boolean => text.trim().toLowerCase() === 'true';
