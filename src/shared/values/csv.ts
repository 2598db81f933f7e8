/** @file Reads CSV and TSV. */

/** What may stand between two cells; the one that the first line has most of does. */
const DELIMITERS = [',', '\t', ';'];

/** A number as programs write it. `007` is none: it is a code whose noughts count. */
const NUMBER = /^[-+]?(?:0|[1-9]\d*|(?=\.\d))(?:\.\d*)?(?:e[-+]?\d+)?$/i;

/** Returns the cells of CSV or TSV, quotes taken off, line by line; empty lines at the end are none. */
export function readCSV(text: string): string[][] {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const delimiter = delimiterOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < source.length) {
    const { cell, end } = cellAt(source, at, delimiter);
    row.push(cell);
    at = end + 1;
    if (source[end] === delimiter) {
      if (at === source.length)
        row.push(''); // a delimiter that ends the text has an empty cell behind it
      else continue;
    }
    if (source[end] === '\r' && source[at] === '\n') at++;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  while (rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  return rows;
}

function cellAt(source: string, start: number, delimiter: string): { cell: string; end: number } {
  let end = start;
  if (source[start] !== '"') {
    while (end < source.length && !isEnd(source[end], delimiter)) end++;
    return { cell: source.slice(start, end), end };
  }
  let cell = '';
  for (end = start + 1; end < source.length; end++) {
    if (source[end] === '"') {
      if (source[end + 1] !== '"') break;
      end++; // two quotes are one
    }
    cell += source[end];
  }
  const rest = ++end;
  while (end < source.length && !isEnd(source[end], delimiter)) end++;
  return { cell: cell + source.slice(rest, end), end };
}

const isEnd = (letter: string | undefined, delimiter: string): boolean =>
  letter === delimiter || letter === '\n' || letter === '\r';

function delimiterOf(source: string): string {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(source)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const counts = DELIMITERS.map((each) => line.split(each).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/** Makes numbers or booleans of the texts of a column where all of them are such; an empty one is `null` then. */
export function typed(column: readonly string[]): unknown[] {
  const said = column.map((cell) => cell.trim());
  const full = said.filter((cell) => cell !== '');
  if (full.length > 0 && full.every((cell) => NUMBER.test(cell)))
    return said.map((cell) => (cell === '' ? null : Number(cell)));
  if (full.length > 0 && full.every((cell) => /^(?:true|false)$/i.test(cell)))
    return said.map((cell) => (cell === '' ? null : cell.toLowerCase() === 'true'));
  return [...column];
}
