/** @file The legend of a HighlightedText: its labels and their colours, or the scale of its scores. */

import { type TemplateResult, html, nothing } from 'lit';
import { say } from '../../words/text.ts';

/** Labels that a legend names; the rest is counted. */
const MOST = 100;

/** What a legend shows, and whom it tells. */
export interface Legend {
  labels: readonly string[];
  /** There are scores. */
  scores: boolean;
  /** The label that was pressed. */
  held: string | null;
  styleOf(label: string): string;
  /** The user points at a label, or at none. */
  point(label: string | null): void;
  press(label: string): void;
}

/** Draws the legend. */
export function renderLegend({ labels, scores, held, styleOf, point, press }: Legend): TemplateResult {
  const more = labels.length - MOST;
  return html`<div class="legend" part="legend">
    ${
      scores
        ? html`<div class="scale" role="img" aria-label=${say('shades')}>
            <span>−1</span><span>0</span><span>1</span>
          </div>`
        : nothing
    }
    ${
      labels.length > 0
        ? html`<ul class="labels" aria-label=${say('labelList')}>
            ${labels.slice(0, MOST).map(
              (label) =>
                html`<li>
                  <button
                    class="entry"
                    part="entry"
                    type="button"
                    aria-pressed=${held === label}
                    .style=${styleOf(label)}
                    @pointerenter=${() => point(label)}
                    @pointerleave=${() => point(null)}
                    @focus=${() => point(label)}
                    @blur=${() => point(null)}
                    @click=${() => press(label)}
                  ><span class="swatch"></span>${label || say('noName')}</button>
                </li>`,
            )}
            ${more > 0 ? html`<li class="hint">${say('andMoreLabels', { count: more })}</li>` : nothing}
          </ul>`
        : nothing
    }
  </div>`;
}
