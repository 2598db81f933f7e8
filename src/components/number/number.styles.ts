/** @file The look of a Number. */

import { css } from 'lit';

export const numberStyles = css`
  .entry {
    appearance: textfield;
    font-variant-numeric: tabular-nums;
  }
  .entry::-webkit-inner-spin-button,
  .entry::-webkit-outer-spin-button {
    appearance: none;
    margin: 0;
  }
  .entry.unlisted::placeholder {
    color: inherit;
  }
  .steps {
    display: flex;
    align-items: center;
    padding-inline-end: 3px;
    opacity: 0;
    transition: opacity var(--_ease);
  }
  .box:hover .steps,
  .box:focus-within .steps {
    opacity: 1;
  }
  @media (hover: none) {
    .steps {
      opacity: 1;
    }
  }
`;
