/** @file Says in words what a plot shows, and lists the table behind it. */

import { type TemplateResult, html, nothing } from 'lit';
import { bounds } from './data/thin.ts';
import type { Model } from './data/model.ts';
import { cellText, tipNumber, tipX } from './data/formats.ts';
import { say } from '../../words/plot.ts';

/** Rows of the table that are listed. */
const ROWS = 500;
/** Names of series that are said. */
const NAMES = 10;

const KINDS = { line: 'linePlotOf', bar: 'barPlotOf', point: 'scatterPlotOf' } as const;

/** Says in a sentence or two what a plot shows. */
export function summaryOf(model: Model, xTitle: string, yTitle: string): string {
  const { mark, series, xs, xKind, categories, drawn } = model;
  const [left, right] = bounds(xs);
  const ends = series.map(({ ys }) => bounds(ys));
  const [low, high] = [Math.min(...ends.map(([least]) => least)), Math.max(...ends.map(([, most]) => most))];
  const said = [say(KINDS[mark], { y: yTitle, x: xTitle })];
  if (series.length > 1) {
    said.push(say('seriesOf', { count: series.length, names: cut(series.map(({ name }) => name)) }));
  }
  if (low > high) return `${said.join(', ')}. ${say('noPoints')}.`;
  const points = say('points', { count: drawn });
  const across =
    xKind === 'category'
      ? say('categories', { count: categories.length, names: cut(categories) })
      : say('fromTo', {
          name: xTitle,
          from: tipX(left, xKind, [], right - left),
          to: tipX(right, xKind, [], right - left),
        });
  return `${said.join(', ')}. ${points}. ${across}; ${say('fromTo', { name: yTitle, from: tipNumber(low), to: tipNumber(high) })}.`;
}

function cut(names: readonly string[]): string {
  const words = names.slice(0, NAMES).join(', ');
  return names.length > NAMES ? say('andOthers', { names: words }) : words;
}

/** Lists the table behind a plot. */
export function renderTable({ table }: Model, name: string): TemplateResult {
  const { headers, columns, rowCount } = table;
  const rows = Array.from({ length: Math.min(ROWS, rowCount) }, (_, row) =>
    columns.map((column) => column[row]),
  );
  return html`<div class="data" part="data" role="region" aria-label=${say('dataOf', { name })} tabindex="0">
    <table>
      <thead><tr>${headers.map((header) => html`<th scope="col">${header}</th>`)}</tr></thead>
      <tbody>${rows.map(
        (row) =>
          html`<tr>${row.map((cell) => html`<td class=${typeof cell === 'number' ? 'figure' : ''}>${cellText(cell)}</td>`)}</tr>`,
      )}</tbody>
    </table>
    ${rowCount > ROWS ? html`<p class="more">${say('moreRows', { count: rowCount - ROWS })}</p>` : nothing}
  </div>`;
}
