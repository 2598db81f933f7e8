/** @file The look of an Image that is drawn on. */

import { css } from 'lit';

/** The look of an Image that is drawn on. */
export const sketchStyles = css`
  .sketch {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    overflow: hidden;
  }
  /* A drawing that fills its place would run into what is above it. */
  .sketch::after {
    content: '';
    position: absolute;
    inset: 0;
    border-top: 1px solid var(--_border);
    pointer-events: none;
  }
  .sketch > canvas {
    display: block;
    box-shadow: 0 0 0 1px var(--_border);
    cursor: crosshair;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }
  .invitation {
    position: absolute;
    padding: var(--_space) calc(var(--_space) * 2);
    border-radius: var(--_radius);
    font-size: 0.875em;
    pointer-events: none;
  }
  .brush {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-width: 0;
  }
  .thickness {
    width: 120px;
    min-width: 60px;
    height: 32px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .colour {
    flex: none;
    width: 32px;
    height: 32px;
    padding: 2px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 2px);
    background: var(--_surface);
    cursor: pointer;
  }
  .colour::-webkit-color-swatch-wrapper {
    padding: 0;
  }
  .colour::-webkit-color-swatch {
    border: 0;
    border-radius: 4px;
  }
  .icon-button[aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }
  @media (pointer: coarse) {
    .thickness,
    .colour {
      height: 44px;
    }
    .colour {
      width: 44px;
    }
  }
`;
