/** @file The look of an ImageEditor. */

import { css } from 'lit';

export const imageEditorStyles = css`
  .surface {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    overflow: clip;
  }
  .stage {
    display: grid;
    place-items: center;
    padding: 12px;
    background: var(--_surface-2);
  }
  .paper {
    display: block;
    min-width: 0;
    max-width: 100%;
    min-height: 0;
    max-height: 100%;
    border-radius: 2px;
    box-shadow: 0 0 0 1px var(--_border);
    /* What is see-through. */
    background: repeating-conic-gradient(#e6e6e6 0 25%, #fff 0 50%) 0 0 / 16px 16px;
    touch-action: none;
    cursor: crosshair;
  }
  .paper.still {
    touch-action: auto;
    cursor: default;
  }
  .bar,
  .layers {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    padding: 4px calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }
  .icon-button[aria-pressed='true']:not(.layer > *) {
    background: color-mix(in srgb, var(--_accent) 16%, transparent);
    color: var(--_accent);
  }
  .icon-button[aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }
  .off {
    opacity: 0.4;
  }
  .thickness {
    flex: 1 1 60px;
    min-width: 60px;
    max-width: 120px;
    height: 32px;
    margin: 0 4px;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .palette {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }
  .swatch,
  .palette .own {
    width: 24px;
    height: 24px;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: 50%;
    cursor: pointer;
  }
  .swatch[aria-pressed='true'] {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  .palette .own {
    display: block;
    width: 32px;
    border-radius: 6px;
    background: none;
  }
  .end {
    display: flex;
    margin-inline-start: auto;
  }
  .file {
    position: relative;
  }
  .file input {
    position: absolute;
    inset: 0;
    width: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .file:focus-within {
    outline: 2px solid var(--_accent);
  }
  .turned .icon {
    transform: scaleX(-1);
  }
  .layer {
    display: inline-flex;
    align-items: center;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 2px);
  }
  .name {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 32px;
    padding: 0 8px;
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: none;
    color: var(--_text-muted);
    font: inherit;
    font-size: 0.8125em;
    cursor: pointer;
  }
  .name[aria-pressed='true'] {
    color: var(--_accent);
    font-weight: 600;
  }
  .name:hover {
    color: var(--_text);
  }
  @media (pointer: coarse) {
    .swatch,
    .palette .own {
      width: 32px;
      height: 32px;
    }
    .name {
      min-height: 44px;
    }
  }
`;
