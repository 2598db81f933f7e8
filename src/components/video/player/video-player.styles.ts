/** @file The look of the video player. */

import { css } from 'lit';
import { playerStyles } from '../../player/player.styles.ts';

const screen = css`
  :host {
    display: block;
    width: 100%;
    height: 100%;
  }
  .player {
    height: 100%;
    padding: 0;
  }
  .screen {
    position: relative;
    flex: 1 1 0;
    min-height: 0;
    background: var(--_surface-2);
    cursor: pointer;
  }
  .screen video {
    position: absolute;
    inset: 0;
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .panel {
    padding: 0 calc(var(--_space) * 2) var(--_space);
    border-top: 1px solid var(--_border);
  }
  .place {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding-inline: var(--_space);
    color: var(--_text-muted);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }
  .place > .wave {
    flex: 1;
    height: 32px;
    border-radius: 3px;
  }
  .controls {
    margin-top: 0;
  }
  .icon-button.play {
    width: 36px;
    height: 36px;
  }
  .ends {
    margin-top: 0;
    padding-inline: var(--_space);
  }
  .ends .level:focus-visible {
    outline-offset: -2px;
  }
  .state {
    position: absolute;
    inset: auto calc(var(--_space) * 2) calc(var(--_space) * 2) auto;
    padding: 2px calc(var(--_space) * 2);
    border-radius: 999px;
    background: rgb(0 0 0 / 60%);
    color: #ffffff;
    font-size: 0.75rem;
  }
  .screen > .message {
    position: absolute;
    inset: auto calc(var(--_space) * 2) calc(var(--_space) * 2);
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  @container (max-width: 399px) {
    .controls {
      grid-template-columns: 1fr auto auto;
    }
    .transport {
      grid-column: auto;
      grid-row: auto;
    }
    .levels > .level,
    .levels > .speed,
    .transport > .icon-button:not(.play) {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .place > .wave {
      height: 44px;
    }
    .icon-button.play {
      width: 44px;
      height: 44px;
    }
  }
`;

/** The look of the player: the pictures, and under them the place in them and one quiet row of controls. */
export const videoPlayerStyles = [...playerStyles, screen];
