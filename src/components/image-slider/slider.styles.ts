/** @file The look of an ImageSlider. */

import { css } from 'lit';

/** The look of an ImageSlider: two pictures in one place, the line between them, and its handle. */
export const sliderStyles = css`
  .pair,
  .places {
    position: absolute;
    inset: 0;
  }
  .pair > .side {
    position: absolute;
    inset: 0;
  }
  .pair > .first {
    clip-path: inset(0 calc(100% - var(--_at)) 0 0);
  }
  .pair .picture {
    background: var(--_surface-2);
  }
  .line {
    position: absolute;
    inset: 0 auto 0 var(--_at);
    width: 2px;
    margin-left: -1px;
    background: var(--_surface);
    box-shadow: 0 0 0 1px color-mix(in srgb, var(--_text) 45%, transparent);
    pointer-events: none;
  }
  .line::after {
    content: '';
    position: absolute;
    top: 50%;
    left: 50%;
    width: 32px;
    height: 32px;
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background:
      linear-gradient(var(--_on-accent) 0 0) 36% 50% / 2px 12px no-repeat,
      linear-gradient(var(--_on-accent) 0 0) 64% 50% / 2px 12px no-repeat,
      var(--_accent);
    transform: translate(-50%, -50%);
  }
  /* The native slider lies over all of it, unseen: a press anywhere moves the line there. */
  .range {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    appearance: none;
    background: none;
    cursor: ew-resize;
    opacity: 0;
    touch-action: pan-y;
  }
  .range::-webkit-slider-thumb {
    width: 1px;
    height: 100%;
    appearance: none;
  }
  .range::-moz-range-thumb {
    width: 1px;
    height: 100%;
    border: 0;
  }
  .pair:has(:focus-visible) > .line {
    background: var(--_accent);
  }
  .pair:has(:focus-visible) > .line::after {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .word {
    position: absolute;
    z-index: 1;
    inset: auto auto calc(var(--_space) * 2) calc(var(--_space) * 2);
    padding: 0 calc(var(--_space) * 2);
    border-radius: 999px;
    background: color-mix(in srgb, var(--_surface) 90%, transparent);
    font-size: 0.75em;
    line-height: 1.8;
    pointer-events: none;
  }
  .word.last {
    inset-inline: auto calc(var(--_space) * 2);
  }
  .places {
    display: grid;
    grid-template-columns: 1fr 1fr;
  }
  .places > .side {
    position: relative;
    min-width: 0;
    overflow: hidden;
  }
  .places > .side + .side {
    border-inline-start: 1px solid var(--_border);
  }
`;
