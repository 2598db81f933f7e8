/** @file The look of a Dropdown. */

import { css } from 'lit';

export const dropdownStyles = css`
  .box {
    position: relative;
    cursor: text;
  }
  .box.plain {
    cursor: pointer;
  }
  .body {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 4px;
    min-width: 0;
    padding: 3px;
  }
  .body .entry {
    flex: 1 1 32px;
    min-height: 32px;
    padding: 4px 9px;
    text-overflow: ellipsis;
  }
  select.entry {
    appearance: none;
    padding-inline-end: 40px;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  select.entry option {
    background: var(--_surface);
    color: var(--_text);
  }
  .chevron {
    display: grid;
    place-items: center;
    flex: none;
    width: 36px;
    font-size: 13px;
    color: var(--_text-muted);
    pointer-events: none;
    transition: rotate var(--_ease);
  }
  .many .chevron {
    align-self: flex-start;
    height: 32px;
    margin-top: 3px;
  }
  .open .chevron {
    rotate: 180deg;
  }
  select + .chevron {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
  }
  .token {
    display: inline-flex;
    align-items: center;
    min-height: 32px;
    max-width: 100%;
    padding-inline-start: 10px;
    border-radius: calc(var(--_radius) - 3px);
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface-2));
    font-size: 0.875em;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .token.bare {
    padding-inline-end: 10px;
  }
  .clear {
    align-self: flex-start;
    margin-top: 3px;
  }
  @media (pointer: coarse) {
    .token {
      min-height: 44px;
    }
    .body .entry {
      min-height: 36px;
    }
    .many .chevron {
      height: 44px;
    }
  }
`;
