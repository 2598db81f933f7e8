/** @file The view of a plot: what is seen around the drawing, and what is pressed. */

import { type ReactiveController, type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { lazy } from '../../page/lazy.ts';
import { type Table, loadTable, readTable } from '../../shared/values/table.ts';
import { Expand } from '../media-frame/expand.ts';
import { joined } from './data/append.ts';
import { limits } from './data/columns.ts';
import { makeModel } from './data/make-model.ts';
import type { Model } from './data/model.ts';
import type { PlotDrawing, Setting } from './drawing.ts';
import { chartIcon } from './icons.ts';
import { renderLegend } from './legend.ts';
import { LookReader, colourOf } from './look.ts';
import { styles } from './native-plot.styles.ts';
import type { PlotHost } from './plot-host.ts';
import { renderOverlay } from './overlay.ts';
import { Pointing } from './pointing.ts';
import { renderTable, summaryOf } from './summary.ts';
import { renderTools } from './tools.ts';
import { say } from '../../words/plot.ts';

/** All that a reader sees and presses of a plot; made when it is in a page for the first time. */
export class NativePlotView implements ReactiveController {
  drawing: PlotDrawing | null = null;
  model: Model | null = null;
  hidden: ReadonlySet<number> = new Set();
  readonly #host: PlotHost;
  /** Where the drawing is. */
  readonly #place = document.createElement('div');
  readonly #look: LookReader;
  readonly #pointing: Pointing;
  readonly #expand: Expand;
  readonly #sizes = new ResizeObserver(() => this.draw());
  /** What the model was made of, and the drawing. */
  #made: readonly unknown[] = [];
  #drawn: readonly unknown[] = [];
  #loading: Promise<void> | null = null;
  #reading: Promise<void> | null = null;
  #complaint = '';
  /** True while the table is listed. */
  #listed = false;

  constructor(host: PlotHost & { early: unknown[]; value: unknown }, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, ...styles]);
    this.#host = host;
    this.#place.className = 'place';
    this.#look = new LookReader(root, () => host.requestUpdate());
    this.#expand = new Expand(host, () => root.querySelector<HTMLElement>('.panel'));
    this.#pointing = new Pointing(this);
    const [first, ...others] = host.early.splice(0);
    if (others.length > 0)
      host.value = others.reduce((before, each) => joined(before, each, host.window), first);
    host.addController(this);
  }

  hostConnected(): void {
    this.#sizes.observe(this.#place);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#pointing.clear();
    this.drawing?.destroy();
    this.#drawn = [];
  }

  onPoint(): void {
    this.#host.requestUpdate();
  }

  onBrush(detail: Parameters<PlotHost['notify']>[1]): void {
    this.#host.notify('select', detail);
  }

  onDoubleClick(): void {
    this.#host.notify('doubleClick', {});
  }

  /** Resolves when the drawing is there, or cannot be had, or nobody needs it yet. */
  async settled(): Promise<void> {
    await this.#reading;
    await this.#loading;
  }

  /** Joins a table to what is shown. @throws {ValueError} */
  joined(given: unknown): unknown {
    try {
      return joined(this.#host.value, given, this.#host.window);
    } catch (error) {
      throw this.#named(error as Error);
    }
  }

  /** Makes what is to be drawn of what is there now. */
  prepare(): void {
    const { value, mark, x, y, color, xType, xBin, yAggregate, sort, window } = this.#host;
    const made = [value, mark, x, y, color, xType, xBin, yAggregate, sort, window];
    if (same(made, this.#made)) return;
    this.#made = made;
    if (isBlob(value)) this.#reading = this.#readFile(value, made);
    else this.#read(() => readTable(value, { firstRow: true }));
  }

  /** Draws what has changed. */
  draw(): void {
    const { model, drawing } = this;
    const { clientWidth: width, clientHeight: height } = this.#place;
    if (!model || !drawing || width === 0 || height === 0) return;
    const { colorMap, xLim, yLim } = this.#host;
    const look = this.#look.look;
    const drawn = [model, look, colorMap, xLim, yLim, this.hidden, width, height, this.#xTitle, this.#yTitle];
    if (same(drawn, this.#drawn)) return;
    if (xLim !== this.#drawn[3] && this.#drawn.length > 0) this.#pointing.clear();
    this.#drawn = drawn;
    const setting: Setting = {
      ...{ look, colorMap, hidden: this.hidden, width, height, xTitle: this.#xTitle, yTitle: this.#yTitle },
      xLim: limits(xLim),
      yLim: limits(yLim),
    };
    try {
      drawing.draw(model, setting);
    } catch (error) {
      this.#host.message =
        this.#complaint = `${this.#host.name} cannot be drawn: ${(error as Error).message}`;
    }
    this.#host.requestUpdate(); // what lies over the drawing has another place
  }

  /** The plot as a file; `null` when nothing is drawn. */
  async toBlob(type: string): Promise<Blob | null> {
    const { model, drawing, hidden } = this;
    if (!model || !drawing?.canvas) return null;
    const { plotFile } = await lazy(() => import('./plot-file.ts'));
    const { title, caption, colorMap } = this.#host;
    const look = this.#look.look;
    const words = {
      title,
      caption,
      xTitle: this.#xTitle,
      yTitle: this.#yTitle,
      colorTitle: this.#colorTitle,
    };
    return plotFile(type, { model, drawing, hidden, look, colours: this.#colours(model, colorMap), words });
  }

  render(): TemplateResult {
    const host = this.#host;
    const { model } = this;
    if (!model)
      return html`<div class="head">${this.#title()}</div>
        <div class="nothing" .style=${`min-height: ${height(host)}px`}>
          ${this.#reading ? say('readingFile') : html`${chartIcon}<span>${say('nothingYet')}</span>`}
        </div>`;
    const colours = this.#colours(model, host.colorMap);
    const box = this.drawing?.canvas ? this.drawing.box : null;
    const { width = 0, height: high = 0, left = 0, top = 0 } = box ?? {};
    const pointing = this.#pointing;
    return html`<div class="head">${this.#title()}${this.#tools()}</div>
      ${renderLegend(model, colours, this.hidden, this.#colorTitle, this.#toggle)}
      <div class="plot" part="plot" .style=${`height: ${height(host)}px`}>
        ${this.#place}
        ${this.drawing ? nothing : html`<p class="loading">${say('loadingPlot')}</p>`}
        <div
          class="over"
          part="area"
          tabindex="0"
          role="application"
          aria-roledescription=${say('plot')}
          aria-label=${host.title || host.name}
          aria-describedby="summary"
          .style=${`left: ${left}px; top: ${top}px; width: ${width}px; height: ${high}px`}
          @pointerdown=${pointing.onDown}
          @pointermove=${pointing.onMove}
          @pointerup=${pointing.onUp}
          @pointercancel=${pointing.onCancel}
          @pointerleave=${pointing.onLeave}
          @dblclick=${pointing.onDoubleClick}
          @keydown=${pointing.onKey}
          @blur=${pointing.onBlur}
        >${width > 0 ? this.#marks(model, colours) : nothing}</div>
      </div>
      <p id="summary" class="visually-hidden">${summaryOf(model, this.#xTitle, this.#yTitle)} ${say('plotKeys')}</p>
      ${model.notes.map((note) => html`<p class="note" part="note">${note}</p>`)}
      ${host.caption ? html`<p class="caption" part="caption">${host.caption}</p>` : nothing}
      ${this.#listed ? renderTable(model, host.title || host.name) : nothing}`;
  }

  /** What is brushed and pointed at, over the drawing. */
  #marks(model: Model, colours: readonly string[]): TemplateResult {
    const { hidden } = this;
    const setting = { asked: this.#host.tooltip, colours, hidden, xName: this.#xTitle, yName: this.#yTitle };
    return renderOverlay({ model, drawing: this.drawing!, setting }, this.#pointing);
  }

  #title(): unknown {
    const { title } = this.#host;
    return title ? html`<div class="title" part="title">${title}</div>` : nothing;
  }

  #tools(): TemplateResult {
    return renderTools(this.#host.buttons, {
      listed: this.#listed,
      expanded: this.#expand.active,
      list: () => {
        this.#listed = !this.#listed;
        this.#host.requestUpdate();
      },
      expand: () => this.#expand.toggle(),
      file: (type) => this.toBlob(type),
      name: this.#host.title || this.#host.name,
    });
  }

  get #xTitle(): string {
    return this.#host.xTitle || this.model?.xName || '';
  }

  get #yTitle(): string {
    return this.#host.yTitle || this.model?.yName || '';
  }

  get #colorTitle(): string {
    return this.#host.colorTitle || this.#host.color;
  }

  #colours(model: Model, own: Record<string, string> | null): string[] {
    return model.series.map((_, at) => colourOf(model, at, this.#look.look, own));
  }

  #toggle = (series: number): void => {
    const hidden = new Set(this.hidden);
    if (!hidden.delete(series)) hidden.add(series);
    this.hidden = hidden;
    this.#host.requestUpdate();
  };

  async #readFile(file: Blob, made: readonly unknown[]): Promise<void> {
    const table = await loadTable(file).catch((error: Error) => error);
    if (made !== this.#made) return;
    this.#reading = null;
    this.#read(() => {
      if (table instanceof Error) throw table;
      return table;
    });
    this.#host.requestUpdate();
  }

  #read(read: () => Table): void {
    const host = this.#host;
    const series = this.model?.series.map(({ name }) => name).join();
    try {
      this.model = makeModel(read(), host);
      if (this.#complaint && host.message === this.#complaint) host.message = '';
      this.#complaint = '';
    } catch (error) {
      this.model = null;
      host.message = this.#complaint = this.#named(error as Error).message;
    }
    if (series !== this.model?.series.map(({ name }) => name).join()) this.hidden = new Set();
    this.#pointing.replaced();
    if (this.model && !this.drawing) this.#loading ??= this.#load();
  }

  async #load(): Promise<void> {
    try {
      const { PlotDrawing } = await lazy(() => import('./drawing.ts'));
      this.drawing = new PlotDrawing(this.#place);
    } catch (error) {
      this.#host.message = this.#complaint = (error as Error).message;
    }
    this.#loading = null;
    this.#host.requestUpdate();
  }

  /** An error of the data, with the name of the component. */
  #named(error: Error): Error {
    if (error.name === 'ValueError' && !error.message.startsWith(this.#host.name))
      error.message = `${this.#host.name} (${this.#host.localName}) ${error.message}`;
    return error;
  }
}

/** Pixels that a browser can draw. */
const height = ({ height }: PlotHost): number => Math.min(4000, Math.max(80, height));

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at]);

/** What may not be asked, such as a revoked proxy, is none: who reads it as a table tells of it. */
function isBlob(value: unknown): value is Blob {
  try {
    return value instanceof Blob;
  } catch {
    return false;
  }
}
