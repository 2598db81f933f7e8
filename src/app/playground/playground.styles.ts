/** @file The look of a Playground. */

import { css } from 'lit';
import { controlStyles } from '../../components/styles/controls.styles.ts';

export const playgroundStyles = [
  controlStyles,
  css`
    :host {
      --_most: 36rem;
      container-type: inline-size;
    }
    section {
      display: flex;
      flex-direction: column;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_text);
      overflow: clip;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
      padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
      border-block-end: 1px solid var(--_border);
      font-size: 0.8125em;
    }
    .run {
      min-height: 32px;
      padding: calc(var(--_space) * 1) calc(var(--_space) * 3);
    }
    .status {
      color: var(--_text-muted);
    }
    .status.wrong {
      color: var(--_danger);
    }
    .keys {
      flex: 1;
      min-width: 0;
      overflow: hidden;
      opacity: 0;
      color: var(--_text-muted);
      text-align: end;
      text-overflow: ellipsis;
      white-space: nowrap;
      transition: opacity 140ms ease-out;
    }
    section:has(.cm-focused) .keys {
      opacity: 1;
    }
    .tools {
      display: flex;
      gap: 2px;
      margin-inline-start: auto;
    }
    .panes {
      flex: 1;
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }
    .side {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .pane {
      display: flex;
      min-width: 0;
      background: var(--_surface);
    }
    .pane[hidden] {
      display: none;
    }
    .side > .source {
      border-inline-end: 1px solid var(--_border);
    }
    .stacked > .source {
      border-block-end: 1px solid var(--_border);
    }
    .editor {
      --_lines: 5;
      flex: 1;
      display: flex;
      min-width: 0;
    }
    .cm-editor {
      flex: 1;
      min-width: 0;
    }
    .pane:has(.cm-focused) {
      outline: 2px solid var(--_accent);
      outline-offset: -2px;
    }
    .result {
      flex-direction: column;
      background: var(--riv-background, light-dark(#ffffff, #0f0f11));
    }
    iframe {
      flex: 1 0 auto;
      display: block;
      width: 100%;
      min-height: 8rem;
      max-height: var(--_most);
      border: 0;
    }
    .notice {
      margin: auto;
      padding: calc(var(--_space) * 6);
      max-width: 28rem;
      color: var(--_text-muted);
      text-align: center;
      text-wrap: balance;
    }
    .problems {
      margin: 0;
      padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
      border-block-start: 1px solid var(--_border);
      list-style: none;
      font-size: 0.8125em;
    }
    .problems li {
      display: flex;
      gap: calc(var(--_space) * 2);
      padding: calc(var(--_space) * 1) calc(var(--_space) * 1);
      color: var(--_danger);
      overflow-wrap: anywhere;
    }
    .problems button {
      flex: none;
      align-self: start;
      min-height: 24px;
      padding: 0 calc(var(--_space) * 2);
      font-weight: 500;
    }
    [role='tablist'] {
      display: flex;
      gap: 2px;
    }
    [role='tab'] {
      min-height: 32px;
      padding: 0 calc(var(--_space) * 3);
      border: 0;
      border-radius: calc(var(--_radius) - 2px);
      background: none;
      color: var(--_text-muted);
      font: inherit;
      font-weight: 600;
      cursor: pointer;
    }
    [role='tab'][aria-selected='true'] {
      background: var(--_accent-soft);
      color: var(--_text);
    }
    @container (max-width: 640px) {
      .side {
        grid-template-columns: minmax(0, 1fr);
      }
      .side > .source {
        border-inline-end: 0;
        border-block-end: 1px solid var(--_border);
      }
      .side .editor,
      .stacked .editor {
        --_most: 22rem;
      }
      .keys {
        display: none;
      }
      section:has(.cm-focused) .keys {
        display: block;
        flex-basis: 100%;
        order: 1;
        text-align: start;
        white-space: normal;
      }
    }
    @media (pointer: coarse) {
      .run,
      [role='tab'] {
        min-height: 44px;
      }
    }
  `,
];
