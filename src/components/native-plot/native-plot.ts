/** @file `NativePlot`: what LinePlot, BarPlot and ScatterPlot have in common. */

import { type TemplateResult, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { Any, ElementTypes, TYPES, ValueEvent } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import type { TableLike } from '../../shared/values/table.ts';
import { type Converter, buttonsConverter, numberConverter } from '../base/attributes.ts';
import { LazyView } from '../base/lazy-view.ts';
import { DisplayElement } from '../display/display.ts';
import type { Mark } from './data/model.ts';
import type { NativePlotView } from './native-plot-view.ts';
import type { Brushed, PlotHost } from './plot-host.ts';

/** What a plot shows: a table, or nothing. */
export type PlotValue = TableLike | null;

interface PlotTypes extends ElementTypes {
  input: PlotValue;
  output: TableLike;
  events: {
    change: ValueEvent<PlotValue>;
    select: CustomEvent<Brushed>;
    doubleClick: CustomEvent<Record<string, never>>;
  };
}

/** A text is what it is: what it stands for is read when it is drawn. */
const asGiven: Converter = { nullable: true, takesText: true, fromAttribute: (text) => text };

/** Options that are called as what all elements of a page have. */
export interface PlotOptions {
  append?: boolean;
}

/** A plot of a table, which the browser draws. */
export abstract class NativePlot extends DisplayElement<PlotValue> implements PlotHost {
  declare readonly [TYPES]: PlotTypes;
  static override events = ['change', 'select', 'doubleClick'];
  static override styles = [
    ...DisplayElement.styles,
    css`
      .panel {
        min-height: var(--_min);
        padding: calc(var(--_space) * 2) calc(var(--_space) * 2) calc(var(--_space) * 3);
      }
    `,
  ];

  /** @internal */
  abstract readonly mark: Mark;

  /** A table: `{ headers, data }`, a list of objects, an object of lists, a list of rows the first of which has the headers, CSV text, or a file of CSV. */
  @property({ converter: asGiven }) value: PlotValue = null;
  /** The column along x: numbers, dates (`Date`, ISO text, seconds) or names. Unset: the first. */
  @property() x = '';
  /** The column of numbers. Unset: the first column of numbers that is not `x`. */
  @property() y = '';
  /** The column whose values have a colour each; a column of numbers has shades. */
  @property() color = '';
  /** Says what the column along x is, where it is not to be found out: `number`, `time` (numbers are seconds), `category`. */
  @property() xType = '';
  /** Width of the bins along x: a number, or for dates `"10s"`, `"15m"`, `"1h"`, `"1d"`. */
  @property({ converter: asGiven }) xBin: number | string = '';
  /** What becomes of values in the same bin, or of the same name: `sum` (default), `mean`, `median`, `min`, `max`, `count`. */
  @property() yAggregate = '';
  /** Stands above the plot. */
  @property() override title = '';
  /** Stands at the axis of x; the column's name when unset. */
  @property() xTitle = '';
  /** Stands at the axis of y; the column's name when unset. */
  @property() yTitle = '';
  /** Stands before the colours; the column's name when unset. */
  @property() colorTitle = '';
  /** CSS colours by the values of `color`. */
  @property({ type: Object }) colorMap: Record<string, string> | null = null;
  /** First and last value of x to be shown, `[from, to]`; `null` in it is that of the data. */
  @property({ type: Array }) xLim: unknown[] | null = null;
  /** Least and greatest value of y to be shown. */
  @property({ type: Array }) yLim: (number | null)[] | null = null;
  /** The order of names along x: `"x"`, `"-x"`, `"y"`, `"-y"`, or a list of them. Unset: that of the data. */
  @property({ converter: asGiven }) sort: string | string[] | null = null;
  /** What is told of the point under the pointer: `axis`, `all` columns, `none`, or a list of columns. */
  @property({ converter: asGiven }) tooltip: string | string[] = 'axis';
  /** Pixels. */
  @property({ type: Number }) height = 300;
  /** Stands under the plot. */
  @property() caption = '';
  /** True: each value is joined to those before it, and `null` begins anew. An object may be one row: `{ t: 1, v: 2 }`. */
  @property({ type: Boolean }) override append: Any = false;
  /** The most rows that are kept, the last ones; all when unset. */
  @property({ converter: numberConverter }) window: number | null = null;
  /** Small buttons: `download` (`png` or `svg` alone), `table`, `fullscreen`, or elements of the page's own. */
  @property({ converter: buttonsConverter }) override buttons: (string | Node)[] = [
    'download',
    'table',
    'fullscreen',
  ];

  /** What was shown, and what came since, before there was a view to join it. @internal */
  early: unknown[] = [];
  readonly #lazyView = new LazyView<NativePlotView>(this, async (root) => {
    const { NativePlotView } = await lazy(() => import('./native-plot-view.ts'));
    return new NativePlotView(this, root);
  });

  constructor(options?: object) {
    super(options);
    this.minWidth = 280;
  }

  /** @internal */
  get name(): string {
    return this.accessibleName;
  }

  /** @internal */
  notify(name: 'select' | 'doubleClick', detail: Brushed | Record<string, never>): void {
    this.emit(name, detail);
  }

  override fromHandler(given: unknown): void {
    if (!this.append || !given) {
      this.early = [];
      return super.fromHandler(given);
    }
    const { view } = this.#lazyView;
    if (view) return super.fromHandler(view.joined(given));
    const before = this.early.length ? this.early : [this.value];
    super.fromHandler(given);
    this.early = [...before, given];
  }

  /**
   * The plot as a file.
   *
   * @param type - `image/png` (default) or `image/svg+xml`.
   * @returns `null` when nothing is drawn.
   */
  async toBlob(type = 'image/png'): Promise<Blob | null> {
    if (!this.isConnected) return null; // nothing is drawn elsewhere
    await this.updateComplete;
    return this.#lazyView.view?.toBlob(type) ?? null;
  }

  // Each result counts, as of a picture.
  protected override differs(a: PlotValue, b: PlotValue): boolean {
    return a !== b;
  }

  protected override accept(given: unknown): PlotValue {
    const value = given ?? null;
    if (typeof value !== 'object' && typeof value !== 'string')
      throw this.refuse(given, 'a table, such as { x: [0, 1], y: [2, 3] }');
    return value as PlotValue;
  }

  protected override willUpdate(): void {
    this.#lazyView.view?.prepare();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    this.#lazyView.view?.draw();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#lazyView.settled();
    await super.getUpdateComplete();
    await this.#lazyView.view?.settled();
    return super.getUpdateComplete();
  }

  // The empty title ends the search of the browser for a tooltip.
  protected override renderControl(): TemplateResult {
    return html`<div class="panel" part="panel" role="group" title="" aria-label=${this.accessibleName} .style=${`--_min: ${Math.min(4000, this.height) + 54}px`}>
      ${this.#lazyView.view?.render()}
    </div>`;
  }
}
