/** @file Writes tables for spreadsheets: CSV, and cells that no spreadsheet takes for a formula. */

/**
 * A cell that a spreadsheet would take for a formula: also with signs of full width, and behind characters that are not
 * seen, which some pass over.
 */
const FORMULA = /^\s*(?:[=+\-@＝＋－＠\t\r]|(?!\n)\p{C})/u;

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/** A text that no spreadsheet takes for a formula. Numbers stay numbers. */
const plainCell = (text: string): string => (FORMULA.test(text) && !isNumber(text) ? `'${text}` : text);

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** One cell of CSV: quoted where needed, and never a formula. */
function csvCell(text: string): string {
  const safe = plainCell(text);
  return /[",\n\r]/.test(safe) ? quoted(safe) : safe;
}

/** Writes rows as CSV, each line ended as RFC 4180 says. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** Writes rows as spreadsheets paste them: a tab between cells, a line for each row. */
export function tsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = plainCell(text);
    return /["\t\n\r]/.test(safe) ? quoted(safe) : safe;
  };
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}
