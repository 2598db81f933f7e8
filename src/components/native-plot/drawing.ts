/** @file Draws a plot on a canvas, with uPlot; loaded with the first table. */

import uPlot from 'uplot';
import type { Model } from './data/model.ts';
import { tickNumber, tickTimes } from './data/formats.ts';
import { type Look, colourOf } from './look.ts';
import { barPath, pointPath } from './marks.ts';

/** What a plot is drawn with besides its model. */
export interface Setting {
  look: Look;
  colorMap: Record<string, string> | null;
  /** Numbers of the series that are not drawn. */
  hidden: ReadonlySet<number>;
  xLim: readonly (number | null)[] | null;
  yLim: readonly (number | null)[] | null;
  xTitle: string;
  yTitle: string;
  width: number;
  height: number;
}

const FONT_SIZE = 12;
const POINT_RADIUS = 3.5;
/** Part of the height that is left free above and below. */
const PADDING = 0.06;

/** Where an axis has its ticks: what the files need that are made of a plot. */
export interface Ticks {
  values: number[];
  words: string[];
}

/** A plot on a canvas. */
export class PlotDrawing {
  readonly #place: HTMLElement;
  #plot: uPlot | null = null;
  #model!: Model;
  #setting!: Setting;
  /** What cannot be changed without making the plot anew. */
  #kind = '';

  /** @param place - The element that the plot is put into. */
  constructor(place: HTMLElement) {
    this.#place = place;
  }

