/** @file The look of a Checkbox. */

import { css } from 'lit';

export const checkboxStyles = css`
  :host {
    --_drop: 9px;
    align-self: var(--_beside, auto);
  }
  .check {
    display: flex;
    align-items: center;
    gap: 10px;
    width: fit-content;
    max-width: 100%;
    min-height: 32px;
    font-size: 0.9375em;
    line-height: 1.4;
    overflow-wrap: anywhere;
    cursor: pointer;
    user-select: none;
  }
  .check:hover .mark:not(:disabled, :checked) {
    border-color: var(--_text);
  }
  .check:has(:disabled) {
    cursor: not-allowed;
    color: var(--_text-muted);
  }
  .mark {
    width: 20px;
    height: 20px;
  }
  @media (pointer: coarse) {
    .check {
      min-height: 44px;
    }
  }
`;
