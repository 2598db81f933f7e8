/** @file The look of what is in a message: folds, buttons, files, the box in which it is edited. */

import { css } from 'lit';

/** What is in messages, and under them. */
export const contentStyles = css`
  .raw {
    white-space: pre-wrap;
  }
  .prose.raw .piece {
    content-visibility: auto;
    contain-intrinsic-size: auto 4000px;
  }
  .note {
    color: var(--_text-muted);
    font-size: 0.8125em;
  }
  .fold > summary {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: calc(var(--_radius) + 4px);
    color: var(--_text-muted);
    font-size: 0.875em;
    list-style: none;
    cursor: pointer;
  }
  .fold > summary::-webkit-details-marker {
    display: none;
  }
  .fold > summary:hover {
    color: var(--_text);
  }
  .fold-title {
    color: var(--_text);
    font-weight: 600;
  }
  .chevron {
    font-size: 0.8em;
    transition: rotate 140ms ease-out;
  }
  .fold[open] > summary .chevron {
    rotate: 90deg;
  }
  .spinner {
    width: 12px;
    height: 12px;
    border: 2px solid var(--_accent-soft);
    border-top-color: var(--_accent);
    border-radius: 50%;
    animation: turn 900ms linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  .fold > :is(.content, .inner, .text) {
    padding: 0 calc(var(--_space) * 4) calc(var(--_space) * 3);
    color: color-mix(in srgb, var(--_text) 85%, var(--_surface));
    font-size: 0.9375em;
  }
  .content > .fold {
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
  }
  .inner > .turn {
    margin-top: 0;
  }
  .inner > .turn > .column {
    width: 100%;
    max-width: 100%;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    min-height: 28px;
    margin-top: 2px;
    opacity: 0;
    transition: opacity 120ms ease-out;
  }
  .turn:is(.last, :hover, :focus-within) > .column > .tools {
    opacity: 1;
  }
  .tool {
    width: 28px;
    height: 28px;
    font-size: 0.75em;
  }
  .tool.worded {
    width: auto;
    padding-inline: 8px;
  }
  .tool.pressed {
    color: var(--_accent);
  }
  @media (pointer: coarse) {
    .tools {
      opacity: 1;
    }
    .tool {
      width: 36px;
      height: 36px;
    }
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin-top: calc(var(--_space) * 1);
  }
  .option {
    min-height: 36px;
    font-size: 0.875em;
    font-weight: 500;
  }
  .media > img {
    display: block;
    max-width: 100%;
    max-height: 320px;
    border-radius: calc(var(--_radius) - 2px);
  }
  .media > :is(riv-audio, riv-video) {
    width: min(360px, 100%);
  }
  .component {
    min-width: min(320px, 100%);
  }
  .file {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    max-width: 100%;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-size: 0.875em;
    text-decoration: none;
  }
  .file:hover {
    border-color: var(--_text-muted);
  }
  .editor {
    display: grid;
    gap: calc(var(--_space) * 2);
    width: min(60ch, 70cqw, 60vw);
    max-width: 100%;
  }
  .editor .input {
    max-height: 40vh;
    resize: none;
    field-sizing: content;
  }
  .editor-buttons {
    display: flex;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
  }
  .editor-buttons .button {
    min-height: 34px;
    padding-block: 4px;
    font-size: 0.875em;
  }
`;
