/** @file The look of the steps of a Walkthrough. */

import { css } from 'lit';
import { layoutStyles } from '../layout.styles.ts';

export const styles = [
  ...layoutStyles,
  css`
    .steps {
      display: flex;
      margin: 0 0 var(--_gap);
      padding: 0;
      overflow-x: auto;
      scrollbar-width: none;
      list-style: none;
    }
    li {
      position: relative;
      flex: 1 1 0;
      min-width: 72px;
    }
    /* The way from one step to the next. */
    li:not(:first-child)::before {
      content: '';
      position: absolute;
      inset: 19px calc(50% + 18px) auto calc(-50% + 18px);
      height: 2px;
      background: var(--_border);
    }
    li:is(.done, .now):not(:first-child)::before {
      background: var(--_accent);
    }
    button {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: calc(var(--_space) * 1);
      width: 100%;
      min-height: 44px;
      padding: calc(var(--_space) * 1.5) calc(var(--_space) * 1);
      border: 0;
      border-radius: calc(var(--_radius) - 2px);
      background: none;
      color: var(--riv-text-muted, color-mix(in srgb, currentcolor 72%, transparent));
      font: inherit;
      font-size: 0.875em;
      cursor: pointer;
    }
    button:disabled {
      cursor: default;
    }
    .mark {
      display: grid;
      place-items: center;
      width: 28px;
      height: 28px;
      border: 2px solid var(--_border);
      border-radius: 50%;
      background: var(--_surface);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    .name {
      overflow-wrap: anywhere;
      text-align: center;
    }
    .done .mark,
    .now .mark {
      border-color: var(--_accent);
      color: var(--_accent);
    }
    .now .mark {
      background: var(--_accent);
      color: var(--_on-accent);
    }
    .now .name {
      color: var(--_text);
      font-weight: 600;
    }
    .done button:hover .name {
      text-decoration: underline;
    }
    button:focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: -2px;
    }
  `,
];
