/** @file The look of the time bar. */

import { css } from 'lit';
import { tokens } from '../styles/tokens.ts';

/** The look of the time bar: four pixels of accent, or words. */
export const timeBarStyles = [
  tokens,
  css`
    :host {
      position: absolute;
      inset: auto 0 0;
      z-index: 3;
      height: 4px;
      pointer-events: none;
    }
    .bar {
      height: 100%;
      background: var(--_accent);
      transform-origin: left;
    }
    .left {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    @media (prefers-reduced-motion: reduce) {
      .bar {
        display: none;
      }
      .left {
        inset: auto 8px 8px auto;
        width: auto;
        height: auto;
        padding: 2px 8px;
        border-radius: 999px;
        background: var(--_surface);
        color: var(--_text);
        font-size: 12px;
        font-variant-numeric: tabular-nums;
        clip-path: none;
      }
    }
  `,
];
