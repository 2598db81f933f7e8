/** @file The look of the toasts. */

import { css } from 'lit';
import { controlStyles } from '../styles/controls.styles.ts';
import { detailsStyles } from '../styles/details.styles.ts';
import { tokens } from '../styles/tokens.ts';

const card = css`
  .toast {
    --_level: var(--_text-muted);
    position: relative;
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2) calc(var(--_space) * 2) calc(var(--_space) * 4);
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_text);
    line-height: 1.45;
    pointer-events: auto;
    touch-action: pan-y;
    animation: arrive 180ms ease-out;
  }
  .error {
    --_level: var(--_danger);
  }
  .warning {
    --_level: var(--_warning);
  }
  .success {
    --_level: var(--_success);
  }
  .toast > .icon {
    margin-top: 7px;
    color: var(--_level);
  }
  .body {
    min-width: 0;
    padding-block: 6px;
    overflow-wrap: anywhere;
  }
  .title {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_space) * 2);
    font-weight: 600;
  }
  .count {
    padding: 0 calc(var(--_space) * 1.5);
    border-radius: 1em;
    background: var(--_surface-2);
    color: var(--_text-muted);
    font-size: 0.8125em;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  .text {
    max-height: 12em;
    overflow: auto;
    white-space: pre-line;
    font-size: 0.9375em;
  }
  .timer {
    position: absolute;
    inset: auto 0 0;
    height: 2px;
    background: var(--_level);
    opacity: 0.7;
    transform-origin: left;
    animation: shrink linear both;
  }
  .toast:is(:hover, :focus-within) .timer {
    animation-play-state: paused;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
`;

/** The look of the toasts: a column in the upper right or the lower, the whole width where the window is narrow. */
export const styles = [
  tokens,
  controlStyles,
  detailsStyles,
  card,
  css`
    :host {
      position: fixed;
      inset: calc(var(--_space) * 4 + var(--_before, 0px)) calc(var(--_space) * 4) auto auto;
      z-index: 2147483000;
      display: block;
      box-sizing: border-box;
      width: min(380px, 100vw - var(--_space) * 8);
      max-height: 100vh;
      margin: 0;
      padding: 0;
      overflow: visible;
      border: 0;
      background: none;
      font-family: var(--_font);
      font-size: 0.9375rem;
      pointer-events: none;
    }
    /* Above would be what the toast is about, or where the reader is. */
    :host([low]) {
      inset: auto calc(var(--_space) * 4) calc(var(--_space) * 4 + var(--_before, 0px)) auto;
    }
    .list {
      display: grid;
      gap: calc(var(--_space) * 2);
    }
    * {
      box-sizing: border-box;
    }
    @media (max-width: 639px) {
      :host {
        inset: calc(var(--_space) * 2 + var(--_before, 0px)) calc(var(--_space) * 2) auto;
        width: auto;
      }
      :host([low]) {
        inset: auto calc(var(--_space) * 2) calc(var(--_space) * 2 + var(--_before, 0px));
      }
    }
    @keyframes arrive {
      from {
        opacity: 0;
        transform: translateY(-8px);
      }
    }
    @keyframes shrink {
      to {
        transform: scaleX(0);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .toast {
        animation: none;
      }
      .timer {
        display: none;
      }
    }
  `,
];
