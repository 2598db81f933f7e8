/** @file Says in words what a plot shows, and lists the table behind it. */

import { type TemplateResult, html, nothing } from 'lit';
import { bounds } from './data/thin.ts';
import type { Mark, Model } from './data/model.ts';
import { cellText, tipNumber, tipX } from './data/formats.ts';

/** Rows of the table that are listed. */
const ROWS = 500;
/** Names of series that are said. */
const NAMES = 10;

const KINDS: Record<Mark, string> = { line: 'Line plot', bar: 'Bar plot', point: 'Scatter plot' };

/** Says in a sentence or two what a plot shows. */
export function summaryOf(model: Model, xTitle: string, yTitle: string): string {
  const { mark, series, xs, xKind, categories, drawn } = model;
  const [left, right] = bounds(xs);
  const ends = series.map(({ ys }) => bounds(ys));
  const [low, high] = [Math.min(...ends.map(([least]) => least)), Math.max(...ends.map(([, most]) => most))];
  const said = [`${KINDS[mark]} of ${yTitle} by ${xTitle}`];
  if (series.length > 1) {
    const names = series.slice(0, NAMES).map(({ name }) => name);
    said.push(`${series.length} series: ${names.join(', ')}${series.length > NAMES ? ' and others' : ''}`);
  }
  if (low > high) return `${said.join(', ')}. No points.`;
  const points = `${drawn.toLocaleString()} ${drawn === 1 ? 'point' : 'points'}`;
  const across =
    xKind === 'category'
      ? `${categories.length} categories, ${cut(categories)}`
      : `${xTitle} from ${tipX(left, xKind, [], right - left)} to ${tipX(right, xKind, [], right - left)}`;
  return `${said.join(', ')}. ${points}. ${across}; ${yTitle} from ${tipNumber(low)} to ${tipNumber(high)}.`;
}

const cut = (names: readonly string[]): string =>
  `${names.slice(0, NAMES).join(', ')}${names.length > NAMES ? ' and others' : ''}`;

/** Lists the table behind a plot. */
export function renderTable({ table }: Model, name: string): TemplateResult {
  const { headers, columns, rowCount } = table;
  const rows = Array.from({ length: Math.min(ROWS, rowCount) }, (_, row) =>
    columns.map((column) => column[row]),
  );
  return html`<div class="data" part="data" role="region" aria-label=${`Data of ${name}`} tabindex="0">
    <table>
      <thead><tr>${headers.map((header) => html`<th scope="col">${header}</th>`)}</tr></thead>
      <tbody>${rows.map(
        (row) =>
          html`<tr>${row.map((cell) => html`<td class=${typeof cell === 'number' ? 'figure' : ''}>${cellText(cell)}</td>`)}</tr>`,
      )}</tbody>
    </table>
    ${rowCount > ROWS ? html`<p class="more">… ${(rowCount - ROWS).toLocaleString()} more rows</p>` : nothing}
  </div>`;
}
