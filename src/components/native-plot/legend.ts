/** @file The legend of a plot: the names of its colours. */

import { type TemplateResult, html, nothing } from 'lit';
import type { Model } from './data/model.ts';
import { tipNumber } from './data/formats.ts';
import { say } from '../../words/plot.ts';

/** Series that are named. */
const MOST = 24;

/**
 * Draws the names of the colours, each a button that hides its series; of a numeric colour a band from the least to the
 * greatest.
 */
export function renderLegend(
  { series, ramp, colorName }: Model,
  colours: readonly string[],
  hidden: ReadonlySet<number>,
  title: string,
  toggle: (series: number) => void,
): TemplateResult | typeof nothing {
  if (!colorName) return nothing;
  if (ramp)
    return html`<div class="legend" part="legend" role="group" aria-label=${title}>
      <span class="legend-title">${title}</span><span>${tipNumber(Number(ramp[0].toPrecision(3)))}</span>
      <span class="ramp" .style=${`background: linear-gradient(to right, ${colours.join(', ')})`}></span>
      <span>${tipNumber(Number(ramp[1].toPrecision(3)))}</span>
    </div>`;
  return html`<div class="legend" part="legend" role="group" aria-label=${title}>
    <span class="legend-title" aria-hidden="true">${title}</span>
    ${series.slice(0, MOST).map(
      ({ name }, at) => html`<button
        class="entry"
        part="entry"
        aria-pressed=${!hidden.has(at)}
        @click=${() => toggle(at)}
      ><span class="swatch" .style=${`background: ${colours[at]}`}></span>${name || '–'}</button>`,
    )}
    ${series.length > MOST ? html`<span class="legend-title">${say('andMore', { count: series.length - MOST })}</span>` : nothing}
  </div>`;
}
