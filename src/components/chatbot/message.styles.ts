/** @file The look of messages, and of the list that they stand in. */

import { css } from 'lit';

const message = css`
  .log {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .list {
    padding: calc(var(--_space) * 4);
  }
  .chunk {
    display: flow-root;
  }
  .chunk.far {
    content-visibility: auto;
    contain-intrinsic-size: auto 4500px;
  }
  .dots {
    display: flex;
    gap: 5px;
    padding: 0 calc(var(--_space) * 5) calc(var(--_space) * 5);
  }
  .dots span {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--_text-muted);
    animation: hop 1.2s ease-in-out infinite;
  }
  .dots span:nth-child(2) {
    animation-delay: 160ms;
  }
  .dots span:nth-child(3) {
    animation-delay: 320ms;
  }
  @keyframes hop {
    0%,
    60%,
    100% {
      opacity: 0.3;
    }
    30% {
      opacity: 1;
    }
  }
  .to-end {
    position: absolute;
    inset: auto 50% calc(var(--_space) * 3) auto;
    min-height: 32px;
    padding: 6px;
    border-radius: 50%;
    translate: 50%;
    box-shadow: var(--_shadow);
    font-size: 0.875em;
  }
  .retry {
    margin-top: calc(var(--_space) * 2);
  }
  .turn {
    display: flex;
    gap: calc(var(--_space) * 2);
    min-width: 0;
    margin-top: calc(var(--_space) * 4);
  }
  .chunk:first-child > .turn:first-child {
    margin-top: 0;
  }
  .turn.follows {
    margin-top: calc(var(--_space) * 1);
  }
  .turn.user {
    flex-direction: row-reverse;
  }
  .avatar {
    flex: none;
    width: 32px;
    height: 32px;
    border-radius: 50%;
    object-fit: cover;
  }
  .turn.follows > .avatar {
    visibility: hidden;
    height: 0;
  }
  .column {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    min-width: 0;
    max-width: min(88%, 80ch);
  }
  .user > .column {
    align-items: flex-end;
  }
  .bubble {
    min-width: 0;
    max-width: 100%;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3.5);
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_surface-2);
    overflow-wrap: anywhere;
  }
  .user > .column > .bubble {
    border-color: color-mix(in srgb, var(--_accent) 22%, transparent);
    background: var(--_accent-soft);
    border-end-end-radius: 4px;
  }
  .assistant:not(.folds) > .column > .bubble {
    border-end-start-radius: 4px;
  }
  .system > .column {
    align-self: center;
    margin-inline: auto;
  }
  .system > .column > .bubble {
    background: none;
    color: var(--_text-muted);
    font-size: 0.875em;
    text-align: center;
  }
  .turn.folds > .column {
    width: min(88%, 80ch);
  }
  .folds > .column > .bubble {
    width: 100%;
    padding: 0;
    border-color: var(--_border);
    background: none;
  }
  .as-panel .column,
  .as-panel .turn.folds > .column {
    width: 100%;
    max-width: 100%;
  }
  .as-panel .turn.user {
    flex-direction: row;
  }
  .as-panel .user > .column {
    align-items: flex-start;
  }
  .as-panel .list {
    padding: 0;
  }
  .as-panel .turn:not(.inner > *) {
    margin: 0;
    padding: calc(var(--_space) * 4);
  }
  .as-panel .turn.follows:not(.inner > *) {
    padding-top: 0;
  }
  .as-panel .turn.user:not(.inner > *) {
    background: var(--_surface-2);
  }
  .as-panel .turn:not(.folds) > .column > .bubble {
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
    text-align: start;
  }
  .content,
  .inner {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    min-width: 0;
  }
  .inner:empty {
    display: none;
  }
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
`;

const inside = css`
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

/** The look of messages: where they stand, and what is in them. */
export const messageStyles = css`${message}${inside}`;
