/** @file The look of the list of messages, and of where each stands in it. */

import { css } from 'lit';

/** Where messages stand, and what is around them. */
export const messageStyles = css`
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
`;
