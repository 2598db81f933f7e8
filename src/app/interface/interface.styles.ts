/** @file The look of an Interface. */

import { css } from 'lit';
import { appStyles } from '../app.styles.ts';

/** The look of an Interface: its columns and its buttons. */
export const interfaceStyles = [
  ...appStyles,
  css`
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
    }
    .buttons > .button {
      flex: 1 1 96px;
    }
    .buttons > .primary,
    .buttons > .stop {
      flex-grow: 2;
    }
    .buttons > riv-flags {
      flex: 1 1 96px;
    }
  `,
];
