/** @file What a pointer or the keys point at in a plot, and the range that they brush. */

import type { Model } from './data/model.ts';
import type { PlotDrawing } from './drawing.ts';
import type { Brushed } from './plot-host.ts';

/** Pixels that a press moves before it is a brush. */
const SLACK = 4;
/** Pixels from a point at which it is still meant. */
const REACH = 24;
/** Milliseconds that a brush by keys has to rest before it is told. */
const REST_MS = 250;

/** A place along x, and the series that is meant: -1 for all of them. */
export interface Pointed {
  place: number;
  series: number;
  /** True when keys led there: it is to be spoken. */
  byKeys: boolean;
}

/** What pointing needs of what is drawn. */
interface PointingHost {
  readonly drawing: PlotDrawing | null;
  readonly model: Model | null;
  readonly hidden: ReadonlySet<number>;
  onPoint(): void;
  onBrush(detail: Brushed): void;
  onDoubleClick(): void;
}

/** Follows a pointer over a plot, and the keys while it has the focus. */
export class Pointing {
  pointed: Pointed | null = null;
  /** The brushed range, in units of x. */
  brush: readonly [number, number] | null = null;
  readonly #host: PointingHost;
  #start: { left: number; x: number } | null = null;
  #anchor: number | null = null;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PointingHost) {
    this.#host = host;
  }

  /** Another model is drawn: what was pointed at is somewhere else. */
  replaced(): void {
    const { model } = this.#host;
    if (this.pointed && (!model || this.pointed.place >= model.xs.length)) this.pointed = null;
  }

  /** Takes the brush away. */
  clear(): void {
    clearTimeout(this.#resting);
    this.brush = this.#start = this.#anchor = null;
  }

  onDown = (event: PointerEvent): void => {
    const { drawing } = this.#host;
    if (!drawing || event.button !== 0) return;
    const left = leftOf(event);
    this.#start = { left, x: drawing.x(left) };
    this.brush = this.#anchor = null;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#host.onPoint();
  };

  onMove = (event: PointerEvent): void => {
    const { drawing, model } = this.#host;
    if (!drawing || !model) return;
    const { left: from, top: above } = (event.currentTarget as Element).getBoundingClientRect();
    const { width } = drawing.box;
    const left = Math.min(width, Math.max(0, event.clientX - from));
    if (this.#start && Math.abs(left - this.#start.left) > SLACK)
      this.#spread(this.#start.x, drawing.x(left));
    this.pointed = model.mark === 'point' ? this.#closest(left, event.clientY - above) : this.#above(left);
    this.#host.onPoint();
  };

  onUp = (): void => {
    const brushing = this.#start !== null && this.brush !== null;
    this.#start = null;
    if (brushing) this.#tell();
  };

  onCancel = (): void => {
    this.clear();
    this.#host.onPoint();
  };

  onLeave = (): void => {
    if (this.#start) return;
    this.pointed = null;
    this.#host.onPoint();
  };

  onDoubleClick = (): void => {
    this.clear();
    this.#host.onPoint();
    this.#host.onDoubleClick();
  };

  onKey = (event: KeyboardEvent): void => {
    const { model } = this.#host;
    if (!model) return;
    const { place = -1 } = this.pointed ?? {};
    const last = model.xs.length - 1;
    let next: number;
    if (event.key === 'ArrowRight') next = this.#next(place, 1);
    else if (event.key === 'ArrowLeft') next = this.#next(place < 0 ? last + 1 : place, -1);
    else if (event.key === 'Home') next = this.#next(-1, 1);
    else if (event.key === 'End') next = this.#next(last + 1, -1);
    else if (event.key === 'Escape' && (this.brush || this.pointed)) {
      this.clear();
      this.pointed = null;
      event.stopPropagation(); // what is around it stays open
      return this.#host.onPoint();
    } else return;
    event.preventDefault();
    if (next < 0) return;
    if (event.shiftKey) {
      this.#anchor ??= place < 0 ? next : place;
      this.#spread(model.xs[this.#anchor]!, model.xs[next]!);
      clearTimeout(this.#resting);
      this.#resting = setTimeout(() => this.#tell(), REST_MS);
    } else this.#anchor = null;
    const series = model.mark === 'point' ? model.series.findIndex((_, at) => this.#has(next, at)) : -1;
    this.pointed = { place: next, series, byKeys: true };
    this.#host.onPoint();
  };

  onBlur = (): void => {
    if (!this.pointed?.byKeys) return;
    this.pointed = null;
    this.#host.onPoint();
  };

  /** The next place in which something is drawn; of lines and bars, at another x. */
  #next(from: number, step: number): number {
    const { model, drawing } = this.#host;
    const { xs, mark } = model!;
    const [least, most] = drawing?.range ?? [-Infinity, Infinity];
    for (let at = from + step; at >= 0 && at < xs.length; at += step) {
      if (mark !== 'point' && xs[at] === xs[from]) continue;
      if (xs[at]! >= least && xs[at]! <= most && model!.series.some((_, each) => this.#has(at, each)))
        return at;
    }
    return -1;
  }

  #has(place: number, series: number): boolean {
    return !this.#host.hidden.has(series) && typeof this.#host.model!.series[series]!.ys[place] === 'number';
  }

  #above(left: number): Pointed | null {
    const { drawing, model } = this.#host;
    const nearest = drawing!.nearest(left);
    const place = model!.xs.indexOf(model!.xs[nearest]!);
    if (place < 0) return null;
    const half = drawing!.left(model!.xs[place]! + model!.barWidth / 2) - drawing!.left(model!.xs[place]!);
    const far = model!.mark === 'bar' && Math.abs(drawing!.left(model!.xs[place]!) - left) > half + 1;
    return far ? null : { place, series: -1, byKeys: false };
  }

  #closest(left: number, top: number): Pointed | null {
    const { drawing, model } = this.#host;
    const [from, to] = [drawing!.x(left - REACH), drawing!.x(left + REACH)];
    const unit = REACH / ((to - from) / 2);
    // Over small distances a pixel is as much of y everywhere.
    const zero = drawing!.top(0);
    const each = drawing!.top(1) - zero;
    let best: Pointed | null = null;
    let least = REACH ** 2;
    const middle = (from + to) / 2;
    for (
      let place = lowerBound(model!.xs, from);
      place < model!.xs.length && model!.xs[place]! <= to;
      place++
    ) {
      const across = (model!.xs[place]! - middle) * unit;
      for (let series = 0; series < model!.series.length; series++) {
        if (!this.#has(place, series)) continue;
        const up = zero + each * model!.series[series]!.ys[place]! - top;
        const distance = across ** 2 + up ** 2;
        if (distance > least) continue;
        least = distance;
        best = { place, series, byKeys: false };
      }
    }
    return best;
  }

  #spread(a: number, b: number): void {
    const { drawing, model } = this.#host;
    const [least, most] = drawing!.range;
    let [from, to] = [Math.max(least, Math.min(a, b)), Math.min(most, Math.max(a, b))];
    if (model!.xKind === 'category') [from, to] = [Math.round(from) - 0.5, Math.round(to) + 0.5];
    this.brush = [from, to];
  }

  #tell(): void {
    const { model } = this.#host;
    if (!this.brush || !model) return;
    const [from, to] = this.brush;
    const value = model.xKind === 'category' ? model.categories.slice(from + 0.5, to + 0.5) : [from, to];
    this.#host.onBrush({ index: [...value], value: [...value], selected: true });
  }
}

function leftOf(event: PointerEvent): number {
  return event.clientX - (event.currentTarget as Element).getBoundingClientRect().left;
}

/** The number of the first value that is not less. */
function lowerBound(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