  /** Draws a model. What is the same in kind as the one before costs only its paint. */
  draw(model: Model, setting: Setting): void {
    const before = this.#setting as Setting | undefined;
    [this.#model, this.#setting] = [model, setting];
    const kind = JSON.stringify([
      model.mark,
      model.xKind,
      model.series.length,
      setting.xTitle,
      setting.yTitle,
      [...setting.hidden],
      setting.look.font,
    ]);
    if (!this.#plot || kind !== this.#kind) {
      this.#plot?.destroy();
      this.#kind = kind;
      this.#plot = new uPlot(this.#options(), this.#data(), this.#place);
    } else {
      if (before?.width !== setting.width || before.height !== setting.height) this.#plot.setSize(setting);
      this.#plot.setData(this.#data());
    }
  }

  destroy(): void {
    this.#plot?.destroy();
    this.#plot = null;
  }

  /** The part over which the pointer moves. */
  get over(): HTMLElement | null {
    return this.#plot?.over ?? null;
  }

  get canvas(): HTMLCanvasElement | null {
    return this.#plot?.ctx.canvas ?? null;
  }

  /** Pixels of the page, from the left of the plotted part. */
  left(x: number): number {
    return this.#plot!.valToPos(x, 'x');
  }

  /** Pixels of the page, from the top of the plotted part. */
  top(y: number): number {
    return this.#plot!.valToPos(y, 'y');
  }

  /** The place along x of a pixel. */
  x(left: number): number {
    return this.#plot!.posToVal(left, 'x');
  }

  /** The number of the place nearest to a pixel. */
  nearest(left: number): number {
    return this.#plot!.posToIdx(left);
  }

  /** The plotted part within the canvas, in pixels of the page. */
  get box(): { left: number; top: number; width: number; height: number } {
    const { left, top, width, height } = this.#plot!.bbox;
    const ratio = devicePixelRatio;
    return { left: left / ratio, top: top / ratio, width: width / ratio, height: height / ratio };
  }

  /** What is seen along x. */
  get range(): readonly [number, number] {
    const { min = 0, max = 0 } = this.#plot?.scales.x ?? {};
    return [min, max];
  }

  get ticks(): { x: Ticks; y: Ticks } {
    const [x, y] = this.#plot!.axes.map((axis) => {
      const { _splits, _values } = axis as unknown as { _splits: number[] | null; _values: string[] | null };
      return { values: _splits ?? [], words: (_values ?? []).map((word) => String(word ?? '')) };
    });
    return { x: x!, y: y! };
  }

  #data(): uPlot.AlignedData {
    const { xs, series } = this.#model;
    const rows = series.map(({ ys, bases }) =>
      bases ? ys.map((y, at) => (typeof y === 'number' ? bases[at]! + y : y)) : ys,
    );
    return [xs, ...rows] as uPlot.AlignedData;
  }

  #options(): uPlot.Options {
    const { width, height, look } = this.#setting;
    const { series, xKind } = this.#model;
    const font = `${FONT_SIZE}px ${look.font}`;
    return {
      width,
      height,
      padding: [10, xKind === 'time' ? 24 : 14, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      select: { show: false } as uPlot.Select,
      scales: {
        x: { time: xKind === 'time', range: (_, min, max) => this.#xRange(min, max) },
        y: { range: (_, min, max) => this.#yRange(min, max) },
      },
      axes: [
        { ...this.#axis(font), ...this.#xTicks(font), label: this.#setting.xTitle || undefined },
        {
          ...this.#axis(font),
          label: this.#setting.yTitle || undefined,
          size: (plot, words) => 18 + Math.max(14, widest(plot.ctx, font, words ?? [])),
          values: (_, ticks, _axis, _space, step) => ticks.map((tick) => tickNumber(tick, step)),
          space: 34,
        },
      ] as uPlot.Axis[],
      series: [{}, ...series.map((_, at) => this.#series(at))],
    };
  }

  #axis(font: string): uPlot.Axis {
    return {
      font,
      labelFont: `600 ${font}`,
      labelSize: 22,
      stroke: () => this.#setting.look.muted,
      grid: { stroke: () => this.#setting.look.border, width: 1 },
      ticks: { stroke: () => this.#setting.look.border, width: 1, size: 4 },
      gap: 6,
    };
  }

  #xTicks(font: string): uPlot.Axis {
    const { xKind } = this.#model;
    if (xKind === 'category') {
      const shown = (plot: uPlot) => this.#names(plot, font);
      return {
        grid: { show: false },
        splits: () => this.#model.categories.map((_, at) => at),
        values: (plot) => shown(plot).words,
        rotate: (plot) => (shown(plot).turned ? 40 : 0),
        size: (plot) => {
          const { turned, words } = shown(plot);
          return turned ? 22 + Math.sin(0.7) * widest(plot.ctx, font, words) : 34;
        },
      };
    }
    if (xKind === 'time')
      return {
        size: 46,
        space: 76,
        values: (_, ticks, _axis, _space, step) => tickTimes(ticks, step),
      };
    return {
      size: 34,
      space: (plot) => 30 + widest(plot.ctx, font, [tickNumber(plot.scales.x!.max ?? 0, 0.1)]),
      values: (_, ticks, _axis, _space, step) => ticks.map((tick) => tickNumber(tick, step)),
    };
  }

  /** The names under a plot: as many as there is room for, turned where they are long. */
  #names(plot: uPlot, font: string): { words: string[]; turned: boolean } {
    const { categories } = this.#model;
    const room = (this.#setting.width - 70) / Math.max(1, categories.length);
    const turned = widest(plot.ctx, font, categories) + 8 > room;
    const most = turned ? 14 : 40;
    const words = categories.map((name) => (name.length > most ? `${name.slice(0, most - 1)}…` : name));
    const each = turned ? Math.ceil((FONT_SIZE + 4) / room) : 1;
    return { words: words.map((word, at) => (at % each ? '' : word)), turned };
  }

  #series(at: number): uPlot.Series {
    const colour = () => colourOf(this.#model, at, this.#setting.look, this.#setting.colorMap);
    const { mark } = this.#model;
    const show = !this.#setting.hidden.has(at);
    if (mark === 'line') {
      const points = { stroke: colour, fill: colour, size: 5, width: 0 };
      return { show, stroke: colour, width: 1.75, points } as uPlot.Series;
    }
    return {
      show,
      fill: colour,
      stroke: colour,
      width: 0,
      alpha: mark === 'point' ? 0.8 : 1,
      points: { show: false },
      paths: (plot, _, from, to) => {
        const scale = {
          x: (value: number) => plot.valToPos(value, 'x', true),
          y: (value: number) => plot.valToPos(value, 'y', true),
        };
        return mark === 'bar'
          ? barPath(this.#model, at, scale, from, to)
          : pointPath(this.#model, at, scale, POINT_RADIUS * devicePixelRatio, [from, to]);
      },
    };
  }

  #xRange(min: number | null, max: number | null): [number, number] {
    const { mark, xKind, barWidth, categories } = this.#model;
    let [from, to] = [min ?? 0, max ?? 1];
    if (xKind === 'category') [from, to] = [-0.5, categories.length - 0.5];
    else if (mark === 'bar') [from, to] = [from - barWidth / 2, to + barWidth / 2];
    else if (mark === 'point') [from, to] = [from - (to - from) * 0.02, to + (to - from) * 0.02];
    if (from === to) [from, to] = [from - (Math.abs(from) * 0.1 || 1), to + (Math.abs(to) * 0.1 || 1)];
    return within([from, to], this.#setting.xLim);
  }

  #yRange(min: number | null, max: number | null): [number, number] {
    let [from, to] = [min ?? 0, max ?? 1];
    if (this.#model.mark === 'bar') {
      [from, to] = [Math.min(0, from), Math.max(0, to)];
      if (from === to) to = 1;
      const free = (to - from) * PADDING;
      return within([from < 0 ? from - free : 0, to > 0 ? to + free : 0], this.#setting.yLim);
    }
    const free = (to - from) * PADDING || Math.abs(from) * 0.1 || 1;
    return within([from - free, to + free], this.#setting.yLim);
  }
}

/** A range with the ends that the page has said. */
function within([from, to]: [number, number], limits: readonly (number | null)[] | null): [number, number] {
  const [low = null, high = null] = limits ?? [];
  const range: [number, number] = [low ?? from, high ?? to];
  if (!(range[1] - range[0] < Infinity)) return [-1e300, 1e300];
  return range[0] < range[1] ? range : [range[0], range[0] + (Math.abs(range[0]) * 1e-6 || 1)];
}

const widths = new Map<string, number>();

/** Pixels of the widest of some words. */
function widest(context: CanvasRenderingContext2D, font: string, words: readonly string[]): number {
  let most = 0;
  for (const word of words) {
    if (word === null || word === undefined) continue;
    const key = `${font} ${word}`;
    let width = widths.get(key);
    if (width === undefined) {
      context.save();
      context.font = font;
      width = context.measureText(word).width;
      context.restore();
      if (widths.size > 5000) widths.clear();
      widths.set(key, width);
    }
    most = Math.max(most, width);
  }
  return most;
}
