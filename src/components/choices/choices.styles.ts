/** @file The look of choices as a row of pills. */

import { css } from 'lit';

/** Choices as a row of pills: a native check box or radio button with its text, the whole of it the target. */
export const pillStyles = css`
  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    max-width: 100%;
    padding: 6px 14px 6px 10px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-size: 0.9375em;
    line-height: 1.4;
    overflow-wrap: anywhere;
    cursor: pointer;
    user-select: none;
    transition:
      background-color var(--_ease),
      border-color var(--_ease);
  }
  .pill:hover {
    border-color: var(--_strong);
  }
  .pill:has(:checked) {
    border-color: var(--_accent);
    background: linear-gradient(var(--_accent-soft) 0 0), var(--_surface);
  }
  .pill:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .pill .mark:focus-visible {
    outline: 0;
  }
  .pill:has(:disabled) {
    cursor: not-allowed;
    color: var(--_text-muted);
    background: var(--_surface-2);
    border-color: var(--_border);
  }
  .pill:has(:checked:disabled) {
    border-color: var(--_strong);
    color: var(--_text);
  }
  .all {
    border-style: dashed;
  }
  .empty {
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  @media (pointer: coarse) {
    .pill {
      min-height: 44px;
    }
  }
`;

/** The mark itself: a native check box or radio button, drawn in the accent. */
export const markStyles = css`
  .mark {
    appearance: none;
    display: inline-grid;
    place-content: center;
    flex: none;
    width: 18px;
    height: 18px;
    margin: 0;
    border: 1.5px solid var(--_strong);
    border-radius: 5px;
    background: var(--_surface);
    color: var(--_on-accent);
    cursor: inherit;
    transition:
      background-color var(--_ease),
      border-color var(--_ease);
  }
  .mark[type='radio'] {
    border-radius: 50%;
  }
  .mark::before {
    content: '';
    width: 12px;
    height: 12px;
    background: currentcolor;
    clip-path: polygon(9% 52%, 22% 39%, 41% 58%, 79% 16%, 92% 29%, 41% 84%);
    transform: scale(0);
    transition: transform var(--_ease);
  }
  .mark[type='radio']::before {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    clip-path: none;
  }
  .mark:indeterminate:not([type='radio'])::before {
    clip-path: inset(41% 8%);
  }
  .mark:checked,
  .mark:indeterminate:not([type='radio']) {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .mark:checked::before,
  .mark:indeterminate:not([type='radio'])::before {
    transform: scale(1);
  }
  .mark:disabled {
    border-color: var(--_border);
    background: var(--_surface-2);
    color: var(--_text-muted);
  }
  .mark:checked:disabled {
    border-color: var(--_strong);
  }
  @media (forced-colors: active) {
    .mark {
      appearance: auto;
    }
    .mark::before {
      content: none;
    }
  }
`;
