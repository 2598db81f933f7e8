/** @file The look of components that only show. */

import { css } from 'lit';
import { controlStyles } from '../styles/controls.styles.ts';

/** The look of what only shows: one framed surface, with a friendly word while it is empty. */
export const displayStyles = [
  controlStyles,
  css`
    .surface {
      position: relative;
      border-radius: var(--_radius);
    }
    .panel {
      position: relative;
      min-height: 64px;
      padding: calc(var(--_space) * 4);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_text);
    }
    .nothing {
      display: flex;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      gap: calc(var(--_space) * 2);
      min-height: 96px;
      color: var(--_text-muted);
      font-size: 0.875em;
    }
    .nothing .icon {
      font-size: 1.25em;
      opacity: 0.7;
    }
    .scroll {
      overflow: auto;
    }
  `,
];
