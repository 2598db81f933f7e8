/** @file Draws the header of a column: its name, which sorts, its menu, and the edge that is dragged. */

import { type TemplateResult, html, nothing, svg } from 'lit';
import { icon } from '../../parts/icons.ts';
import type { ShownTable } from '../table/shown-table.ts';
import { say } from '../../../words/table.ts';

/** Ellipsis, upright. */
const moreIcon = icon(
  svg`<circle cx="12" cy="12" r="1"/><circle cx="12" cy="5" r="1"/><circle cx="12" cy="19" r="1"/>`,
);
/** Arrow up. */
const ascendingIcon = icon(svg`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`);
/** Arrow down. */
const descendingIcon = icon(svg`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`);
/** Funnel. */
const filterIcon = icon(
  svg`<path d="M10 20a1 1 0 0 0 .553.895l2 1A1 1 0 0 0 14 21v-7a2 2 0 0 1 .517-1.341L21.74 4.67A1 1 0 0 0 21 3H3a1 1 0 0 0-.742 1.67l7.225 7.989A2 2 0 0 1 10 14z"/>`,
);

/** What is done by the header of a column. */
export interface HeaderDoer {
  sort(column: number, event: MouseEvent): void;
  openColumnMenu(column: number, event: Event): void;
  resize(column: number, event: PointerEvent): void;
}

/** Which header is drawn, and where. */
interface HeaderPlace {
  classes: string;
  style: string;
  index: number;
  tabindex: number;
}

/** Draws the header of a column. */
export function headerCell(
  { shown, doer, column }: { shown: ShownTable; doer: HeaderDoer; column: number },
  { classes, style, index, tabindex }: HeaderPlace,
): TemplateResult {
  const name = shown.table.headers[column]!;
  const at = shown.sorts.findIndex((each) => each.column === column);
  const sort = shown.sorts[at];
  const direction = sort && (sort.descending ? 'descending' : 'ascending');
  const isFiltered = shown.conditions.some((each) => each.column === column);
  return html`<div
    class=${classes}
    part="header"
    role="columnheader"
    aria-colindex=${index}
    aria-sort=${at === 0 && direction ? direction : nothing}
    tabindex=${tabindex}
    .style=${style}
  >
    <button class="name" tabindex="-1" type="button" @click=${(event: MouseEvent) => doer.sort(column, event)}>
      <span class="words">${name || html`<span class="visually-hidden">${say('column', { number: column + 1 })}</span>`}</span>
      ${direction ? (sort.descending ? descendingIcon : ascendingIcon) : nothing}
      ${shown.sorts.length > 1 && direction ? html`<span class="rank">${at + 1}</span>` : nothing}
      ${isFiltered ? html`${filterIcon}<span class="visually-hidden">${say('filtered')}</span>` : nothing}
    </button>
    <button
      class="more"
      part="button"
      tabindex="-1"
      type="button"
      aria-label=${name ? say('actionsFor', { name }) : say('actionsForColumn', { number: column + 1 })}
      aria-haspopup="menu"
      @click=${(event: Event) => doer.openColumnMenu(column, event)}
    >${moreIcon}</button>
    <span class="grip" @pointerdown=${(event: PointerEvent) => doer.resize(column, event)}></span>
  </div>`;
}
