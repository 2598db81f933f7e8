/** @file The look of what is in the frame of an Audio. */

import { css } from 'lit';

/** The look of what is in the frame of an Audio. */
export const audioStyles = css`
  .hearing {
    display: grid;
    gap: calc(var(--_space) * 2);
    width: 100%;
    padding: calc(var(--_space) * 4);
  }
  .level > canvas {
    display: block;
    width: 100%;
    height: 72px;
    color: var(--_accent);
  }
  .heard {
    display: flex;
    justify-content: space-between;
    color: var(--_text-muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .heard .dot {
    display: inline-block;
    margin-inline-end: calc(var(--_space) * 2);
  }
  riv-audio-player {
    width: 100%;
  }
  .stage:has(riv-audio-player) {
    background: var(--_surface);
  }
  /* Where two buttons do not fit beside each other. */
  @container (max-width: 239px) {
    .bar .controls {
      grid-column: 1 / -1;
      flex-wrap: wrap;
    }
  }
`;
