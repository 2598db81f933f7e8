/** @file `<riv-plot>`: shows what another library has described: Vega-Lite, Plotly, SVG, a picture. */

import { type TemplateResult, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { ElementTypes, TYPES, ValueEvent } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import { type Converter, buttonsConverter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { LazyView } from '../base/lazy-view.ts';
import { DisplayElement } from '../display/display.ts';
import type { FigureHost } from './figure-host.ts';
import type { PlotView } from './plot-view.ts';

/** What a Plot shows: a specification, a figure, SVG text, a picture. */
export type FigureValue = object | string | null;

interface FigureTypes extends ElementTypes {
  input: FigureValue;
  output: object | string;
  events: { change: ValueEvent<FigureValue> };
}

/** A text is what it is: SVG, JSON or a URL, which is found out when it is drawn. */
const asGiven: Converter = { nullable: true, takesText: true, fromAttribute: (text) => text };

/**
 * Shows a plot that another library describes: a Vega-Lite or Vega specification, a Plotly figure, SVG text, or a picture.
 * The libraries are loaded when the first such value comes; see [Plots](../guide/plots.md).
 *
 * @input What is shown.
 * @output A Vega-Lite specification, a Plotly figure `{ data, layout }`, SVG text, or a picture as an Image takes it.
 * @event change - A handler gave a plot.
 * @csspart panel - The frame around everything.
 * @csspart plot - The drawing.
 * @csspart caption - The line under the plot.
 * @csspart button - Each small button.
 */
@element('riv-plot')
export class RivPlot extends DisplayElement<FigureValue> implements FigureHost {
  declare readonly [TYPES]: FigureTypes;
  static override kind = 'Plot';
  static override styles = [
    ...DisplayElement.styles,
    css`
      .panel {
        min-height: 120px;
        padding: calc(var(--_space) * 2);
      }
    `,
  ];

  /** A Vega-Lite or Vega specification, a Plotly figure, each as an object or as JSON; SVG text; a picture. */
  @property({ converter: asGiven }) value: FigureValue = null;
  /** Pixels, where the value says nothing of its height. */
  @property({ type: Number }) height = 320;
  /** Stands under the plot. */
  @property() caption = '';
  /** True: a Vega specification may load data and pictures from URLs. */
  @property({ type: Boolean }) fetchData = false;
  /** Small buttons: `download`, `fullscreen`, or elements of the page's own. */
  @property({ converter: buttonsConverter }) override buttons: (string | Node)[] = ['download', 'fullscreen'];

  readonly #lazyView = new LazyView<PlotView>(this, async (root) => {
    const { PlotView } = await lazy(() => import('./plot-view.ts'));
    return new PlotView(this, root);
  });

  constructor(options?: Options<RivPlot>) {
    super(options);
  }

  /** @internal */
  get name(): string {
    return this.accessibleName;
  }

  // Each result counts, as of a picture.
  protected override differs(a: FigureValue, b: FigureValue): boolean {
    return a !== b;
  }

  protected override accept(given: unknown): FigureValue {
    const value = given ?? null;
    if (typeof value !== 'object' && typeof value !== 'string')
      throw this.refuse(
        given,
        'a Vega-Lite specification, a Plotly figure { data, layout }, SVG text or an image',
      );
    return value;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    this.#lazyView.view?.show();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#lazyView.settled();
    await super.getUpdateComplete();
    await this.#lazyView.view?.settled();
    return super.getUpdateComplete();
  }

  protected override renderControl(): TemplateResult {
    return html`<div class="panel" part="panel" role="group" aria-label=${this.accessibleName}>
      ${this.#lazyView.view?.render()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-plot': RivPlot;
  }
  interface RivuletShortcuts {
    plot: RivPlot;
  }
}
