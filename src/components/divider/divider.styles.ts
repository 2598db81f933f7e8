/** @file The look of a Divider. */

import { css } from 'lit';
import { baseStyles } from '../styles/base.styles.ts';

export const dividerStyles = [
  ...baseStyles,
  css`
    :host {
      --riv-min-width: 0px;
    }
    /* A Row gives a share of its width to all that stand in it, and would win over a plain rule. */
    :host([orientation='vertical']) {
      flex: none !important;
      align-self: stretch;
    }
    .info {
      display: flex;
      align-items: center;
      height: 100%;
      margin: 0;
    }
    .info:not(:empty) {
      gap: calc(var(--_space) * 3);
    }
    .info::before,
    .info::after {
      content: '';
      flex: 1 0 12px;
      border: solid var(--_border);
      border-width: 1px 0 0;
    }
    [aria-orientation='vertical'] {
      flex-direction: column;
    }
    [aria-orientation='vertical']::before,
    [aria-orientation='vertical']::after {
      border-width: 0 0 0 1px;
    }
  `,
];
