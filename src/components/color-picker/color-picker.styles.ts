/** @file The look of a ColorPicker. */

import { css } from 'lit';

export const colorPickerStyles = css`
  .entry {
    font-family: var(--_font-mono);
    font-size: 0.9375em;
  }
  .swatch {
    flex: none;
    align-self: center;
    width: 44px;
    height: 32px;
    margin-inline-end: 3px;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 3px);
    background: none;
    cursor: pointer;
  }
  .swatch::-webkit-color-swatch-wrapper {
    padding: 0;
  }
  .swatch::-webkit-color-swatch {
    border: 0;
    border-radius: calc(var(--_radius) - 4px);
  }
  .swatch::-moz-color-swatch {
    border: 0;
    border-radius: calc(var(--_radius) - 4px);
  }
  .swatch:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  .swatch:disabled {
    cursor: not-allowed;
  }
  /* No colour: a line across, since the native control must show one. */
  .swatch.none {
    background: linear-gradient(
      to top right,
      transparent calc(50% - 1px),
      var(--_danger) calc(50% - 1px) calc(50% + 1px),
      transparent calc(50% + 1px)
    );
  }
  .swatch.none::-webkit-color-swatch {
    opacity: 0;
  }
  .swatch.none::-moz-color-swatch {
    opacity: 0;
  }
`;
