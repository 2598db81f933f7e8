/** @file The look of what lies over the picture of an AnnotatedImage, and under it. */

import { css } from 'lit';

/** The look of what lies over the picture of an AnnotatedImage, and under it. */
export const annotatedStyles = css`
  .overlay {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }
  .stage.hit {
    cursor: pointer;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    min-height: 56px;
    margin: 0;
    padding: calc(var(--_space) * 2);
    border-top: 1px solid var(--_border);
    list-style: none;
  }
  /* One line, whatever comes: nothing below it may move. */
  .legend.steady {
    flex-wrap: nowrap;
    height: 56px;
    overflow: auto hidden;
    scrollbar-width: thin;
  }
  .none {
    padding-inline: calc(var(--_space) * 1);
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .entry {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-height: 32px;
    padding: var(--_space) calc(var(--_space) * 2);
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.875em;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
    transition: background-color 140ms ease-out;
  }
  .steady .entry {
    white-space: nowrap;
  }
  .entry:hover {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
  }
  .entry[aria-disabled='true'] {
    color: var(--_text-muted);
    cursor: default;
  }
  .entry[aria-disabled='true'] > .swatch {
    background: none;
  }
  .swatch {
    flex: none;
    width: 14px;
    height: 14px;
    border: 3px solid var(--_colour);
    border-radius: 4px;
    background: color-mix(in srgb, var(--_colour) 50%, transparent);
  }
  .surface[popover] .legend {
    flex: none;
  }
  @media (pointer: coarse) {
    .entry {
      min-height: 40px;
    }
  }
`;
