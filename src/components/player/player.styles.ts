/** @file The look of the players. */

import { css } from 'lit';
import { baseStyles } from '../styles/base.styles.ts';
import { controlStyles } from '../styles/controls.styles.ts';

const picture = css`
  :host {
    min-width: 0;
  }
  /* Time runs from left to right. */
  .player {
    direction: ltr;
    display: flex;
    flex-direction: column;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3) calc(var(--_space) * 2);
    background: var(--_surface);
    color: var(--_text);
    container-type: inline-size;
  }
  .wave {
    position: relative;
    display: grid;
    align-items: center;
    height: 64px;
    border-radius: calc(var(--_radius) - 2px);
  }
  .wave:focus-within:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .picture {
    color: var(--_accent);
    caret-color: color-mix(in srgb, var(--_text) 32%, var(--_surface));
    /* Not to be seen: it tells when the colours have changed. */
    transition: caret-color 1ms;
  }
  .picture[hidden] {
    display: none;
  }
  /* The sound without a picture: a plain bar. */
  .track {
    height: 6px;
    border-radius: 3px;
    background: linear-gradient(
      to right,
      var(--_accent) calc(var(--share, 0) * 100%),
      color-mix(in srgb, var(--_text) 14%, var(--_surface)) 0
    );
  }
  /* The slider lies unseen over the picture: a native one, for every kind of hand. */
  .seek {
    position: absolute;
    inset: 0;
    z-index: 3;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
    touch-action: pan-y;
  }
  .seek:disabled {
    cursor: default;
  }
  .times {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    margin-top: var(--_space);
    color: var(--_text-muted);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    margin-top: calc(var(--_space) * 2);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }
  .end {
    display: flex;
    flex: 1 1 200px;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-height: 32px;
  }
  .end .level {
    flex: 1;
  }
  .end .name {
    min-width: 2.75em;
  }
`;

const controls = css`
  .controls {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
    min-height: 40px;
    margin-top: var(--_space);
  }
  .levels,
  .transport,
  .tools {
    display: flex;
    align-items: center;
    min-width: 0;
  }
  .transport {
    gap: var(--_space);
  }
  .tools {
    justify-content: flex-end;
  }
  .tools .button {
    min-height: 32px;
    padding-block: var(--_space);
    padding-inline: calc(var(--_space) * 3);
    font-size: 0.875em;
  }
  .icon-button {
    flex: none;
  }
  .icon-button.play {
    width: 40px;
    height: 40px;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 1em;
  }
  .icon-button.play:hover:not(:disabled) {
    background: color-mix(in srgb, var(--_accent) 88%, light-dark(black, white));
    color: var(--_on-accent);
  }
  .icon-button.play:disabled {
    background: var(--_surface-2);
    color: var(--_text-muted);
    opacity: 1;
  }
  .level {
    flex: 0 1 72px;
    width: 72px;
    min-width: 40px;
    height: 32px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .speed {
    flex: none;
    width: 60px;
    min-height: 32px;
    margin-inline-start: calc(var(--_space) * 2);
    padding: 0 2px;
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: transparent;
    color: var(--_text-muted);
    font: inherit;
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }
  .speed option {
    background: var(--_surface);
    color: var(--_text);
  }
  .speed:hover:not(:disabled) {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
    color: var(--_text);
  }
  .speed:disabled {
    opacity: 0.45;
    cursor: not-allowed;
  }
  @container (max-width: 399px) {
    .controls {
      grid-template-columns: 1fr auto;
    }
    .transport {
      grid-column: 1 / -1;
      grid-row: 1;
      justify-content: center;
    }
  }
  @container (max-width: 259px) {
    .controls {
      grid-template-columns: 1fr;
    }
    .levels,
    .tools {
      justify-content: center;
    }
  }
  @media (pointer: coarse) {
    .level,
    .speed,
    .tools .button {
      min-height: 44px;
    }
    .icon-button.play {
      width: 48px;
      height: 48px;
    }
  }
`;

/** The look of the player: the sound's picture, the times, and one quiet row of controls. */
export const playerStyles = [...baseStyles, controlStyles, picture, controls];
