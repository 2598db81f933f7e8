/** @file The look of the frame around an Image, a Video or an Audio. */

import { css } from 'lit';

const surface = css`
  :host {
    max-width: 100%;
  }
  .surface {
    position: relative;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_surface);
    color: var(--_text);
    container-type: inline-size;
    transition: border-color 140ms ease-out;
  }
  :host([container='false']) .surface {
    border: 0;
    border-radius: 0;
    background: transparent;
  }
  .head {
    display: flex;
    align-items: center;
    min-height: 40px;
    padding-block: calc(var(--_space) * 1);
    padding-inline: calc(var(--_space) * 3) calc(var(--_space) * 1);
  }
  /* As high as its buttons, also before there are any. */
  @media (pointer: coarse) {
    .head {
      min-height: 52px;
    }
  }
  .head.bare {
    position: absolute;
    inset: 0 0 auto auto;
    z-index: 2;
    min-height: 0;
    padding: calc(var(--_space) * 1);
  }
`;

const stage = css`
  .stage {
    position: relative;
    display: grid;
    place-items: center;
    flex: 1 1 auto;
    width: 100%;
    height: var(--_height, auto);
    min-height: 200px;
    max-height: 480px;
    aspect-ratio: 4 / 3;
    overflow: hidden;
    background: var(--_surface-2);
  }
  .stage.sized {
    min-height: 0;
    max-height: none;
    aspect-ratio: auto;
  }
  @container (max-width: 339px) {
    .stage {
      min-height: 220px;
    }
  }
  .bar {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-height: 56px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-top: 1px solid var(--_border);
  }
`;

/** The frame of an Image or Audio: as large as it will be, whatever comes into it. What is in it: `view.styles.ts`. */
export const mediaStyles = [surface, stage];
