/** @file The shapes of bars and points, as paths of a canvas. */

import type uPlot from 'uplot';
import type { Model } from './data/model.ts';

/** Points that are drawn as circles; more are squares, which cost a tenth. */
const MOST_CIRCLES = 5000;

/** Where bars and points lie, in pixels: of the canvas, or of the page. */
export interface Scale {
  x(value: number): number;
  y(value: number): number;
}

/** A bar: left, top, width, height. */
export type BarBox = readonly [number, number, number, number];

/** Returns the bars of a series. Between two neighbours a little is left free. */
export function boxesOf(
  model: Model,
  at: number,
  scale: Scale,
  from = 0,
  to = model.xs.length - 1,
): BarBox[] {
  const { ys, bases } = model.series[at]!;
  const half = (model.barWidth * (model.xKind === 'category' ? 0.8 : 1)) / 2;
  const boxes: BarBox[] = [];
  for (let place = from; place <= to; place++) {
    const y = ys[place];
    if (typeof y !== 'number') continue;
    const base = bases?.[place] ?? 0;
    const left = scale.x(model.xs[place]! - half);
    const right = scale.x(model.xs[place]! + half);
    const gap = right - left > 4 ? 1 : 0;
    const [top, bottom] = [scale.y(base), scale.y(base + y)].sort((a, b) => a - b) as [number, number];
    boxes.push([left + gap / 2, top, Math.max(1, right - left - gap), bottom - top]);
  }
  return boxes;
}

/** Builds the path of the bars of a series. */
export function barPath(
  model: Model,
  at: number,
  scale: Scale,
  from: number,
  to: number,
): uPlot.Series.Paths {
  const fill = new Path2D();
  for (const box of boxesOf(model, at, scale, from, to)) fill.rect(...box);
  return { stroke: null, fill, flags: 0 } as uPlot.Series.Paths;
}

/** Builds the path of the points of a series. @param radius - In pixels of the canvas. */
export function pointPath(
  model: Model,
  at: number,
  scale: Scale,
  radius: number,
  [from, to]: readonly [number, number],
): uPlot.Series.Paths {
  const fill = new Path2D();
  const { ys } = model.series[at]!;
  const circles = model.drawn <= MOST_CIRCLES;
  for (let place = from; place <= to; place++) {
    const value = ys[place];
    if (typeof value !== 'number') continue;
    const [x, y] = [scale.x(model.xs[place]!), scale.y(value)];
    if (circles) {
      fill.moveTo(x + radius, y);
      fill.arc(x, y, radius, 0, 2 * Math.PI);
    } else fill.rect(x - radius / 2, y - radius / 2, radius, radius);
  }
  return { stroke: null, fill, flags: 0 } as uPlot.Series.Paths;
}
