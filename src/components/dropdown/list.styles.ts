/** @file The look of a Dropdown's list. */

import { css } from 'lit';

export const listStyles = css`
  .list {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 4px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 4px 16px rgb(0 0 0 / 14%);
    font-size: 1em;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    padding: 6px 10px;
    border-radius: calc(var(--_radius) - 3px);
    font-size: 0.9375em;
    line-height: 1.4;
    overflow-wrap: anywhere;
    cursor: pointer;
    user-select: none;
  }
  .option > span {
    flex: 1;
    min-width: 0;
  }
  .option[aria-selected='true'] {
    font-weight: 600;
  }
  .option .icon {
    flex: none;
    color: var(--_accent);
  }
  .option.active,
  .option:hover:not([aria-disabled]) {
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
  }
  .option.active {
    outline: 1.5px solid var(--_accent);
    outline-offset: -1.5px;
  }
  .option[aria-disabled] {
    color: var(--_text-muted);
    cursor: default;
  }
  @media (pointer: coarse) {
    .option {
      min-height: 44px;
    }
  }
`;
