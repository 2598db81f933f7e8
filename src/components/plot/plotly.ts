/** @file Draws Plotly figures. */

import { ValueError, wordsOf } from '../../shared/errors.ts';
import type { KnownFigure } from './kinds.ts';
import { library } from './libraries.ts';
import type { Figure, Frame } from './figure-host.ts';

/** The parts of Plotly that are used. */
interface Plotly {
  newPlot(place: HTMLElement, data: object[], layout: object, config: object): Promise<unknown>;
  relayout(place: HTMLElement, layout: object): Promise<unknown>;
  purge(place: HTMLElement): void;
  toImage(place: HTMLElement, options: object): Promise<string>;
}

/** A style sheet that Plotly would make of its own, inline, does not get made where it finds an element of this kind. */
function refuseStyles(): void {
  const id = 'plotly.js-style-global';
  if (document.getElementById(id)) return;
  const mark = document.createElement('meta');
  mark.id = id;
  mark.className = 'no-inline-styles';
  document.head.append(mark);
}

/** Draws a figure. @throws {ValueError} saying why Plotly does not take it */
export async function drawPlotly({ value }: KnownFigure, frame: Frame): Promise<Figure> {
  refuseStyles();
  const plotly = await library<Plotly>('plotly');
  const { place, width, height, look } = frame;
  const { data, layout = {} } = value as { data: object[]; layout?: Record<string, unknown> };
  const axis = { gridcolor: look.border, zerolinecolor: look.border, linecolor: look.border };
  const margin = { t: layout.title ? 48 : 16, r: 16, b: 44, l: 56 };
  const usual = {
    width,
    height,
    margin,
    paper_bgcolor: 'transparent',
    plot_bgcolor: 'transparent',
    colorway: look.palette,
    font: { color: look.text, family: look.font, size: 12 },
  };
  const whole: Record<string, unknown> = { ...usual, ...layout };
  for (const name of ['xaxis', 'yaxis']) whole[name] = { ...axis, ...(layout[name] as object | undefined) };
  try {
    // Plotly writes into what it is given.
    await plotly.newPlot(place, structuredClone(data), structuredClone(whole), {
      displayModeBar: false,
      responsive: false,
    });
  } catch (error) {
    throw new ValueError(`got a Plotly figure that cannot be drawn: ${wordsOf(error)}`);
  }
  return {
    resize: (next) => {
      if (layout.width === undefined && next !== width) void plotly.relayout(place, { width: next });
    },
    toBlob: async () => {
      const url = await plotly.toImage(place, { format: 'svg' });
      const text = decodeURIComponent(url.slice(url.indexOf(',') + 1));
      return new Blob([text], { type: 'image/svg+xml' });
    },
    close: () => {
      plotly.purge(place);
      place.replaceChildren();
    },
  };
}
