import { css } from 'lit';
import { webcamStyles } from './webcam.styles.ts';

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
  .surface.dropping {
    border-color: var(--_accent);
    outline: 2px dashed var(--_accent);
    outline-offset: -6px;
  }
  .surface[popover] {
    position: fixed;
    inset: 0;
    width: 100vw;
    max-width: none;
    height: 100vh;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
  }
  .head {
    display: flex;
    align-items: center;
    min-height: 40px;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 1) calc(var(--_space) * 1) calc(var(--_space) * 3);
  }
  .head.bare {
    position: absolute;
    inset: 0 0 auto auto;
    z-index: 2;
    min-height: 0;
    padding: calc(var(--_space) * 1);
  }
  .head.bare .tools {
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_surface) 85%, transparent);
  }
  .chip {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-width: 0;
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.4;
  }
  .chip > .icon {
    color: var(--_text-muted);
  }
  .chip > span {
    overflow-wrap: anywhere;
  }
  .tools {
    display: flex;
    flex: none;
    margin-inline-start: auto;
  }
`;

const stage = css`
  .stage {
    position: relative;
    display: grid;
    place-items: center;
    flex: 1 1 auto;
    width: 100%;
    height: var(--height, auto);
    min-height: 200px;
    max-height: 480px;
    aspect-ratio: 4 / 3;
    overflow: hidden;
    background: var(--_surface-2);
  }
  .surface[popover] .stage {
    max-height: none;
    min-height: 0;
    aspect-ratio: auto;
  }
  .stage.sized {
    min-height: 0;
    max-height: none;
    aspect-ratio: auto;
  }
  .picture,
  video {
    position: absolute;
    inset: 0;
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .covered {
    visibility: hidden;
  }
  .mirrored {
    transform: scaleX(-1);
  }
  .card {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: safe center;
    gap: calc(var(--_space) * 2);
    width: 100%;
    height: 100%;
    padding: calc(var(--_space) * 4);
    overflow: auto;
    text-align: center;
    text-wrap: balance;
  }
  .card > span {
    max-width: 34em;
  }
  .big {
    color: var(--_text-muted);
    font-size: 1.75em;
    line-height: 1;
  }
  .hint,
  .muted {
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  @container (max-width: 339px) {
    .card {
      gap: var(--_space);
      padding: calc(var(--_space) * 2);
      font-size: 0.875em;
    }
    .stage {
      min-height: 220px;
    }
  }
  .drop {
    cursor: pointer;
    transition: background-color 140ms ease-out;
  }
  .drop:hover,
  .dropping .drop {
    background: var(--_accent-soft);
  }
  .drop:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: -4px;
    border-radius: var(--_radius);
  }
  .link {
    color: var(--_accent);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
`;

/** The look of the Image: a framed surface with a head, the picture's place, and a quiet bar. */
export const imageStyles = [surface, stage, webcamStyles];
