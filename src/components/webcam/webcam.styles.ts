/** @file The look of the camera's part. */

import { css } from 'lit';

/** The look of the camera's part: cards, what is in the bar under the picture, the dot while it streams. */
export const webcamStyles = css`
  .sources {
    display: flex;
    gap: calc(var(--_space) * 0.5);
  }
  .sources > [aria-pressed='true'] {
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .controls {
    display: flex;
    grid-column: 2;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 1);
    min-width: 0;
  }
  .controls > .hint {
    white-space: nowrap;
  }
  .end {
    grid-column: 3;
    justify-self: end;
  }
  /* Sources and controls do not fit beside each other: the controls get a row of their own. */
  @container (max-width: 379px) {
    .bar.full .controls {
      grid-row: 2;
      grid-column: 1 / -1;
    }
  }
  /* Very narrow: the words of a button stay in one line. */
  @container (max-width: 259px) {
    .controls {
      flex-wrap: wrap;
    }
    .controls > .button {
      padding-inline: calc(var(--_space) * 2);
      font-size: 0.875em;
      white-space: nowrap;
    }
    .bar:has(.end) {
      gap: calc(var(--_space) * 1);
      padding-inline: calc(var(--_space) * 1);
    }
  }
  .picker {
    position: relative;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    height: 40px;
  }
  .picker > select {
    position: absolute;
    inset: 0;
    width: 100%;
    opacity: 0;
    color: var(--_text);
    background: var(--_surface);
    font: inherit;
    cursor: pointer;
  }
  .picker:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .red {
    display: inline-flex;
    color: var(--_danger);
    font-size: 0.75em;
  }
  .spin > .icon {
    animation: spin 900ms linear infinite;
  }
  .big.wrong {
    color: var(--_danger);
  }
  .card details {
    max-width: 100%;
    color: var(--_text-muted);
    font-size: 0.8125em;
    overflow-wrap: anywhere;
  }
  .card summary {
    cursor: pointer;
  }
  .live {
    position: absolute;
    inset: calc(var(--_space) * 2) auto auto calc(var(--_space) * 2);
    z-index: 2;
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-height: 20px;
    padding: 2px calc(var(--_space) * 2);
    border-radius: 999px;
    background: rgb(0 0 0 / 55%);
    color: #ffffff;
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
  }
  .dot {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: #ef4444;
    animation: pulse 1.6s ease-in-out infinite;
  }
  .fps {
    display: none;
  }
  .stage:hover .fps {
    display: inline;
  }
  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }
  @keyframes pulse {
    50% {
      opacity: 0.35;
    }
  }
`;
