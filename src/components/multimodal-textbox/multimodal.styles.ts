/** @file The look of a MultimodalTextbox, besides that of a Textbox. */

import { css } from 'lit';

/** The files above the text, and the buttons before it. */
export const multimodalStyles = css`
  .multimodal {
    flex-direction: column;
  }
  .multimodal.dragged {
    border-style: dashed;
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .row {
    display: flex;
    align-items: flex-end;
    min-width: 0;
  }
  .row > .icon-button {
    flex: none;
    width: 34px;
    height: 34px;
    margin: 2px;
  }
  .row > .icon-button + .icon-button,
  .row > .icon-button + .entry {
    margin-inline-start: -2px;
  }
  .row > .icon-button ~ .entry {
    padding-inline-start: calc(var(--_space) * 1);
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2) 0;
    list-style: none;
  }
  .file {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    max-width: 100%;
    padding-inline-start: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 2px);
    background: var(--_surface-2);
    font-size: 0.8125em;
  }
  .file img {
    width: 28px;
    height: 28px;
    margin-inline-start: -5px;
    border-radius: 4px;
    object-fit: cover;
  }
  .file .name {
    max-width: 24ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .microphone {
    margin: calc(var(--_space) * 2);
  }
`;
