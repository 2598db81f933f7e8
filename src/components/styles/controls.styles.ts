/** @file The look of inner native controls, one for all components. */

import { css } from 'lit';

/**
 * The look of inner native controls, one for all components: text boxes (`.input`), buttons (`.button`, with
 * `.primary` or `.stop`), and buttons that show only an icon (`.icon-button`).
 */
export const controlStyles = css`
  .input,
  .button,
  .icon-button {
    font: inherit;
    color: var(--_text);
    transition:
      background-color 140ms ease-out,
      border-color 140ms ease-out,
      color 140ms ease-out;
  }
  .input {
    width: 100%;
    min-height: 40px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    line-height: 1.45;
  }
  .input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .input:hover:not(:disabled, :read-only) {
    border-color: color-mix(in srgb, var(--_text) 35%, var(--_border));
  }
  .input:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
    border-color: var(--_accent);
  }
  .input:is(:disabled, :read-only) {
    background: var(--_surface-2);
    opacity: 1;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    min-height: 40px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-weight: 600;
    line-height: 1.2;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_surface-2);
    border-color: color-mix(in srgb, var(--_text) 25%, var(--_border));
  }
  .button:active {
    background: color-mix(in srgb, var(--_text) 10%, var(--_surface-2));
  }
  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, light-dark(black, white));
  }
  .button.stop {
    border-color: color-mix(in srgb, var(--_danger) 45%, var(--_border));
    color: var(--_danger);
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    border-color: var(--_border);
    background: var(--_surface-2);
    color: var(--_text-muted);
    cursor: not-allowed;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    width: 32px;
    height: 32px;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: transparent;
    color: var(--_text-muted);
    font-size: 0.875em;
    cursor: pointer;
  }
  .icon-button:hover {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
    color: var(--_text);
  }
  .icon-button:disabled {
    opacity: 0.45;
    cursor: not-allowed;
  }
  @media (pointer: coarse) {
    .input,
    .button {
      min-height: 44px;
    }
    .icon-button {
      width: 44px;
      height: 44px;
    }
  }
`;
