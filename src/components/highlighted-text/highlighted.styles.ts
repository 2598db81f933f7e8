/** @file The look of a HighlightedText. */

import { css } from 'lit';

export const highlightedStyles = css`
  .surface {
    --_minus: oklch(60% 0.2 295);
    --_plus: oklch(60% 0.2 30);
    position: relative;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    overflow: clip;
  }
  .scroll {
    min-height: 64px;
    overflow: auto;
  }
  .surface:has(.text:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }
  .text {
    padding: calc(var(--_space) * 3.5) calc(var(--_space) * 4);
    line-height: 1.9;
    overflow-wrap: anywhere;
  }
  .text:focus-visible {
    outline: 0;
  }
  .block {
    white-space: pre-wrap;
  }
  .mark {
    padding: 0.15em 0.2em;
    border-radius: 4px;
    background: color-mix(in srgb, var(--_mark) var(--_share, 20%), transparent);
    box-shadow: inset 0 -2px color-mix(in srgb, var(--_mark) 65%, var(--_text));
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
    cursor: pointer;
  }
  .mark.score {
    box-shadow: none;
  }
  .text[role='textbox'],
  .text[role='textbox'] .mark {
    cursor: text;
  }
  .text.lit .mark:not(.on) {
    background: none;
    box-shadow: none;
  }
  .mark:focus-visible {
    outline-offset: 0;
  }
  .category {
    margin-inline-start: 0.4em;
    padding: 0.1em 0.4em;
    border-radius: 3px;
    background: color-mix(in srgb, var(--_mark) 25%, var(--_surface));
    font-size: 0.75em;
    font-weight: 600;
    user-select: none;
    -webkit-user-select: none;
  }
  /* Parts the words from their label where both are read as one; no line ends here. */
  .category::before {
    content: '\\a0';
    font-size: 0;
  }
  .mark > .visually-hidden {
    user-select: none;
    -webkit-user-select: none;
  }
  .legend {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5);
    border-bottom: 1px solid var(--_border);
  }
  .labels,
  .offers {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .labels {
    max-height: 116px;
    overflow: auto;
  }
  .scale {
    display: flex;
    justify-content: space-between;
    margin: calc(var(--_space) * 1.5);
    padding: 2px calc(var(--_space) * 2);
    border-radius: 4px;
    background: linear-gradient(
      to right,
      color-mix(in srgb, var(--_minus) 50%, transparent),
      transparent,
      color-mix(in srgb, var(--_plus) 50%, transparent)
    );
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    direction: ltr;
  }
  .entry {
    display: flex;
    flex: none;
    max-width: 100%;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-height: 32px;
    padding: var(--_space) calc(var(--_space) * 2);
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.875em;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
    transition: background-color 140ms ease-out;
  }
  .entry:hover,
  .entry[aria-pressed='true'] {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
  }
  .entry:focus-visible {
    outline-offset: -2px;
  }
  .swatch {
    flex: none;
    width: 14px;
    height: 14px;
    border: 3px solid color-mix(in srgb, var(--_mark) 80%, var(--_text));
    border-radius: 4px;
    background: color-mix(in srgb, var(--_mark) 50%, transparent);
  }
  .bar {
    position: relative;
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: var(--_space);
    min-height: 57px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5);
    border-top: 1px solid var(--_border);
    background: var(--_surface-2);
  }
  .form {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .quote {
    max-width: 16em;
    padding-inline: calc(var(--_space) * 1.5);
    overflow: hidden;
    font-size: 0.875em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .form .input {
    flex: 1;
    width: 8em;
    min-width: 8em;
  }
  .form .button {
    font-size: 0.875em;
  }
  .hint {
    padding-inline: calc(var(--_space) * 1.5);
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .nothing {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    min-height: 112px;
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .nothing .icon {
    font-size: 1.25em;
    opacity: 0.7;
  }
  .more {
    margin: 0 calc(var(--_space) * 4) calc(var(--_space) * 4);
  }
  ::highlight(riv-chosen) {
    background-color: color-mix(in srgb, var(--_accent) 35%, transparent);
  }
  @media (forced-colors: active) {
    .mark {
      outline: 1px solid;
    }
  }
  @media (pointer: coarse) {
    .entry {
      min-height: 40px;
    }
  }
`;
