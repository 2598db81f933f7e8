/** @file The look of a JSON's tree. */

import { css } from 'lit';

export const styles = css`
  .tree {
    direction: ltr;
    max-height: var(--_max, 500px);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4) calc(var(--_space) * 4.5);
    overflow: auto;
    font: 0.8125rem / 1.7 var(--_font-mono);
  }
  .copy {
    position: absolute;
    inset: calc(var(--_space) * 1.5) calc(var(--_space) * 1.5) auto auto;
    background: color-mix(in srgb, var(--_surface) 85%, transparent);
  }
  details details,
  details .leaf {
    margin-inline-start: 1.25em;
  }
  details > .last {
    margin-inline-start: 0;
  }
  summary,
  .leaf {
    padding-inline-start: 1.25em;
    overflow-wrap: anywhere;
  }
  summary {
    position: relative;
    width: fit-content;
    border-radius: 4px;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary > .icon {
    position: absolute;
    inset: 0.35em auto auto 0;
    width: 1em;
    height: 1em;
    color: var(--_text-muted);
    transition: rotate 140ms ease-out;
  }
  details[open] > summary > .icon {
    rotate: 90deg;
  }
  .key {
    color: var(--_text);
    font-weight: 600;
  }
  .index,
  .mark,
  .null {
    color: var(--_text-muted);
  }
  .string {
    color: light-dark(#0f6b3a, #86d9a5);
  }
  .number {
    color: light-dark(#1d4fb8, #8fb8ff);
  }
  .boolean {
    color: light-dark(#8a3ab9, #d3a5f2);
  }
`;
