/** @file The look of a DateTime. */

import { css } from 'lit';

export const dateTimeStyles = css`
  .entry {
    font-variant-numeric: tabular-nums;
  }
  .tools {
    position: relative;
    display: flex;
    align-items: center;
    padding-inline-end: 3px;
  }
  /* The browser opens its calendar where this stands; the button is what people see and press. */
  .native {
    position: absolute;
    inset: auto 3px 0 auto;
    width: 32px;
    height: 100%;
    padding: 0;
    border: 0;
    opacity: 0;
    pointer-events: none;
  }
`;
