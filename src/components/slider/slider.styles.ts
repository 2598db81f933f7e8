/** @file The look of a Slider. */

import { css } from 'lit';

export const sliderStyles = css`
  :host {
    --_knob: 18px;
    /* Where the time of a run stands: left of the number box. */
    --_aside: 64px;
    --_drop: 9px;
  }
  .field:has(.icon-button) ~ riv-status {
    --_aside: 104px;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-height: 32px;
    margin-bottom: var(--_space);
  }
  .head .label {
    margin-bottom: 0;
  }
  .side {
    display: flex;
    align-items: center;
    gap: 2px;
    margin-inline-start: auto;
  }
  .box {
    min-height: 32px;
    border-radius: calc(var(--_radius) - 2px);
  }
  .entry {
    appearance: textfield;
    flex: none;
    width: calc(var(--digits, 4) * 1ch + 20px);
    min-width: 56px;
    max-width: 160px;
    padding: 4px 8px;
    font-size: 0.875em;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .entry::-webkit-inner-spin-button,
  .entry::-webkit-outer-spin-button {
    appearance: none;
    margin: 0;
  }
  .range {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .bound {
    flex: none;
    font-size: 0.75em;
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }
  .track {
    appearance: none;
    flex: 1;
    min-width: 0;
    height: 32px;
    margin: 0;
    border-radius: var(--_radius);
    background: none;
    cursor: pointer;
    touch-action: pan-y;
  }
  .track::-webkit-slider-runnable-track {
    height: 6px;
    border-radius: 3px;
    background: linear-gradient(
      to right,
      var(--_accent) calc(var(--_knob) / 2 + (100% - var(--_knob)) * var(--share, 0)),
      color-mix(in srgb, var(--_text) 14%, var(--_surface)) 0
    );
  }
  .track:dir(rtl)::-webkit-slider-runnable-track {
    background: linear-gradient(
      to left,
      var(--_accent) calc(var(--_knob) / 2 + (100% - var(--_knob)) * var(--share, 0)),
      color-mix(in srgb, var(--_text) 14%, var(--_surface)) 0
    );
  }
  .track::-moz-range-track {
    height: 6px;
    border-radius: 3px;
    background: color-mix(in srgb, var(--_text) 14%, var(--_surface));
  }
  .track::-moz-range-progress {
    height: 6px;
    border-radius: 3px;
    background: var(--_accent);
  }
  .track::-webkit-slider-thumb {
    appearance: none;
    width: var(--_knob);
    height: var(--_knob);
    margin-top: -6px;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
    transition: box-shadow var(--_ease);
  }
  .track::-moz-range-thumb {
    box-sizing: border-box;
    width: var(--_knob);
    height: var(--_knob);
    border: 2px solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
  }
  .track:hover::-webkit-slider-thumb {
    box-shadow: 0 0 0 5px var(--_accent-soft);
  }
  .track:active::-webkit-slider-thumb {
    background: var(--_accent);
  }
  .track:active::-moz-range-thumb {
    background: var(--_accent);
  }
  /* The ring goes round the knob, not round the whole row. */
  .track:focus-visible {
    outline: 0;
  }
  .track:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .track:focus-visible::-moz-range-thumb {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .track:disabled {
    --_accent: var(--_strong);
    cursor: not-allowed;
  }
  .track:disabled::-webkit-slider-thumb {
    box-shadow: none;
    background: var(--_surface-2);
  }
  @media (pointer: coarse) {
    :host {
      --_knob: 26px;
    }
    .track {
      height: 44px;
    }
    .track::-webkit-slider-thumb {
      margin-top: -10px;
    }
    .box,
    .head {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .track {
      appearance: auto;
    }
  }
`;
