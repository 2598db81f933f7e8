/** @file The look of the files in a File. */

import { css } from 'lit';

/** The look of the files in a File. */
export const fileStyles = css`
  .stage {
    grid-template-columns: minmax(0, 1fr);
    max-height: none;
    overflow: auto;
  }
  .all {
    align-self: start;
    width: 100%;
  }
  .files {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .file {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-height: 44px;
    padding-inline: calc(var(--_space) * 1) calc(var(--_space) * 2);
    background: var(--_surface);
    border-bottom: 1px solid var(--_border);
  }
  .file[aria-current='true'] {
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
  }
  .file.over {
    box-shadow: inset 0 2px var(--_accent);
  }
  .name {
    display: flex;
    flex: 1;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-width: 0;
    min-height: 36px;
    padding: var(--_space) calc(var(--_space) * 2);
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.875em;
    text-align: start;
    cursor: pointer;
  }
  .name:hover {
    background: color-mix(in srgb, var(--_text) 6%, transparent);
  }
  .name > .icon {
    color: var(--_text-muted);
  }
  .words {
    display: flex;
    min-width: 0;
  }
  /* What tells names apart is often their end: it is cut before that. */
  .stem {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
  }
  .ending {
    white-space: pre;
  }
  .bytes {
    flex: none;
    color: var(--_text-muted);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }
  .bytes.wrong {
    color: var(--_danger);
  }
  a.icon-button {
    text-decoration: none;
  }
  .file .icon-button {
    flex: none;
  }
  .movable {
    cursor: grab;
  }
  .more {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    min-height: 44px;
    padding: calc(var(--_space) * 2);
    color: var(--_accent);
    font-size: 0.875em;
    font-weight: 600;
    cursor: pointer;
  }
  .more:hover {
    background: var(--_accent-soft);
  }
  .more:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: -4px;
    border-radius: var(--_radius);
  }
`;
