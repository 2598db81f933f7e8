/** @file Writes rows as CSV, safe for spreadsheets. */

/**
 * A cell that a spreadsheet would take for a formula: also with signs of full width, and behind characters that are not
 * seen, which some pass over.
 */
const FORMULA = /^\s*(?:[=+\-@＝＋－＠\t\r]|(?!\n)\p{C})/u;

/** One cell of CSV: quoted where needed, and never a formula. Numbers stay numbers. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !isNumber(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV, each line ended as RFC 4180 says. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));
