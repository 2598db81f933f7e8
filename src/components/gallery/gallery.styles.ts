/** @file The look of a Gallery: its grid, and one entry large. */

import { css } from 'lit';

const grid = css`
  .stage.filled {
    display: block;
    max-height: none;
    min-height: 0;
    overflow: auto;
    aspect-ratio: auto;
    --_gap: calc(var(--_space) * 1);
    --_cell: calc((100cqi - (var(--_columns) + 1) * var(--_gap)) / var(--_columns));
    max-height: calc(var(--_rows, 1000) * (var(--_cell) + var(--_gap)) + var(--_gap));
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(var(--_columns), minmax(0, 1fr));
    gap: var(--_gap);
    padding: var(--_gap);
  }
  .cell {
    position: relative;
    aspect-ratio: 1;
  }
  .pick,
  .thumb {
    position: relative;
    display: block;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 2px);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .pick {
    width: 100%;
    height: 100%;
  }
  .pick:hover,
  .thumb:hover {
    border-color: color-mix(in srgb, var(--_text) 45%, var(--_border));
  }
  :is(.pick, .thumb):focus-visible {
    outline-offset: 1px;
  }
  :is(.pick, .thumb)[aria-current='true'] {
    border-color: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent);
  }
  :is(.pick, .thumb) > :is(img, canvas, video) {
    position: static;
    display: block;
    width: 100%;
    height: 100%;
    object-fit: var(--_fit);
    pointer-events: none;
  }
  .caption {
    position: absolute;
    inset: auto 0 0;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2);
    overflow: hidden;
    background: color-mix(in srgb, var(--_surface) 90%, transparent);
    color: var(--_text);
    font-size: 0.8125em;
    line-height: 1.4;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .badge {
    position: absolute;
    inset: calc(var(--_space) * 2) auto auto calc(var(--_space) * 2);
    padding: var(--_space);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_surface) 85%, transparent);
    font-size: 0.75em;
  }
  .broken {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 1);
    width: 100%;
    height: 100%;
    padding: calc(var(--_space) * 2);
    color: var(--_danger);
    font-size: 0.8125em;
    line-height: 1.35;
    text-align: center;
  }
  .remove,
  .close {
    position: absolute;
    inset: 0 0 auto auto;
    background: color-mix(in srgb, var(--_surface) 85%, transparent);
    color: var(--_text);
  }
  .more {
    display: grid;
    place-items: center;
    width: 100%;
    height: 100%;
    border: 1px dashed var(--_border);
    border-radius: calc(var(--_radius) - 2px);
    color: var(--_accent);
    font-size: 1.25em;
    cursor: pointer;
  }
  .more:hover {
    background: var(--_accent-soft);
  }
  .more:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
`;

const preview = css`
  .preview {
    display: flex;
    flex-direction: column;
    width: 100%;
    height: 100%;
    min-height: 280px;
  }
  .stage.sized .preview {
    min-height: 0;
  }
  .surface[popover] .stage.filled {
    max-height: none;
  }
  .preview:focus-visible {
    outline: 0;
  }
  .large {
    position: relative;
    display: flex;
    flex: 1;
    align-items: center;
    gap: var(--_space);
    min-height: 0;
    padding: calc(var(--_space) * 1);
  }
  .place {
    display: grid;
    flex: 1;
    place-items: center;
    min-width: 0;
    height: 100%;
    min-height: 200px;
  }
  .stage.sized .place {
    min-height: 0;
  }
  .place > :is(img, canvas, video) {
    position: static;
    display: block;
    width: auto;
    max-width: 100%;
    height: auto;
    max-height: min(60vh, 480px);
    object-fit: contain;
  }
  .stage.sized .place > :is(img, canvas, video) {
    max-height: 100%;
  }
  .surface[popover] .place > :is(img, canvas, video) {
    max-height: calc(100vh - 180px);
  }
  .step {
    flex: none;
  }
  .words {
    padding: var(--_space) calc(var(--_space) * 3) calc(var(--_space) * 2);
    font-size: 0.875em;
    text-align: center;
    overflow-wrap: anywhere;
  }
  .thumbs {
    display: flex;
    flex: none;
    gap: var(--_space);
    padding: calc(var(--_space) * 2);
    overflow-x: auto;
    border-top: 1px solid var(--_border);
    scrollbar-width: thin;
  }
  .thumb {
    flex: none;
    width: 48px;
    height: 48px;
  }
  .thumb > .icon {
    margin: auto;
    color: var(--_danger);
  }
  .thumb:first-child {
    margin-inline-start: auto;
  }
  .thumb:last-child {
    margin-inline-end: auto;
  }
`;

/** The look of a Gallery: its grid, and one entry large. */
export const galleryStyles = [grid, preview];
