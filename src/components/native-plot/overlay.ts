/** @file Draws what lies over a plot: what is brushed, and what is pointed at. */

import { type TemplateResult, html, nothing } from 'lit';
import type { Model } from './data/model.ts';
import type { PlotDrawing } from './drawing.ts';
import type { Pointed, Pointing } from './pointing.ts';
import { type TipSetting, renderTip, tipOf, tipWords } from './tip.ts';

/** What is drawn below, and how. */
interface Below {
  readonly model: Model;
  readonly drawing: PlotDrawing;
  readonly setting: Omit<TipSetting, 'span'>;
}

/** Draws the range that is brushed, and the point that is pointed at with what is told of it. */
export function renderOverlay(below: Below, { brush, pointed }: Pointing): TemplateResult {
  const { model, drawing, setting } = below;
  const [from, to] = drawing.range;
  const tip = pointed && tipOf(model, pointed, { ...setting, span: to - from });
  const place = pointed ? drawing.left(model.xs[pointed.place]!) : 0;
  return html`${brush ? band(drawing.left(Math.max(from, brush[0])), drawing.left(Math.min(to, brush[1]))) : nothing}
    ${tip && model.mark === 'line' ? html`<div class="line" .style=${`left: ${place}px`}></div>` : nothing}
    ${tip ? dots(below, pointed) : nothing}
    ${tip ? html`<div class="tip ${place > drawing.box.width / 2 ? 'before' : ''}" part="tip" .style=${`left: ${place}px; top: ${heightOf(below, pointed)}px`}>${renderTip(tip)}</div>` : nothing}
    <span class="visually-hidden" role="status">${tip && pointed.byKeys ? tipWords(tip) : ''}</span>`;
}

const band = (left: number, right: number): TemplateResult =>
  html`<div class="brush" part="brush" .style=${`left: ${left}px; width: ${right - left}px`}></div>`;

/** Where a tip stands: beside a point of a cloud, else at the top. */
function heightOf({ model, drawing }: Below, { place, series }: Pointed): number {
  const y = series < 0 ? null : model.series[series]?.ys[place];
  return typeof y === 'number' ? Math.max(0, drawing.top(y) - 12) : 4;
}

function dots({ model, drawing, setting }: Below, { place, series: only }: Pointed): unknown {
  const { mark, series, xs } = model;
  if (mark === 'bar') return nothing;
  return series.map(({ ys }, at) => {
    if (setting.hidden.has(at) || (only >= 0 && at !== only)) return nothing;
    let each = place;
    while (typeof ys[each] !== 'number' && xs[each + 1] === xs[place]) each++;
    const y = ys[each];
    if (typeof y !== 'number') return nothing;
    return html`<div class="dot" .style=${`left: ${drawing.left(xs[place]!)}px; top: ${drawing.top(y)}px; background: ${setting.colours[at]}`}></div>`;
  });
}
