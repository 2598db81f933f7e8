/** @file The look of a Label. */

import { css } from 'lit';

export const styles = css`
  .heading {
    margin: 0;
    padding-block: calc(var(--_space) * 3);
    font-size: 1.75em;
    font-weight: 650;
    line-height: 1.2;
    text-align: center;
    overflow-wrap: anywhere;
  }
  .heading:has(+ .scores) {
    padding-top: calc(var(--_space) * 1);
  }
  .scores {
    display: grid;
    gap: calc(var(--_space) * 1);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .score {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px calc(var(--_space) * 3);
    width: 100%;
    min-height: 32px;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2);
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.9375em;
    text-align: start;
    cursor: pointer;
    transition: background-color 140ms ease-out;
  }
  .score:hover {
    background: color-mix(in srgb, var(--_text) 5%, transparent);
  }
  .name {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .share {
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }
  .track {
    grid-column: 1 / -1;
    height: 6px;
    overflow: hidden;
    border-radius: 3px;
    background: var(--_surface-2);
    box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--_border) 60%, transparent);
  }
  .bar {
    display: block;
    height: 100%;
    border-radius: 3px;
    background: var(--_color, var(--_accent));
    transform: scaleX(var(--length, 0));
    transform-origin: left;
  }
`;
