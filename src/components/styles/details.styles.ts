/** @file The look of what a message folds. */

import { css } from 'lit';

/** The look of what a message folds: its whole text, and where it was thrown. */
export const detailsStyles = css`
  summary {
    width: fit-content;
    color: color-mix(in srgb, var(--_text) 80%, var(--_surface));
    font-size: 0.8125rem;
    cursor: pointer;
  }
  pre {
    max-height: 12em;
    margin: calc(var(--_space) * 1) 0 0;
    overflow: auto;
    font: 0.75rem / 1.5 var(--_font-mono);
    white-space: pre-wrap;
  }
`;
