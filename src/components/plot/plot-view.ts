/** @file The view of a Plot: finds what draws a value, and says what cannot be drawn. */

import { type ReactiveController, type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { lazy } from '../../page/lazy.ts';
import { Expand } from '../media-frame/expand.ts';
import { save } from '../media-frame/export.ts';
import { tools } from '../media-frame/source-views.ts';
import { chartIcon } from '../native-plot/icons.ts';
import { LookReader } from '../native-plot/look.ts';
import { styles } from '../native-plot/native-plot.styles.ts';
import { figureOf } from './kinds.ts';
import { figureStyles } from './plot.styles.ts';
import type { Figure, Frame, FigureHost } from './figure-host.ts';
import { say } from '../../words/plot.ts';

/** What is seen of a Plot, and what draws it. */
export class PlotView implements ReactiveController {
  readonly #host: FigureHost;
  readonly #place = document.createElement('div');
  readonly #look: LookReader;
  readonly #expand: Expand;
  readonly #sizes = new ResizeObserver(() => this.#fit());
  #shown: readonly unknown[] = [];
  #figure: Figure | null = null;
  #drawing: Promise<void> | null = null;
  #turn = 0;
  #complaint = '';

  constructor(host: FigureHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, ...styles, ...figureStyles]);
    this.#host = host;
    this.#place.className = 'figure';
    this.#look = new LookReader(root, () => host.requestUpdate());
    this.#expand = new Expand(host, () => root.querySelector<HTMLElement>('.panel'));
    host.addController(this);
  }

  hostConnected(): void {
    this.#sizes.observe(this.#place);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#drop();
    this.#shown = [];
  }

  /** Resolves when what was given last is drawn, or cannot be. */
  async settled(): Promise<void> {
    await this.#drawing;
  }

  /** Draws the value, where it is another one, or looks otherwise. */
  show(): void {
    const { value, height, fetchData } = this.#host;
    const shown = [value, height, fetchData, this.#look.look];
    if (!this.#host.isConnected || shown.every((each, at) => each === this.#shown[at])) return;
    this.#shown = shown;
    this.#drawing = this.#draw(++this.#turn);
  }

  async #draw(turn: number): Promise<void> {
    const host = this.#host;
    // Drawn beside what is there, which stays until then.
    const place = document.createElement('div');
    place.className = 'sheet';
    let figure: Figure | null = null;
    let complaint = '';
    try {
      if (host.value !== null && host.value !== '') {
        this.#place.append(place);
        figure = await this.#made(host.value, place);
      }
    } catch (error) {
      const { name, message } = error as Error;
      complaint =
        name === 'ValueError'
          ? `${host.name} (${host.localName}) ${message}`
          : `${host.name} cannot be drawn: ${message}`;
    }
    if (turn !== this.#turn) {
      figure?.close();
      return place.remove();
    }
    this.#drop();
    for (const old of [...this.#place.children]) if (old !== place) old.remove();
    if (!figure) place.remove();
    this.#figure = figure;
    if (complaint) host.message = complaint;
    else if (this.#complaint && host.message === this.#complaint) host.message = '';
    this.#complaint = complaint;
    host.requestUpdate();
  }

  async #made(value: object | string, place: HTMLElement): Promise<Figure> {
    let known: ReturnType<typeof figureOf>;
    try {
      known = figureOf(value);
    } catch (cause) {
      throw new Error(`the text is no JSON (${(cause as Error).message})`, { cause });
    }
    const host = this.#host;
    const width = Math.max(120, this.#place.clientWidth);
    const height = Math.min(4000, Math.max(80, host.height));
    const frame: Frame = { place, width, height, look: this.#look.look, fetchData: host.fetchData };
    if (known?.kind === 'vega' || known?.kind === 'vega-lite')
      return (await lazy(() => import('./vega.ts'))).drawVega(known, frame);
    if (known?.kind === 'plotly') return (await lazy(() => import('./plotly.ts'))).drawPlotly(known, frame);
    const { drawImage, drawSVG } = await lazy(() => import('./still.ts'));
    if (known?.kind === 'svg') return drawSVG(known, frame);
    return drawImage(known ?? { kind: 'image', value }, frame, host.name);
  }

  #fit(): void {
    const { clientWidth } = this.#place;
    if (clientWidth > 0) this.#figure?.resize(clientWidth, this.#host.height);
  }

  #drop(): void {
    this.#figure?.close();
    this.#figure = null;
  }

  render(): TemplateResult {
    const { caption, value } = this.#host;
    const buttons = this.#host.buttons.filter((each) => typeof each === 'string'); // its own the base draws
    const filled = this.#figure !== null;
    return html`<div class="head">${tools({
      ...{ filled, editable: false, buttons, expanded: this.#expand.active },
      download: () => void this.#download(),
      expand: () => this.#expand.toggle(),
    })}</div>
      <div class="stage" part="plot">${this.#place}</div>
      ${filled ? nothing : html`<div class="nothing">${chartIcon}<span>${value && !this.#complaint ? say('loadingPlot') : say('nothingYet')}</span></div>`}
      ${caption ? html`<p class="caption" part="caption">${caption}</p>` : nothing}`;
  }

  async #download(): Promise<void> {
    const blob = await this.#figure?.toBlob();
    if (blob) save(blob, blob.type.includes('svg') ? 'plot.svg' : 'plot.png');
  }
}
