/** @file The look of what a Plot shows. */

import { css } from 'lit';

/** The look of a Plot; what Plotly needs of the style sheet that it would make by itself is in it. */
export const figureStyles = [
  css`
    .figure {
      position: relative;
      display: grid;
      max-width: 100%;
      min-width: 0;
      overflow-x: auto;
    }
    .sheet {
      grid-area: 1 / 1;
      min-width: 0;
      background: var(--_surface);
    }
    .sheet > svg {
      display: block;
      max-width: 100%;
      height: auto;
      margin-inline: auto;
    }
    .js-plotly-plot .plotly,
    .js-plotly-plot .plotly div {
      direction: ltr;
      margin: 0;
      padding: 0;
    }
    .svg-container {
      position: relative;
    }
    .main-svg {
      position: absolute;
      top: 0;
      left: 0;
      overflow: hidden;
      pointer-events: none;
    }
    .main-svg .draglayer {
      pointer-events: all;
    }
    .main-svg .nsewdrag {
      cursor: crosshair;
    }
  `,
];
