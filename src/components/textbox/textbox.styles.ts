/** @file The look of a Textbox. */

import { css } from 'lit';

export const textboxStyles = css`
  .box {
    position: relative;
  }
  textarea.entry {
    display: block;
    resize: none;
    field-sizing: content;
    /* Lines of text, then the padding above and below them. */
    min-height: calc(var(--lines, 1) * 1lh + 2 * var(--_pad));
    max-height: calc(var(--most, 20) * 1lh + 2 * var(--_pad));
    overflow-y: auto;
    scrollbar-width: thin;
  }
  .tools {
    display: flex;
    align-items: flex-end;
    gap: 4px;
    padding: 3px;
  }
  .send {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    flex: none;
    min-width: 32px;
    height: 32px;
    padding: 0 8px;
    border: 0;
    border-radius: calc(var(--_radius) - 3px);
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-size: 0.875em;
    font-weight: 600;
    cursor: pointer;
    transition: background-color var(--_ease);
  }
  .send:hover {
    background: color-mix(in srgb, var(--_text) 14%, var(--_accent));
  }
  .halt {
    background: color-mix(in srgb, var(--_danger) 12%, var(--_surface));
    color: var(--_danger);
  }
  .halt:hover {
    background: color-mix(in srgb, var(--_danger) 20%, var(--_surface));
  }
  .send:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .send:disabled {
    background: var(--_surface-2);
    color: var(--_text-muted);
    cursor: not-allowed;
  }
  .copied {
    color: var(--_success);
  }
  @media (pointer: coarse) {
    .tools {
      padding: 0;
    }
    .send {
      min-width: 44px;
      height: 42px;
      border-radius: calc(var(--_radius) - 1px);
    }
  }
`;
