/** @file The look of what is in the frame of media and files, loaded with it. */

import { css } from 'lit';
import { webcamStyles } from '../webcam/webcam.styles.ts';

const surface = css`
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
  .head.bare .tools {
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_surface) 85%, transparent);
  }
`;

const stage = css`
  .surface[popover] .stage {
    max-height: none;
    min-height: 0;
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

/** The look of what is in the frame of an Image or Audio; loaded with it. */
export const viewStyles = [surface, stage, webcamStyles];
