/** @file The look of the bar of tabs. */

import { css } from 'lit';
import { layoutStyles } from '../layout.styles.ts';

/** The look of the bar of tabs: it scrolls sideways where it is too narrow. */
export const styles = [
  ...layoutStyles,
  css`
    .row {
      display: flex;
      margin-bottom: var(--_gap);
      box-shadow: inset 0 -1px var(--_border);
    }
    .more {
      position: relative;
      flex: none;
      display: grid;
      place-items: center;
      width: 40px;
      border-radius: calc(var(--_radius) - 2px);
      font-weight: 600;
    }
    .more:hover {
      background: color-mix(in srgb, currentcolor 6%, transparent);
    }
    .more:focus-within {
      outline: 2px solid var(--_accent);
      outline-offset: -2px;
    }
    .more select {
      position: absolute;
      inset: 0;
      width: 100%;
      opacity: 0;
      cursor: pointer;
    }
    .bar {
      display: flex;
      flex: 1;
      min-width: 0;
      gap: calc(var(--_space) * 1);
      overflow-x: auto;
      scrollbar-width: none;
    }
    button {
      flex: none;
      min-height: 40px;
      padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
      border: 0;
      border-bottom: 2px solid transparent;
      border-radius: calc(var(--_radius) - 2px) calc(var(--_radius) - 2px) 0 0;
      background: none;
      color: var(--riv-text-muted, color-mix(in srgb, currentcolor 72%, transparent));
      font: inherit;
      font-weight: 600;
      white-space: nowrap;
      cursor: pointer;
      transition:
        color 140ms ease-out,
        border-color 140ms ease-out,
        background-color 140ms ease-out;
    }
    button:hover:not(:disabled) {
      background: color-mix(in srgb, currentcolor 6%, transparent);
    }
    button[aria-selected='true'] {
      border-bottom-color: var(--_accent);
      color: var(--_accent);
    }
    button:disabled {
      opacity: 0.5;
      cursor: not-allowed;
    }
    button:focus-visible {
      outline-offset: -2px;
    }
    @media (pointer: coarse) {
      button {
        min-height: 44px;
      }
    }
  `,
];
