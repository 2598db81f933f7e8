/** @file Chooses the page numbers that stand under a long list of examples. */

/** What stands in a row of page numbers: a page, from 0, or a gap. */
export type PageMark = number | 'gap';

/** The first page, the last one, the current one and two on each side; what is left out is a gap. */
export function pageMarks(count: number, current: number): PageMark[] {
  const marks: PageMark[] = [];
  for (let page = 0; page < count; page++) {
    if (page === 0 || page === count - 1 || Math.abs(page - current) <= 2) marks.push(page);
    else if (marks.at(-1) !== 'gap') marks.push('gap');
  }
  return marks;
}
